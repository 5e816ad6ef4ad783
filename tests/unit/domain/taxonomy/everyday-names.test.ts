import { expect, test } from 'vitest';
import { guessType } from '#domain/taxonomy/guess-type.ts';
import { kindOfType } from '#domain/taxonomy/kinds.ts';
import { englishTypeWords } from '../../../support/type-words.ts';

/** What people call things round here, parted by `|`, and the type a neighbour expects. */
const everyday: Readonly<Record<string, string>> = {
  'place.bench': 'Bench by the canal|Chatty bench|Park bench|Bench in the park|Station Road bench',
  'place.hall':
    "Old Reading Room|Reading Room|The Old Library|St Mary's church hall|The Scout Hut|Miners' Institute|School hall|Community room at the flats|Warm room|The Men’s Shed",
  'place.worship':
    'Jamia Mosque|Gurdwara Singh Sabha|St Mary’s Church|Park Street Church|Prayer room',
  'place.memorial': 'St Mary’s churchyard|Memorial garden|Garden of remembrance',
  'place.allotment': 'Temple Street allotments|Allotments behind the school',
  'place.lifesaver': 'Defibrillator outside the Co-op',
  'place.travel': 'Church Road bus stop|Bus shelter|Railway station',
  'place.park': 'Old Mill Park|Belle Vue Park|The Rec|Old school field',
  'place.play': 'Skate park|Swings on Mill Street',
  'place.pitch': 'Bowling green|Tennis courts',
  'place.sports-centre': 'Leisure centre|Swimming pool',
  'place.could-be': 'Old shop on the corner|Former bank|Spare room above the pub',
  'place.square': 'Town square',
  'place.garden': 'Community garden|Pocket park',
  'place.toilet-water': 'Public toilets|Water tap by the allotments',
  'place.nature': 'River walk|Canal towpath|Church Hill woods',
  'assoc.growing': 'Pill Growers|Allotment society|Gardening club',
  'assoc.elders': "Men’s Shed|WI|Women's Institute",
  'assoc.campaign': 'Litter pickers|Save our Library',
  'assoc.sport': 'Bowls club|Pill AFC|Swimming club|Walking football',
  'assoc.movement': 'Park run|parkrun|Walking group|Yoga in the park|Running club',
  'assoc.hobby': 'Knit and natter|Tuesday knitters|Book club|Chess club|Sewing bee|Camera club',
  'assoc.social': 'Coffee morning|Lunch club|Bingo night|Working Men’s Club',
  'assoc.arts': 'Church choir|Community choir|Drama group',
  'assoc.youth': 'Youth club|1st Pill Scouts',
  'assoc.peer': "Slimming World|Dementia café|Carers' group",
  'assoc.family': 'Toddler group|Stay and play|PTA',
  'assoc.residents': 'Residents’ association',
  'assoc.neighbourly': 'Neighbourhood Watch|Street WhatsApp group',
  'assoc.faith': 'Bible study|Prayer group',
  'assoc.cultural': 'Polish Saturday school',
  'assoc.friends': 'Friends of the Library',
  'inst.gp':
    'GP surgery|Pill Surgery|Dentist|Church Street Surgery|Old School Surgery|College Road Clinic',
  'inst.pharmacy': 'Boots the chemist',
  'inst.school': 'Pill Primary School',
  'inst.library': 'Central Library|School library|Reading Room',
  'inst.emergency': 'Fire station',
  'inst.charity': 'Citizens Advice|Mind',
  'inst.work': 'Job centre',
  'inst.council': 'Town council|Parish council',
  'inst.housing': 'Newport City Homes',
  'inst.family': 'Flying Start',
  'inst.shelter': "Women's Aid",
  'inst.care': 'Day centre',
  'exch.food-share': 'Food bank|Community fridge|Pay as you feel café|Community pantry',
  'exch.repair': 'Repair Café|Bike workshop',
  'exch.cafe':
    'Chip shop|The chippy|The Red Lion|Station Café|Market Tavern|Fish and chips|Smith’s fish bar',
  'exch.laundry-work': 'Launderette',
  'exch.shop':
    'Barbers|Post office|Corner shop|Nail bar|Butcher|Hairdresser|Halal butchers|Bread oven baker|Bank Street bakery',
  'exch.library-things': 'Little library|Little free library|Tool library|Toy library|Book swap',
  'exch.reuse': 'Charity shop|Swap shop',
  'exch.market': "Car boot sale|Farmers' market",
  'exch.credit': 'Credit union',
  'exch.timebank': 'Time bank',
  'exch.coop': 'Community shop',
  'exch.micro': 'Dog walker',
  'cult.memory': 'The flood of 1979|Growing up on Mill Street',
  'cult.heritage': 'War memorial|Transporter Bridge|Old docks',
  'cult.art': 'Mural under the bridge',
  'cult.tradition': 'Pill Carnival|Nan’s Welsh cakes recipe|Christmas lights',
  'cult.success': 'How we saved the library',
  'cult.venue': 'Newport Museum',
  'cult.media': 'Parish magazine|Noticeboard outside the shop',
};

const rows = Object.entries(everyday).flatMap(([type, names]) =>
  names.split('|').map((name) => [name, type] as const),
);

test('the table is worth its name', () => {
  expect(rows.length).toBeGreaterThan(150);
});

test.each(rows)('%s is %s', (name, type) => {
  const kind = kindOfType(type);
  expect(kind && guessType(kind, name, englishTypeWords)).toBe(type);
});
