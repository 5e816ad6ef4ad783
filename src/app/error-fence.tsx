import { Component, type ReactNode } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import styles from './shell.module.css';

interface FenceProps {
  /** Where one is: going elsewhere puts the fence up again, and keeps what stands. */
  readonly at?: string;
  readonly children: ReactNode;
}

interface FenceState {
  readonly at: string | undefined;
  readonly fallen: boolean;
}

/** One screen may fall; the rest of the app stands, and nothing that was typed is lost. */
export class ErrorFence extends Component<FenceProps, FenceState> {
  override state: FenceState = { at: this.props.at, fallen: false };

  static getDerivedStateFromError(): Partial<FenceState> {
    return { fallen: true };
  }

  static getDerivedStateFromProps({ at }: FenceProps, state: FenceState): FenceState | null {
    return at === state.at ? null : { at, fallen: false };
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
