import { createLogger, type Logger, type Plugin } from 'vite';

/** Warnings that mean a broken app: the first gives a browser an empty object for a Node module. */
const fatal = [/has been externalized for browser compatibility/];

export const isFatal = (message: string): boolean => fatal.some((sign) => sign.test(message));

/**
 * Vite only warns about these, and the app then fails on a phone. The logger hears what Vite
 * says itself, the plugin what the bundler says.
 */
export function refuseWarnings(): { readonly logger: Logger; readonly plugin: Plugin } {
  const seen: string[] = [];
  const logger = createLogger();
  const { warn, warnOnce } = logger;
  const hear = (message: string): void => {
    if (isFatal(message)) seen.push(message);
  };
  logger.warn = (message, options) => {
    hear(message);
    warn(message, options);
  };
  logger.warnOnce = (message, options) => {
    hear(message);
    warnOnce(message, options);
  };
  const plugin: Plugin = {
    name: 'patchbook:refuse-warnings',
    onLog: (_level, log) => hear(log.message),
    buildEnd() {
      if (seen.length > 0) this.error(`The build is refused:\n${seen.join('\n')}`);
    },
  };
  return { logger, plugin };
}
