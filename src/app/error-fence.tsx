import { Component, type ReactNode } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import styles from './shell.module.css';

interface FenceState {
  readonly fallen: boolean;
}

/** One screen may fall; the rest of the app stands, and nothing that was typed is lost. */
export class ErrorFence extends Component<{ readonly children: ReactNode }, FenceState> {
  override state: FenceState = { fallen: false };

  static getDerivedStateFromError(): FenceState {
    return { fallen: true };
  }

  override render(): ReactNode {
    if (!this.state.fallen) return this.props.children;
    return <Fallen onAgain={() => this.setState({ fallen: false })} />;
  }
}

function Fallen({ onAgain }: { readonly onAgain: () => void }) {
  const t = useWords('common');
  return (
    <div role="alert" className={styles['fallen']}>
      <h1>{t('fallen.title')}</h1>
      <p>{t('fallen.words')}</p>
      <Button onClick={onAgain}>{t('do.tryAgain')}</Button>
    </div>
  );
}
