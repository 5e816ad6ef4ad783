import { type FormEvent, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { Drawn } from './use-making-sheet.ts';

interface WrittenDownProps {
  readonly drawn: Drawn;
  readonly onBegin: () => void;
}

const isSame = (typed: string, word: string | undefined): boolean =>
  typed.trim().toLowerCase() === word;

/** Two words asked back: whoever never wrote them down finds out now. */
export function WrittenDown({ drawn: { sheet, asked }, onBegin }: WrittenDownProps) {
  const t = useWords('recovery');
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const [tried, setTried] = useState(false);
  const isRight = (at: number) => isSame(typed[at] ?? '', sheet.words[asked[at] ?? 0]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isRight(0) && isRight(1)) onBegin();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{t('ask')}</p>
        {asked.map((place, at) => (
          <TextField
            key={place}
            label={t('word', { place: place + 1 })}
            error={tried && !isRight(at) ? t('wrong', { place: place + 1 }) : undefined}
            value={typed[at] ?? ''}
            onText={(text) => setTyped(typed.with(at, text))}
            lang="en"
            dir="ltr"
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
          />
        ))}
        <Button type="submit" wide>
          {t('begin')}
        </Button>
      </Stack>
    </form>
  );
}
