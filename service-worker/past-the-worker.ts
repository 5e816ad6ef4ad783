/** The static routing of service workers, which no library of types knows yet; in Chromium since 123. */
interface RoutedInstall extends ExtendableEvent {
  addRoutes?(rules: readonly Rule[]): Promise<void>;
}

interface Rule {
  readonly condition: { readonly urlPattern: { readonly pathname: string } };
  readonly source: 'network';
}

const ofHubs = ['/api/*', '/db/*'];

/**
 * What is asked of any hub goes past the worker. It answers none of it, and a question that comes
 * at the moment when a newer version takes over wakes the older one: Chromium then gives up
 * taking over, for minutes. Where this can't be said, all goes on as ever.
 * https://w3c.github.io/ServiceWorker/#dom-installevent-addroutes
 */
export async function leadHubsPast(event: RoutedInstall): Promise<void> {
  const rules = ofHubs.map(
    (pathname): Rule => ({
      condition: { urlPattern: { pathname } },
      source: 'network',
    }),
  );
  await event.addRoutes?.(rules).catch(() => undefined);
}
