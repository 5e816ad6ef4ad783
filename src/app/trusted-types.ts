/** Not in TypeScript's own library yet: the part of the browser's interface used here. */
interface PolicyRules {
  readonly createHTML: (text: string) => string | null;
  readonly createScript: (text: string) => string | null;
  readonly createScriptURL: (address: string) => string | null;
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: PolicyRules) => unknown;
}

/**
 * The only addresses code may be loaded from: our own built files (workers of seal, search and
 * map among them) and the service worker. Null makes the browser refuse and report.
 */
export function admittedScript(address: string, page: string): string | null {
  if (!URL.canParse(address, page)) return null;
  const url = new URL(address, page);
  if (url.origin !== new URL(page).origin) return null;
  return url.pathname.startsWith('/assets/') || url.pathname === '/sw.js' ? url.href : null;
}

/**
 * To be called before anything else runs. The policy named `default` is asked for every string
 * that would become markup or code: markup and code are refused, so is every foreign address.
 */
export function installTrustedTypes(): void {
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML: () => null,
    createScript: () => null,
    createScriptURL: (address) => admittedScript(address, location.href),
  });
}
