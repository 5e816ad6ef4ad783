import { type AssetTypeRow, nothing } from './asset-type.ts';

/** Roles people hold. Never exported. */
export const peopleTypes = [
  { id: 'ind.head', icon: 'Lightbulb', oruk: nothing },
  { id: 'ind.hand', icon: 'Hammer', oruk: nothing },
  { id: 'ind.heart', icon: 'Heart', oruk: nothing },
  { id: 'ind.connector', icon: 'Handshake', oruk: nothing },
  { id: 'ind.street-rep', icon: 'Signpost', oruk: nothing },
  { id: 'ind.elder', icon: 'BookOpen', oruk: nothing },
  { id: 'ind.maker', icon: 'Guitar', oruk: nothing },
  // Sensitive because a language can hint at where a person comes from.
  { id: 'ind.welcomer', icon: 'Languages', oruk: nothing, sensitive: true },
] as const satisfies readonly AssetTypeRow[];
