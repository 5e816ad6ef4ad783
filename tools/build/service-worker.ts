import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { getManifest, type ManifestEntry } from 'workbox-build';
import { compressFiles } from './compress-files.ts';

/** The map's chunk is over 1 MB; what is larger than this is a mistake, not a part of the app. */
const largestFileBytes = 5_000_000;

/**
 * Finishes a build: lists its files, builds the worker that keeps exactly those, writes the
 * build's id and the compressed copies. See docs/decisions/0003-service-worker-build.md.
 */
export function serviceWorker(buildId: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'patchbook:service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      order: 'post',
      async handler(this: unknown, error?: Error) {
        if (error) return;
        const outDir = resolve(config.root, config.build.outDir);
        await buildWorker(config.root, outDir, { buildId, files: await filesToKeep(outDir) });
        writeFileSync(join(outDir, 'build.json'), `${JSON.stringify({ id: buildId })}\n`);
        compressFiles(outDir);
      },
    },
  };
}

async function filesToKeep(outDir: string): Promise<ManifestEntry[]> {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: outDir,
    globPatterns: ['**/*.{js,mjs,css,html,woff2,svg,png,webp,webmanifest}'],
    globIgnores: ['sw.js', 'screenshots/**'],
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: largestFileBytes,
  });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  return manifestEntries;
}

interface WorkerContents {
  readonly buildId: string;
  readonly files: readonly ManifestEntry[];
}

async function buildWorker(root: string, outDir: string, contents: WorkerContents): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __BUILD_ID__: JSON.stringify(contents.buildId),
      __FILES_TO_KEEP__: JSON.stringify(contents.files),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'service-worker/sw.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}
