import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { useSavedCount } from '#services/use-saved-count.ts';
import { Button } from '#ui/button.tsx';
import { FactLine } from '#ui/fact-line.tsx';
import { Download, Eye, Lock, Users } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page, Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { type CopyState, useSavingCopy } from './use-saving-copy.ts';

/** A member's own copy out: plain, so said plainly. */
export function ExportScreen() {
  const t = useWords('export');
  const count = useSavedCount();
  const { state, save } = useSavingCopy();
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      <p>{count === undefined ? t('about') : t('aboutCount', { count })}</p>
      <Notice tone="warn" title={t('plain.title')}>
        <Stack gap="near">
          <FactLine icon={Eye}>{t('plain.anyone')}</FactLine>
          <FactLine icon={Users}>{t('plain.people')}</FactLine>
          <FactLine icon={Lock}>{t('plain.safe')}</FactLine>
        </Stack>
      </Notice>
      <Button
        look="filled"
        wide
        icon={Download}
        disabled={state.at === 'gathering'}
        onClick={() => void save()}
      >
        {t('save')}
      </Button>
      <Outcome state={state} />
      <Stack>
        <h2>{t('back.title')}</h2>
        <p>{t('back.words')}</p>
        <LinkButton href="/import">{t('back.link')}</LinkButton>
      </Stack>
    </Page>
  );
}

function Outcome({ state }: { readonly state: CopyState }) {
  const t = useWords('export');
  const formats = useFormats();
  const failureWords = useFailureWords();
  if (state.at === 'gathering') {
    const { what, done, total } = state;
    const words = t(`gathering.${what}`, {
      done: formats.number(done),
      total: formats.number(total),
    });
    return <ProgressLine words={words} done={total > 0 ? done : undefined} max={total || 1} />;
  }
  return (
    <div role="status">
      {state.at === 'failed' && <Notice tone="danger">{failureWords(state.failure)}</Notice>}
      {state.at === 'saved' && <Saved {...state} />}
    </div>
  );
}

function Saved({ name, gathered }: Extract<CopyState, { at: 'saved' }>) {
  const t = useWords('export');
  const formats = useFormats();
  const { records, photos, photosLeft, content } = gathered;
  return (
    <Notice tone="success" title={t('saved.title')}>
      <p>{t('saved.holds', { count: records, size: formats.size(content.size) })}</p>
      {photos > 0 && <p>{t('saved.photos', { count: photos })}</p>}
      {photosLeft > 0 && <p>{t('saved.photosLeft', { count: photosLeft })}</p>}
      <p>
        {t('saved.name')} <bdi>{name}</bdi>
      </p>
    </Notice>
  );
}
