import { type AssetTypeRow, nothing, organisation } from './asset-type.ts';

/** Culture and stories: what a place remembers, makes and celebrates. */
export const storyTypes = [
  { id: 'cult.memory', icon: 'MessageSquareQuote', oruk: nothing },
  { id: 'cult.heritage', icon: 'Landmark', oruk: nothing },
  { id: 'cult.art', icon: 'Palette', oruk: nothing },
  { id: 'cult.venue', icon: 'Theater', oruk: ['location', 'organization'] },
  { id: 'cult.tradition', icon: 'PartyPopper', oruk: nothing },
  { id: 'cult.media', icon: 'Newspaper', oruk: organisation },
  { id: 'cult.success', icon: 'Sparkles', oruk: nothing },
] as const satisfies readonly AssetTypeRow[];
