import { createInstaller } from '#platform/install.ts';

/** Made with the first module that runs: the browser offers its event once and early. */
export const installer = createInstaller(window);
