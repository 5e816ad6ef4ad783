import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';

interface MoreProps {
  readonly count: number;
  readonly onMore: () => void;
}

/** The next page of a list, where there is one. */
export function More({ count, onMore }: MoreProps) {
  const t = useWords('import');
  if (count <= 0) return null;
  return (
    <Button wide onClick={onMore}>
      {t('beside.more', { count })}
    </Button>
  );
}
