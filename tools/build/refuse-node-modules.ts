import type { Plugin } from 'vite';

/** What Vite puts in the place of a module that only Node has. */
const emptyModule = '__vite-browser-external';

/**
 * Vite says "Module … has been externalized for browser compatibility", gives the phone an
 * object that throws when it is touched, and calls the build a success. Here it fails.
 */
export function refuseNodeModules(): Plugin {
  return {
    name: 'patchbook:refuse-node-modules',
    apply: 'build',
    buildEnd() {
      const found = [...this.getModuleIds()].filter((id) => id.startsWith(emptyModule));
      const told = found.map((id) => {
        const importers = this.getModuleInfo(id)?.importers ?? [];
        return `${id.slice(emptyModule.length + 1) || 'A Node module'}: ${importers.join(', ')}`;
      });
      if (told.length > 0) this.error(`These are missing in a browser:\n${told.join('\n')}`);
    },
  };
}
