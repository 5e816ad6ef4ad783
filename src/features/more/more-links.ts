import type { WordKey } from '#i18n/word-keys.ts';
import {
  BookOpen,
  Check,
  Download,
  type Icon,
  Layers,
  Settings,
  Upload,
  Waypoints,
} from '#ui/icons.ts';

interface MoreLink {
  readonly href: string;
  readonly label: WordKey<'more'>;
  readonly note: WordKey<'more'>;
  readonly icon: Icon;
}

/** What is behind More. A link stands here from the day its screen is built. */
export const moreLinks: readonly MoreLink[] = [
  { href: '/register', label: 'register.label', note: 'register.note', icon: BookOpen },
  { href: '/todo', label: 'todo.label', note: 'todo.note', icon: Check },
  { href: '/import', label: 'import.label', note: 'import.note', icon: Upload },
  { href: '/export', label: 'export.label', note: 'export.note', icon: Download },
  { href: '/packs', label: 'packs.label', note: 'packs.note', icon: Layers },
  { href: '/share', label: 'share.label', note: 'share.note', icon: Waypoints },
  { href: '/settings', label: 'settings.label', note: 'settings.note', icon: Settings },
];
