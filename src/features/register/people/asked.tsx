import { type ReactNode, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import type { Icon } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { Act } from './use-act.ts';
import { usePeopleFailureWords } from './use-people-failure-words.ts';

interface AskedProps {
  /** On the button that opens the question. */
  readonly words: string;
  readonly icon: Icon;
  readonly title: string;
  /** On the button that does it. */
  readonly yes: string;
  readonly no: string;
  readonly act: Act;
  /** Answers whether it was done. */
  readonly onYes: () => Promise<boolean>;
  readonly isDanger?: boolean;
  /** What will happen. */
  readonly children: ReactNode;
}

/** A button whose question says first what will happen. */
export function Asked({ words, icon, title, yes, no, act, onYes, isDanger, children }: AskedProps) {
  const t = useWords('people');
  const say = usePeopleFailureWords();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    act.forget();
  };
  const press = async () => {
    if (await onYes()) close();
  };
  return (
    <>
      <Button look="plain" size="small" icon={icon} onClick={() => setOpen(true)}>
        {words}
      </Button>
      <Sheet
        open={isOpen}
        title={title}
        onClose={close}
        actions={
          <>
            <Button
              look={isDanger ? 'danger' : 'filled'}
              aria-busy={act.isBusy}
              onClick={() => void press()}
            >
              {yes}
            </Button>
            <Button onClick={close}>{no}</Button>
          </>
        }
      >
        {children}
        <div role="status">{act.isBusy && <p>{t('busy')}</p>}</div>
        {act.failure && (
          <Notice tone="danger" live="alert">
            {say(act.failure)}
          </Notice>
        )}
      </Sheet>
    </>
  );
}
