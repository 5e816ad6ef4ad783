import {
  type AssetTypeRow,
  organisation,
  withService,
  withServiceAndLocation,
} from './asset-type.ts';

/** Institutions: bodies with staff, buildings and budgets. */
export const organisationTypes = [
  { id: 'inst.school', icon: 'School', oruk: organisation, lga: ['schools'], mainlyChildren: true },
  {
    id: 'inst.gp',
    icon: 'Stethoscope',
    oruk: withService,
    lga: ['primary care'],
    sensitive: true,
  },
  { id: 'inst.pharmacy', icon: 'Pill', oruk: withService, lga: ['pharmacies'] },
  { id: 'inst.hospital', icon: 'Hospital', oruk: withService, lga: ['hospitals'], sensitive: true },
  { id: 'inst.council', icon: 'Landmark', oruk: withService, lga: ['customer services'] },
  { id: 'inst.library', icon: 'Library', oruk: withServiceAndLocation, lga: ['libraries'] },
  { id: 'inst.emergency', icon: 'Siren', oruk: organisation, lga: ['community safety'] },
  { id: 'inst.charity', icon: 'HandHelping', oruk: withService, lga: ['advice', 'VCSE support'] },
  {
    id: 'inst.care',
    icon: 'HousePlus',
    oruk: withService,
    lga: ['day opportunities'],
    sensitive: true,
  },
  {
    id: 'inst.shelter',
    icon: 'BedSingle',
    oruk: withService,
    lga: ['homelessness support'],
    sensitive: true,
    mayBeConfidential: true,
  },
  {
    id: 'inst.family',
    icon: 'Blocks',
    oruk: withServiceAndLocation,
    lga: ['family hubs'],
    mainlyChildren: true,
  },
  { id: 'inst.work', icon: 'BriefcaseBusiness', oruk: withService, lga: ['employment support'] },
  { id: 'inst.housing', icon: 'Building', oruk: organisation, lga: ['social housing'] },
  {
    id: 'inst.counselling',
    icon: 'MessageCircleHeart',
    oruk: withService,
    lga: ['counselling'],
    sensitive: true,
  },
] as const satisfies readonly AssetTypeRow[];
