import { useWords } from '#i18n/use-words.ts';
import { useMapPoints } from '#services/use-map-points.ts';
import { usePacks } from '#services/use-packs.ts';
import { useRegisterGist } from '#services/use-register-gist.ts';
import { Page } from '#ui/page.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { AddressQuestion } from './address-question.tsx';
import { FileOutcome, FoundPack } from './file-outcome.tsx';
import { FileQuestion } from './file-question.tsx';
import { KeptPacks } from './kept-packs.tsx';
import { useChosenFile } from './use-chosen-file.ts';

/** Streets for the map, one file a neighbourhood, kept on this phone. */
export function PacksScreen() {
  const t = useWords('packs');
  const packs = usePacks();
  const chosen = useChosenFile();
  // What was found stands alone, so that its one question is seen.
  const isOffered = chosen.state.step === 'read';
  const things = useMapPoints({}) ?? [];
  const at = useRegisterGist()?.centre;
  const ground = { centre: at && { lon: at[0], lat: at[1] }, things };
  return (
    <Page>
      <TopBar title={t('title')} onBack={() => history.back()} />
      {!isOffered && <p>{t('about')}</p>}
      <FileOutcome state={chosen.state} />
      {!isOffered && (
        <>
          <AddressQuestion onFile={(file, address) => void chosen.choose(file, address)} />
          <FileQuestion chosen={chosen} />
          <StitchRule />
          {packs && <KeptPacks packs={packs} ground={ground} />}
        </>
      )}
      <FoundPack chosen={chosen} ground={ground} kept={(packs ?? []).map(({ id }) => id)} />
    </Page>
  );
}
