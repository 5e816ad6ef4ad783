import type { HeldWhy } from '#catalogue/catalogue-db.ts';
import { useWords } from '#i18n/use-words.ts';
import { useHeld } from '#services/use-held.ts';
import { Notice } from '#ui/notice.tsx';

const reasons: readonly HeldWhy[] = ['newer', 'unknown-kind', 'no-key', 'late', 'broken'];

/** What is kept but can't be shown, counted by reason; nothing when all can be read. */
export function HeldLines() {
  const t = useWords('register');
  const held = useHeld();
  const present = reasons.filter((why) => held[why] > 0);
  if (present.length === 0) return null;
  return (
    <Notice tone="info" title={t('held.title')}>
      <ul>
        {present.map((why) => (
          <li key={why}>{t(`held.${why}`, { count: held[why] })}</li>
        ))}
      </ul>
    </Notice>
  );
}
