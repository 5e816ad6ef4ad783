/** Things with names and words of their own, which a labelled set of queries may expect to find. */
export interface KnownThing {
  readonly assetType: string;
  readonly name: string;
  readonly where: string;
  readonly line: string;
  readonly words: string;
}

const known = (
  assetType: string,
  name: string,
  where: string,
  [line, words]: readonly [string, string],
): KnownThing => ({ assetType, name, where, line, words });

export const knownThings: readonly KnownThing[] = [
  known('assoc.arts', 'Pobl y Dŵr Community Choir', '3 Bell Street', [
    'Singing for anyone who thinks they cannot',
    'choir harmony sopranos NP20 2DW',
  ]),
  known('place.hall', 'St Stephen’s Parish Hall', 'Adeline Street', [
    'Big room with a stage and a kitchen',
    'stage chairs hire NP20 2PQ',
  ]),
  known('exch.repair', 'Tŷ Cariad Repair Café', '41 Lucas Street', [
    'Bring what is broken and mend it together',
    'toasters soldering lamps zips',
  ]),
  known('assoc.hobby', 'Transporter Chess Club', 'Brunel Street', [
    'Boards, clocks and a biscuit tin',
    'chess chessboard grandmaster beginners',
  ]),
  known('inst.library', 'Pillgwenlly Library', 'Temperance Street', [
    'Borrow books and use a computer',
    'large-print audiobooks printing scanner',
  ]),
  known('place.allotment', 'Ebenezer Allotments', 'Ebenezer Drive', [
    'Forty plots and a shared greenhouse',
    'rhubarb leeks onions waiting list',
  ]),
  known('exch.food-share', 'The Good Larder', 'Union Street', [
    'Surplus groceries for whoever needs them',
    'tins vegetables no referral',
  ]),
  known('place.lifesaver', 'Defibrillator at the Waterloo', 'Waterloo Hotel', [
    'In the green box by the door',
    'cabinet code emergency',
  ]),
  known('ind.hand', 'Gwilym Prosser', 'Oswald Road', [
    'Mends wirelesses and old gramophones',
    'valve radios gramophone tinkering',
  ]),
  known('ind.connector', 'Mrs O’Shaughnessy', 'Clarence Place', [
    'Has lived here since 1961',
    'rosary jam marmalade',
  ]),
  known('assoc.family', 'Little Acorns Stay and Play', 'Duffryn Methodist Church', [
    'For under-fives and whoever looks after them',
    'pushchairs sandpit nursery rhymes',
  ]),
  known('assoc.movement', 'Wetlands Ramblers', 'Nash Road', [
    'Four gentle miles on Sundays',
    'binoculars reedbeds lapwings boots',
  ]),
  known('place.worship', 'Jamia Mosque', 'Shaftesbury Lane', [
    'Open to visitors after Friday prayers',
    'jummah ablution imam',
  ]),
  known('place.worship', 'Bethesda Baptist Chapel', 'Saint Mary Street', [
    'Services in Welsh and English',
    'cymanfa hymns vestry',
  ]),
  known('inst.gp', 'Grange Clinic', 'Westfield Avenue', [
    'Ring at eight for the same day',
    'appointments nurse blood pressure',
  ]),
  known('inst.pharmacy', 'Mayberry’s', 'Blewitt Street', [
    'Blister packs and home delivery',
    'inhalers flu jab',
  ]),
  known('exch.cafe', 'Caffi Enfys', 'Rainbow Parade', [
    'Welsh cakes on the bakestone',
    'welshcakes breakfasts vegan',
  ]),
  known('exch.library-things', 'Borrow Not Buy', 'Unit 4, Enterprise Way', [
    'Drills, tents and a carpet cleaner',
    'ladders gazebo pressure-washer',
  ]),
  known('cult.art', 'Chartist Mosaic', 'John Frost Square', [
    'Remade by schoolchildren from the pieces',
    'chartism tesserae rising 1839',
  ]),
  known('cult.memory', 'The night the dock gates froze', 'Alexandra Dock', [
    'Told by three tugmen',
    'tugboats blizzard 1947',
  ]),
  known('cult.heritage', 'Transporter Bridge Engine House', 'Stephenson Street', [
    'One of very few left working',
    'gondola winding gear',
  ]),
  known('place.bench', 'Eluned’s bench', 'Belle Vue Lane', [
    'Sun until four and a view of the channel',
    'memorial viewpoint rest',
  ]),
  known('place.toilet-water', 'Water tap at the Riverfront', 'Kingsway', [
    'Fill a bottle, day and night',
    'refill fountain',
  ]),
  known('assoc.growing', 'Guerrilla Sunflowers', 'Potter Street', [
    'Seeds in every tree pit each April',
    'sunflower trowels pollinators',
  ]),
  known('assoc.sport', 'Pill Harriers Rugby', 'Pill Bowling Green', [
    'Two senior sides and a veterans team',
    'scrum lineout fixtures',
  ]),
  known('assoc.youth', '3rd Newport Sea Scouts', 'Spytty Quay', [
    'Dinghies, knots and campfires',
    'kayaks lifejackets badges',
  ]),
  known('inst.charity', 'Shaw Trust Money Advice', 'Dock Parade', [
    'Bring the letters, opened or not',
    'bailiffs universal credit budgeting',
  ]),
  known('assoc.social', 'Thursday Cawl Club', 'Trinity Road', [
    'A bowl of cawl and a natter',
    'pensioners soup company',
  ]),
  known('exch.timebank', 'Hours for Ours', 'Corn Exchange', [
    'One hour given, one hour owed',
    'favours swap dog-walking',
  ]),
  known('ind.welcomer', 'Oksana Kovalenko', 'Llanover Close', [
    'Speaks Ukrainian, Russian and German',
    'interpreting paperwork pierogi',
  ]),
];
