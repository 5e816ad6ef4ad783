import { useWords } from '#i18n/use-words.ts';
import type { WordKey } from '#i18n/word-keys.ts';
import { Page, Stack } from '#ui/page.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import styles from './help.module.css';

interface Answer {
  readonly question: WordKey<'help'>;
  readonly answers: readonly WordKey<'help'>[];
}

const answers: readonly Answer[] = [
  { question: 'what.question', answers: ['what.first', 'what.second'] },
  { question: 'add.question', answers: ['add.first', 'add.second'] },
  { question: 'see.question', answers: ['see.first', 'see.second'] },
  { question: 'people.question', answers: ['people.first', 'people.second'] },
  {
    question: 'phone.question',
    answers: [
      'phone.first',
      'phone.second',
      'phone.third',
      'phone.fourth',
      'phone.sheet',
      'phone.fifth',
    ],
  },
  { question: 'wrong.question', answers: ['wrong.first', 'wrong.second'] },
  { question: 'map.question', answers: ['map.first', 'map.second'] },
];

export function HelpScreen() {
  const t = useWords('help');
  return (
    <Page>
      <TopBar title={t('title')} />
      <Stack gap="far">
        {answers.map(({ question, answers: lines }) => (
          <section key={question} className={styles['answer']}>
            <h2>{t(question)}</h2>
            {lines.map((line) => (
              <p key={line}>{t(line)}</p>
            ))}
          </section>
        ))}
      </Stack>
    </Page>
  );
}
