import { useState } from 'react';
import type { Json } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { type PackOffer, packOffersIn } from '#pack/pack-offers.ts';
import { outbound } from '#platform/outbound.ts';
import { Button } from '#ui/button.tsx';
import { Download, MapIcon } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Row } from '#ui/row.tsx';
import styles from './packs.module.css';

const listAddress = '/api/packs';
/** A list of 200 packs is 40 KB. */
const listBytesMax = 200_000;

/** What the place that serves this app has to give; asked for only by a press. */
async function fetchOffers(): Promise<Result<readonly PackOffer[], Failure>> {
  const answer = await outbound(listAddress, {}, { allowedHosts: [] });
  if (!answer.ok) return answer;
  if (!answer.value.ok) return fail('pack-not-there');
  try {
    const text = await answer.value.text();
    return ok(text.length > listBytesMax ? [] : packOffersIn(JSON.parse(text) as Json));
  } catch {
    return fail('no-answer');
  }
}

interface HubPacksProps {
  /** Called with the address of the chosen one. */
  readonly onChoose: (address: string) => void;
}

export function HubPacks({ onChoose }: HubPacksProps) {
  const t = useWords('packs');
  const failureWords = useFailureWords();
  const [offers, setOffers] = useState<Result<readonly PackOffer[], Failure>>();
  return (
    <>
      {!offers?.ok && (
        <Button wide icon={MapIcon} onClick={() => void fetchOffers().then(setOffers)}>
          {t('hub.look')}
        </Button>
      )}
      <div role="status">
        {offers?.ok === false && <Notice tone="warn">{failureWords(offers.error)}</Notice>}
        {offers?.ok && offers.value.length === 0 && <p>{t('hub.none')}</p>}
      </div>
      {offers?.ok && offers.value.length > 0 && (
        <List aria-label={t('hub.list')}>
          {offers.value.map((offer) => (
            <li key={offer.file}>
              <Offer offer={offer} onChoose={() => onChoose(`${listAddress}/${offer.file}`)} />
            </li>
          ))}
        </List>
      )}
    </>
  );
}

function Offer({ offer, onChoose }: { readonly offer: PackOffer; readonly onChoose: () => void }) {
  const t = useWords('packs');
  const formats = useFormats();
  return (
    <Row
      mark={<MapIcon aria-hidden size={32} className={styles['mark']} />}
      title={offer.name}
      note={offer.day && t('day', { date: formats.date(offer.day) })}
      aside={formats.size(offer.bytes)}
    >
      <Button size="small" icon={Download} onClick={onChoose}>
        {t('hub.fetch', { name: offer.name })}
      </Button>
    </Row>
  );
}
