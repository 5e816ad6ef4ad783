import '#ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLocale, isLocaleId } from '#i18n/locale.ts';
import { startNamespaces } from '#i18n/namespaces.ts';
import { showLocale } from '#i18n/shown-locale.ts';
import { loadWords } from '#i18n/words.ts';
import { applyTheme, isTheme } from '#ui/theme.ts';
import { App } from './app.tsx';
import { type Composition, compose } from './compose.ts';
import { installTrustedTypes } from './trusted-types.ts';
import { watchTakeover } from './update/takeover.ts';

installTrustedTypes();

/** Language and colours first, so that the first thing drawn is already right. */
async function dress({ device }: Composition): Promise<void> {
  const { search } = location;
  const { languages } = navigator;
  // While the disk is asked for another wish, the words most likely wanted come already.
  const likely = chooseLocale({ search, languages }).id;
  for (const namespace of ['list', ...startNamespaces] as const) void loadWords(likely, namespace);
  const rows = await device.preferences.bulkGet(['locale', 'theme']).catch(() => []);
  const [locale, theme] = rows.map((row) => row?.value);
  applyTheme(isTheme(theme) ? theme : 'auto');
  const preference = isLocaleId(locale) ? locale : undefined;
  await showLocale(chooseLocale({ search, preference, languages }).id);
}

async function start(): Promise<void> {
  const composition = compose();
  const begun = composition.begin();
  await dress(composition);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App composition={composition} />
    </StrictMode>,
  );
  await begun;
}

watchTakeover();
void start();
// After the screens: keeping the app for next time is nothing to wait for.
void import('./update/register-worker.ts').then(({ registerWorker }) => registerWorker());
