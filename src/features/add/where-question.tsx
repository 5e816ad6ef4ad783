import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { hitLine, type PlaceHit } from '#pack/place-hit.ts';
import { useServices } from '#services/use-services.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { ChipButton } from '#ui/chip.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { type Icon, LocateFixed, MapPin, MapPinOff, Pencil, TriangleAlert } from '#ui/icons.ts';
import { TextField } from '#ui/text-field.tsx';
import styles from './add.module.css';
import { type WhereWay, whereWays } from './answers.ts';
import { spotOfHit } from './place-hits.ts';
import { ids } from './problems.ts';
import type { AnswerBook } from './use-answers.ts';
import type { Whereabouts } from './use-where.ts';
import { type WhereState, whereSaid } from './where-words.ts';

// Only a phone with a map pack has any: a start does not wait for them.
const LineSuggestions = lazy(async () => ({
  default: (await import('./line-suggestions.tsx')).LineSuggestions,
}));
const AddressHere = lazy(async () => ({
  default: (await import('./line-suggestions.tsx')).AddressHere,
}));
/** The map is the heaviest part of the app, and all around it comes with it when somebody wants it. */
const MapQuestion = lazy(async () => ({
  default: (await import('./map-question.tsx')).MapQuestion,
}));

interface WhereQuestionProps {
  readonly answerBook: AnswerBook;
  readonly where: Whereabouts;
  readonly near: boolean;
  readonly asksNear: boolean;
  readonly secret: boolean;
  readonly asksSecret: boolean;
  readonly error: string | undefined;
  readonly typedError: string | undefined;
}

const pictures: Readonly<Record<WhereWay, Icon>> = {
  here: LocateFixed,
  typed: Pencil,
  nowhere: MapPinOff,
  map: MapPin,
};

export function WhereQuestion(props: WhereQuestionProps) {
  const t = useWords('add');
  const { answerBook, where, near, secret, error } = props;
  const { answers } = answerBook;
  const { way, kind, spot } = answers;
  const [isMapOpen, setMapOpen] = useState(false);
  const isPerson = kind === 'people';
  const hasLine = way === 'typed' || (isPerson && way !== null && way !== 'nowhere');
  return (
    <FormGroup id={ids.where} legend={t('where.question')} error={error}>
      <div className={styles['ways']}>
        {whereWays.map((each) => (
          <ChipButton
            key={each}
            icon={pictures[each]}
            chosen={each === way}
            onClick={() => {
              where.press(each);
              setMapOpen(each === 'map' && !isPerson);
            }}
          >
            {t(`where.${each}`)}
          </ChipButton>
        ))}
      </div>
      {hasLine && <WhereLine {...props} />}
      {isMapOpen && (
        <Suspense>
          <MapQuestion spot={spot} onPlace={where.place} onClose={() => setMapOpen(false)} />
        </Suspense>
      )}
      <WhereSaidLine
        state={{ answers, near, secret, isFinding: where.isFinding, failure: where.failure }}
      />
      {way === 'here' && spot && !near && !secret && (
        <Suspense>
          <AddressHere answers={answers} onChoose={(address) => answerBook.put({ address })} />
        </Suspense>
      )}
      {way !== null && way !== 'nowhere' && <WhereLimits {...props} />}
    </FormGroup>
  );
}

/** Opened by a press it takes the focus; found open after a restart it leaves it where it was. */
function WhereLine({ answerBook, typedError, near, secret }: WhereQuestionProps) {
  const t = useWords('add');
  const box = useRef<HTMLDivElement>(null);
  const { answers, put } = answerBook;
  const { way } = answers;
  const { now } = useServices();
  const choose = (hit: PlaceHit) => {
    // A person's place is a street by name: no point is ever looked up for it.
    const spot = answers.kind === 'people' ? null : spotOfHit(hit, now());
    put({ way: 'typed', typed: hitLine(hit), spot });
    box.current?.querySelector('input')?.focus();
  };
  useEffect(() => {
    const isPressed = document.activeElement?.closest(`#${ids.where}`);
    if (isPressed && way === 'typed') box.current?.querySelector('input')?.focus();
  }, [way]);
  return (
    <div ref={box} className={styles['line']}>
      <TextField
        id={ids.typed}
        label={t(answers.kind === 'people' ? 'where.lineForPeople' : 'where.line')}
        placeholder={t('where.example')}
        value={answers.typed}
        onText={(typed) => put({ typed, ...(way === 'typed' && { spot: null }) })}
        error={typedError}
        autoComplete="off"
      />
      {!secret && (
        <Suspense>
          <LineSuggestions answers={answers} near={near} onChoose={choose} />
        </Suspense>
      )}
    </div>
  );
}

/** Always there, so that a screen reader hears when it changes. */
function WhereSaidLine({ state }: { readonly state: WhereState }) {
  const t = useWords('add');
  const formats = useFormats();
  const said = whereSaid(state, t, formats);
  return (
    <p role="status" className={styles['said']} data-tone={said?.tone}>
      {said?.tone === 'warn' && <TriangleAlert aria-hidden size={20} />}
      <span>{said?.words}</span>
    </p>
  );
}

function WhereLimits({ answerBook, near, asksNear, secret, asksSecret }: WhereQuestionProps) {
  const t = useWords('add');
  const { answers, put } = answerBook;
  const nearWords = t(answers.kind === 'stories' ? 'where.nearStory' : 'where.near');
  return (
    <>
      {asksNear && !secret && (
        <CheckRow label={nearWords} checked={near} onCheck={(is) => put({ near: is })} />
      )}
      {asksSecret && (
        <CheckRow
          label={t('where.secret')}
          checked={secret}
          onCheck={(is) => put({ secret: is, share: null, ...(is ? { spot: null } : {}) })}
        />
      )}
    </>
  );
}
