import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { installTrustedTypes } from '#app/trusted-types.ts';
import { chooseLocale } from '#i18n/locale.ts';
import { showLocale } from '#i18n/shown-locale.ts';
import { loadTypeIcons } from '#ui/loaded-type-icons.ts';
import { applyTheme, isTheme } from '#ui/theme.ts';
import '#ui/base.css';
import { Gallery } from './gallery.tsx';

/** Every part on a page, to be looked at: `npx vite tests/support/gallery --config vite.config.ts`. */
installTrustedTypes();
const wishes = new URLSearchParams(location.search);
const theme = wishes.get('theme');
applyTheme(isTheme(theme) ? theme : 'auto');
await Promise.all([
  showLocale(chooseLocale({ search: location.search, languages: [] }).id),
  loadTypeIcons(),
]);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Gallery view={wishes.get('view') ?? 'parts'} />
    </StrictMode>,
  );
