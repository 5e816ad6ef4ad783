import type { AssetTypeId } from './types.ts';

/** Tags of one OpenStreetMap object, as they come: `{ amenity: 'cafe', name: 'Tea Cosy' }`. */
export type OsmTags = Readonly<Record<string, string>>;

/**
 * What an object's tags must hold, all of them, for it to become a type.
 * More tags win; among rules with as many, the one that stands first. `*` = any value but `no`.
 */
export interface OsmRule {
  readonly tags: OsmTags;
  readonly type: AssetTypeId;
  /** The tag says too little: a person should look at the type. */
  readonly checkType?: true;
  /**
   * Street furniture, offered only if asked for: when it has no name, or `always`, where a name
   * says no more than which one it is.
   */
  readonly everyday?: true | 'always';
}

type Doubt = Pick<OsmRule, 'checkType' | 'everyday'>;
const check: Doubt = { checkType: true };
const everyday: Doubt = { everyday: true };
const stop: Doubt = { everyday: 'always' };

/** One rule for each value of a key, written `a|b|c`. */
const each = (key: string, values: string, type: AssetTypeId, doubt: Doubt = {}): OsmRule[] =>
  values.split('|').map((value) => ({ tags: { [key]: value }, type, ...doubt }));

const pair = (tags: OsmTags, type: AssetTypeId, doubt: Doubt = {}): OsmRule => ({
  tags,
  type,
  ...doubt,
});

const pairs: readonly OsmRule[] = [
  pair({ club: 'sport', leisure: 'pitch' }, 'assoc.sport'),
  pair({ leisure: 'pitch', sport: 'skateboard' }, 'place.play'),
  pair({ leisure: 'pitch', sport: 'bmx' }, 'place.play'),
  pair({ leisure: 'garden', 'garden:type': 'community' }, 'place.garden'),
  pair({ leisure: 'garden', 'garden:type': 'municipal' }, 'place.park'),
  pair({ leisure: 'garden', 'garden:type': 'public' }, 'place.park'),
  pair({ leisure: 'garden', 'garden:type': 'botanical' }, 'place.park'),
  // A pool without these is as a rule somebody's back garden.
  pair({ leisure: 'swimming_pool', access: 'yes' }, 'place.sports-centre'),
  pair({ leisure: 'swimming_pool', access: 'customers' }, 'place.sports-centre'),
  pair({ leisure: 'swimming_pool', name: '*' }, 'place.sports-centre', check),
  pair({ amenity: 'community_centre', lgbtq: 'primary' }, 'assoc.identity', check),
  pair({ amenity: 'community_centre', community_centre: 'youth_centre' }, 'assoc.youth', check),
  pair({ amenity: 'community_centre', community_centre: 'family_centre' }, 'inst.family'),
  pair({ amenity: 'shelter', shelter_type: 'public_transport' }, 'place.travel', stop),
  pair({ amenity: 'recycling', recycling_type: 'centre' }, 'exch.reuse', check),
  pair({ man_made: 'water_tap', drinking_water: 'yes' }, 'place.toilet-water'),
  pair({ tourism: 'information', information: 'board' }, 'cult.media'),
  pair({ amenity: 'pub', 'operator:type': 'community' }, 'exch.coop', check),
  pair({ shop: '*', 'operator:type': 'community' }, 'exch.coop', check),
  pair({ shop: '*', 'operator:type': 'cooperative' }, 'exch.coop', check),
];

const amenities: readonly OsmRule[] = [
  ...each('amenity', 'community_centre|events_venue|conference_centre', 'place.hall'),
  ...each('amenity', 'arts_centre', 'place.hall', check),
  ...each('amenity', 'place_of_worship|monastery', 'place.worship'),
  ...each('amenity', 'library', 'inst.library'),
  ...each('amenity', 'school|kindergarten|college|university', 'inst.school'),
  ...each('amenity', 'music_school|language_school|prep_school', 'inst.school', check),
  ...each('amenity', 'childcare', 'inst.family'),
  ...each('amenity', 'doctors|clinic', 'inst.gp'),
  ...each('amenity', 'dentist', 'inst.gp', check),
  ...each('amenity', 'pharmacy', 'inst.pharmacy'),
  ...each('amenity', 'hospital', 'inst.hospital'),
  ...each('amenity', 'nursing_home', 'inst.care'),
  ...each('amenity', 'townhall', 'inst.council'),
  ...each('amenity', 'police|fire_station', 'inst.emergency'),
  ...each('amenity', 'social_centre|social_club', 'assoc.social'),
  ...each('amenity', 'theatre|cinema|music_venue', 'cult.venue'),
  ...each('amenity', 'studio', 'cult.media', check),
  ...each('amenity', 'cafe|pub|restaurant|bar|internet_cafe', 'exch.cafe'),
  ...each('amenity', 'fast_food|food_court|ice_cream|biergarten', 'exch.cafe', check),
  ...each('amenity', 'marketplace', 'exch.market'),
  ...each('amenity', 'post_office', 'exch.shop'),
  ...each('amenity', 'kitchen|food_sharing', 'exch.food-share'),
  ...each('amenity', 'give_box', 'exch.reuse'),
  ...each('amenity', 'toy_library|public_bookcase', 'exch.library-things'),
  ...each('amenity', 'coworking_space', 'exch.laundry-work'),
  ...each('amenity', 'bank', 'exch.credit', check),
  ...each('amenity', 'toilets|drinking_water|water_point|shower', 'place.toilet-water'),
  ...each('amenity', 'grave_yard|crematorium', 'place.memorial'),
  ...each('amenity', 'bench|shelter|lounger', 'place.bench', everyday),
  ...each('amenity', 'bus_station|ferry_terminal', 'place.travel'),
  ...each('amenity', 'bicycle_repair_station', 'place.travel'),
  ...each('amenity', 'recycling', 'exch.reuse', { ...check, ...everyday }),
];

const care: readonly OsmRule[] = [
  ...each('social_facility', 'food_bank|soup_kitchen|dairy_kitchen', 'exch.food-share'),
  ...each('social_facility', 'clothing_bank', 'exch.reuse'),
  ...each('social_facility', 'day_care|group_home|assisted_living|nursing_home', 'inst.care'),
  ...each('social_facility', 'hospice', 'inst.hospital'),
  ...each('social_facility', 'outreach', 'inst.charity', check),
  ...each('social_facility', 'workshop', 'inst.work', check),
  ...each('amenity', 'social_facility', 'inst.care', check),
];

const trade: readonly OsmRule[] = [
  ...each('shop', 'vacant', 'place.could-be'),
  ...each('shop', 'charity|second_hand', 'exch.reuse'),
  ...each('shop', 'laundry', 'exch.laundry-work'),
  ...each('shop', 'repair', 'exch.repair', check),
  ...each('shop', 'convenience|supermarket|bakery|butcher|fishmonger|greengrocer', 'exch.shop'),
  ...each('shop', 'deli|farm|dairy|general|newsagent|kiosk|chemist|hardware', 'exch.shop'),
  ...each('shop', 'hairdresser|barber|books|bicycle|florist|wool|sewing', 'exch.shop'),
  ...each('shop', '*', 'exch.shop', check),
];

const leisure: readonly OsmRule[] = [
  ...each('leisure', 'hackerspace', 'exch.repair'),
  ...each('leisure', 'social_club', 'assoc.social'),
  ...each('leisure', 'dance', 'assoc.movement'),
  ...each('leisure', 'indoor_play', 'assoc.family', check),
  ...each('leisure', 'park|common|recreation_ground|village_green|dog_park', 'place.park'),
  ...each('leisure', 'garden', 'place.garden', check),
  ...each('leisure', 'nature_reserve|swimming_area|bird_hide|wildlife_hide', 'place.nature'),
  ...each('leisure', 'playground|skatepark', 'place.play'),
  ...each('leisure', 'pitch|fitness_station|track', 'place.pitch'),
  ...each('leisure', 'sports_centre|sports_hall|fitness_centre|stadium', 'place.sports-centre'),
  ...each('leisure', 'ice_rink|bowling_alley|golf_course', 'place.sports-centre', check),
  ...each('leisure', 'bandstand|outdoor_seating', 'place.square'),
  ...each('leisure', 'picnic_table', 'place.bench', everyday),
];

const culture: readonly OsmRule[] = [
  ...each('historic', 'memorial|monument|castle|ruins|archaeological_site|fort', 'cult.heritage'),
  ...each('historic', 'building|manor|wayside_cross|milestone|tomb', 'cult.heritage', check),
  ...each('memorial', 'blue_plaque|plaque|statue|war_memorial', 'cult.heritage'),
  ...each('tourism', 'artwork', 'cult.art'),
  ...each('tourism', 'museum|gallery', 'cult.venue'),
  ...each('tourism', 'picnic_site', 'place.bench'),
  ...each('tourism', 'viewpoint', 'place.nature'),
  ...each('information', 'board', 'cult.media'),
];

const offices: readonly OsmRule[] = [
  ...each('healthcare', 'counselling|psychotherapist', 'inst.counselling'),
  ...each('healthcare', 'hospice|hospital', 'inst.hospital'),
  ...each('healthcare', 'pharmacy', 'inst.pharmacy'),
  ...each('healthcare', 'doctor|clinic|centre', 'inst.gp'),
  ...each('healthcare', 'dentist|physiotherapist|optometrist|podiatrist|midwife', 'inst.gp', check),
  ...each('healthcare', 'alternative|vaccination_centre|rehabilitation|yes', 'inst.gp', check),
  ...each('office', 'charity|ngo|foundation', 'inst.charity'),
  ...each('office', 'government', 'inst.council'),
  ...each('office', 'association', 'assoc.residents', check),
  ...each('office', 'political_party|union', 'assoc.campaign'),
  ...each('office', 'employment_agency', 'inst.work'),
  ...each('office', 'property_management', 'inst.housing', check),
  ...each('office', 'newspaper', 'cult.media'),
  ...each('office', 'cooperative', 'exch.coop', check),
  ...each('office', 'coworking', 'exch.laundry-work'),
];

const clubs: readonly OsmRule[] = [
  ...each('club', 'sport', 'assoc.sport'),
  ...each('club', 'music|theatre|art', 'assoc.arts', check),
  ...each('club', 'scout|youth', 'assoc.youth', check),
  ...each('club', '*', 'assoc.hobby', check),
  ...each('craft', '*', 'exch.micro'),
];

const ground: readonly OsmRule[] = [
  ...each('landuse', 'allotments', 'place.allotment'),
  ...each('landuse', 'recreation_ground|village_green', 'place.park'),
  ...each('landuse', 'orchard', 'place.garden'),
  ...each('landuse', 'cemetery', 'place.memorial'),
  ...each('landuse', 'forest', 'place.nature'),
  ...each('landuse', 'brownfield', 'place.could-be', check),
  ...each('natural', 'wood|heath|wetland|beach|water', 'place.nature'),
  ...each('place', 'square', 'place.square'),
  ...each('man_made', 'planter', 'place.garden', everyday),
];

const streets: readonly OsmRule[] = [
  ...each('emergency', 'defibrillator', 'place.lifesaver'),
  ...each('emergency', 'ambulance_station|lifeboat_station', 'inst.emergency'),
  ...each('railway', 'station|halt', 'place.travel'),
  ...each('railway', 'tram_stop', 'place.travel', stop),
  ...each('highway', 'bus_stop', 'place.travel', stop),
  ...each('public_transport', 'station', 'place.travel'),
  ...each('public_transport', 'platform', 'place.travel', stop),
];

const lastGuesses: readonly OsmRule[] = [
  ...each('community_centre', '*', 'place.hall', check),
  ...each('memorial', '*', 'cult.heritage', check),
  ...each('tourism', 'attraction', 'cult.heritage', check),
];

/** In order: what an object is for comes before what it stands on or is built as. */
export const osmRules: readonly OsmRule[] = [
  ...pairs,
  ...amenities,
  ...care,
  ...trade,
  ...leisure,
  ...culture,
  ...offices,
  ...clubs,
  ...ground,
  ...streets,
  ...lastGuesses,
];
