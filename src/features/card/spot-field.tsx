import { lazy, Suspense, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { type Precision, precisions } from '#domain/place/location.ts';
import type { LocationFieldProps } from '#forms/form-context.ts';
import { asNumber, asObject } from '#forms/read-json.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { isRough } from '#platform/fix.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { LocateFixed, MapPin } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Line } from '#ui/page.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import {
  hasSpot,
  type NewSpot,
  pointIn,
  precisionOf,
  withoutSpot,
  withPrecision,
  withSpot,
} from './place-values.ts';

const MapPicking = lazy(async () => ({ default: (await import('./map-picking.tsx')).MapPicking }));

interface SpotFieldProps {
  readonly value: LocationFieldProps['value'];
  readonly usual: Precision;
  readonly onChange: LocationFieldProps['onChange'];
}

/** `/asset/<id>/edit?place`: someone came to put this on the map; `?place=move`: to move it there. */
function isAskedFor(isPlaced: boolean): boolean {
  const asked = new URLSearchParams(location.search).get('place');
  return isPlaced ? asked === 'move' : asked !== null;
}

export function SpotField({ value, usual, onChange }: SpotFieldProps) {
  const t = useWords('card');
  const [isPicking, setPicking] = useState(() => isAskedFor(hasSpot(value)));
  const put = (spot: NewSpot) => onChange(withSpot(value, spot, usual));
  const [lon, lat] = pointIn(value) ?? [];
  const { now } = useServices();
  return (
    <>
      <Line>
        <LocateButton onFound={put} />
        <Button look="plain" size="small" icon={MapPin} onClick={() => setPicking(true)}>
          {t(lon === undefined ? 'place.onMap' : 'place.moveOnMap')}
        </Button>
      </Line>
      {hasSpot(value) && <SpotWords value={value} usual={usual} onChange={onChange} />}
      {isPicking && (
        <Suspense fallback={<p role="status">{t('place.loading')}</p>}>
          <MapPicking
            start={lon === undefined || lat === undefined ? undefined : { lon, lat }}
            onClose={() => setPicking(false)}
            onPut={(spot) => {
              put({ ...spot, by: 'tap', at: now() });
              setPicking(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function LocateButton({ onFound }: { readonly onFound: (spot: NewSpot) => void }) {
  const t = useWords('card');
  const say = useFailureWords();
  const { where } = useServices();
  const [state, setState] = useState<'idle' | 'finding' | Failure>('idle');
  const locate = async () => {
    setState('finding');
    const found = await where.locate();
    setState(found.ok ? 'idle' : found.error);
    if (found.ok) onFound({ ...found.value, by: 'gps' });
  };
  return (
    <>
      <Button look="plain" size="small" icon={LocateFixed} onClick={() => void locate()}>
        {t('place.locate')}
      </Button>
      <span role="status">{state === 'finding' && t('place.finding')}</span>
      {typeof state === 'object' && (
        <Notice tone="warn" live="status">
          {say(state)}
        </Notice>
      )}
    </>
  );
}

/** Whether a spot is kept, how sure it is, and how much of it others see. */
function SpotWords({ value, usual, onChange }: SpotFieldProps) {
  const t = useWords('card');
  const fields = useWords('fields');
  const kinds = useWords('kinds');
  const formats = useFormats();
  const precision = precisionOf(value, usual);
  const accuracyM = asNumber(asObject(value)['accuracyM']);
  const [lon = 0, lat = 0] = pointIn(value) ?? [];
  const accuracy = formats.accuracy(accuracyM ?? 0);
  const isUnsure = accuracyM !== undefined && isRough({ lon, lat, accuracyM, at: 0 });
  const said = t('place.spot', { precision: t(`place.as.${precision}`) });
  return (
    <>
      <p role="status">
        {said} {accuracyM !== undefined && !isUnsure && t('place.measured', { accuracy })}
        {isUnsure && t('place.rough', { accuracy })}
      </p>
      <div>
        <Button look="quiet" size="small" onClick={() => onChange(withoutSpot(value))}>
          {fields('location.clearSpot')}
        </Button>
      </div>
      <RadioRows
        legend={fields('location.precision')}
        choices={precisions.map((each) => ({
          value: each,
          label: kinds(`precision.${each}.label`),
          note: kinds(`precision.${each}.means`),
        }))}
        value={precision}
        onChoose={(each) => onChange(withPrecision(value, each))}
      />
    </>
  );
}
