import { type ReactNode, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { LockContext } from '#services/lock/lock-control.ts';
import { StarterContext } from '#services/starter.ts';
import { OpenedContext } from '#services/use-services.ts';
import { Navigation } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { Toasts } from '#ui/toasts.tsx';
import type { Composition } from './compose.ts';
import { ErrorFence } from './error-fence.tsx';
import { go } from './go.ts';
import { ChooseLock, FirstStart, freeRoutes, IdleWatch, Locked } from './routes.tsx';
import { Screens } from './screens.tsx';
import styles from './shell.module.css';
import { StatusStrip } from './shell.tsx';
import type { Shown } from './stage.ts';
import { UpdateBar } from './update/update-bar.tsx';

/** Before there is a register: start one, join one, or ask for help. */
function WithoutRegister() {
  return (
    <main id="main" tabIndex={-1}>
      <StatusStrip />
      <UpdateBar />
      <ErrorFence>
        <Suspense>
          <Switch>
            {freeRoutes.map(({ path, screen: Screen }) => (
              <Route key={path} path={path}>
                <Screen />
              </Route>
            ))}
            <Route>
              <FirstStart />
            </Route>
          </Switch>
        </Suspense>
      </ErrorFence>
    </main>
  );
}

function Failed({ shown }: { readonly shown: Extract<Shown, { state: 'failed' }> }) {
  const words = useFailureWords();
  return (
    <main id="main">
      {/* What failed here may be mended in a newer version. */}
      <UpdateBar />
      <Page>
        <Notice tone="warn">{words(shown.failure)}</Notice>
      </Page>
    </main>
  );
}

function Opening() {
  const t = useWords('common');
  return (
    <main id="main" aria-busy="true">
      <p className={styles['wait']}>{t('opening.title')}</p>
    </main>
  );
}

/** A screen while nothing of any book may be seen. */
function Alone({ children }: { readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // What had the focus went with the book: a screen reader is told what stands here now.
    if (document.activeElement === document.body) main.current?.focus();
  }, []);
  return (
    <main id="main" tabIndex={-1} ref={main}>
      <UpdateBar />
      <ErrorFence>
        <Suspense>{children}</Suspense>
      </ErrorFence>
    </main>
  );
}

function Inside({ shown }: { readonly shown: Shown }) {
  switch (shown.state) {
    case 'opening':
      return <Opening />;
    case 'none':
      return <WithoutRegister />;
    case 'failed':
      return <Failed shown={shown} />;
    case 'locked':
      return (
        <Alone>
          <Locked />
        </Alone>
      );
    case 'unguarded':
      return (
        <Alone>
          <ChooseLock />
        </Alone>
      );
    case 'open':
      return (
        <OpenedContext value={shown.opened}>
          <Screens key={shown.opened.services.book.registerId} />
          {shown.isLockable && (
            <Suspense>
              <IdleWatch />
            </Suspense>
          )}
        </OpenedContext>
      );
  }
}

export function App({ composition }: { readonly composition: Composition }) {
  const shown = useSyncExternalStore(composition.listen, composition.read);
  const isUp = shown.state !== 'opening';
  useEffect(() => {
    if (isUp) void import('./update/register-worker.ts').then((worker) => worker.reportBooted());
  }, [isUp]);
  return (
    <Router>
      <Navigation value={go}>
        <StarterContext value={composition.starter}>
          <LockContext value={composition.lock}>
            <Toasts>
              <Inside shown={shown} />
            </Toasts>
          </LockContext>
        </StarterContext>
      </Navigation>
    </Router>
  );
}
