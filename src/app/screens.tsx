import { Suspense } from 'react';
import { Route, Switch, useLocation, useRoute } from 'wouter';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Page } from '#ui/page.tsx';
import { Panes } from '#ui/panes.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { useWide } from '#ui/use-wide.ts';
import { ErrorFence } from './error-fence.tsx';
import { ListPage } from './list-page.tsx';
import { OutScreen } from './out.ts';
import { CardScreen, freeRoutes, MapBeside, routes } from './routes.tsx';
import { Shell } from './shell.tsx';

function NotFound() {
  const t = useWords('common');
  return (
    <Page>
      <TopBar title={t('notFound.title')} />
      <p>{t('notFound.words')}</p>
      <LinkButton href="/">{t('notFound.back')}</LinkButton>
    </Page>
  );
}

/** From 900 px the list keeps its place: the map beside it, and an open card as one more pane. */
function WideList() {
  const [location] = useLocation();
  const [isCard] = useRoute('/asset/:id');
  return (
    <Panes
      list={<ListPage />}
      side={() => (
        <Suspense>
          <MapBeside />
        </Suspense>
      )}
      card={
        isCard && (
          <ErrorFence at={location}>
            <Suspense>
              <Route path="/asset/:id">
                <CardScreen key={location} />
              </Route>
            </Suspense>
          </ErrorFence>
        )
      }
    />
  );
}

const sharedByPanes = ['/', '/list', '/asset/:id'];

const all = [...routes, ...freeRoutes];

const isFormAt = (location: string) =>
  all.some(
    ({ path, isForm }) => isForm && new RegExp(`^${path.replace(':id', '[^/]+')}$`).test(location),
  );

export function Screens() {
  const [location] = useLocation();
  const isWide = useWide();
  const { out } = useServices().share;
  const alone = isWide ? all.filter(({ path }) => !sharedByPanes.includes(path)) : all;
  return (
    <Shell isForm={isFormAt(location)}>
      <Switch>
        {isWide && (
          <Route path={/^\/(list|asset\/[^/]+)?\/?$/}>
            <WideList />
          </Route>
        )}
        {alone.map(({ path, screen, writes }) => {
          const Screen = out && writes ? OutScreen : screen;
          return (
            <Route key={path} path={path}>
              <Screen key={location} />
            </Route>
          );
        })}
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Shell>
  );
}
