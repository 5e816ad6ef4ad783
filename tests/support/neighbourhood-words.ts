/** Label and synonyms of asset types, as the taxonomy catalogue would hand them to the finder. */
export const neighbourhoodTypeWords: Readonly<Record<string, string>> = {
  'ind.hand': 'Someone good with their hands: maker, fixer, handyman',
  'ind.connector': 'Connector: knows everyone, introduces people',
  'ind.welcomer': 'Welcomer and interpreter: translator, greeter',
  'assoc.residents': 'Residents’ group: tenants, neighbourhood association',
  'assoc.social': 'Social group: lunch club, coffee morning, pensioners, get together',
  'assoc.hobby': 'Hobby or craft group: knitting, model making, chess, stamp collecting',
  'assoc.arts': 'Arts and music group: choir, singing, band, drama, painting',
  'assoc.sport': 'Sports club: football, rugby, cricket, bowls',
  'assoc.movement': 'Walking or exercise group: ramblers, yoga, keep fit, running',
  'assoc.growing': 'Growing group: gardening, conservation, litter pick',
  'assoc.family': 'Parent and toddler group: playgroup, baby, mums and dads',
  'assoc.youth': 'Youth club: scouts, guides, teenagers',
  'inst.school': 'School: primary, secondary, nursery, college',
  'inst.gp': 'Doctor: surgery, GP, health centre, medical practice',
  'inst.pharmacy': 'Pharmacy: chemist, prescriptions, medicine',
  'inst.library': 'Library: books, reading, computers',
  'inst.charity': 'Charity or advice: voluntary organisation, debt, benefits help',
  'inst.housing': 'Housing association: landlord, rent',
  'place.hall': 'Hall or community centre: room to hire, meeting room',
  'place.worship': 'Place of worship: church, mosque, chapel, temple, gurdwara',
  'place.park': 'Park or green: playing field, recreation ground',
  'place.allotment': 'Allotments: vegetable plots, growing',
  'place.play': 'Playground: swings, slide, play area',
  'place.bench': 'Bench or resting place: seat, sit down',
  'place.toilet-water': 'Toilet or drinking water: loo, WC, tap',
  'place.lifesaver': 'Lifesaver: defibrillator, AED, heart',
  'place.travel': 'Getting about: bus stop, station, bicycle stand',
  'exch.cafe': 'Café or pub: coffee, tea, bar, tavern',
  'exch.shop': 'Corner shop: grocer, newsagent, off licence',
  'exch.food-share': 'Food sharing: food bank, pantry, community fridge',
  'exch.repair': 'Repair: repair café, mending, fixing',
  'exch.library-things': 'Library of things: tool library, borrow, lend',
  'exch.timebank': 'Time bank: favours, swap hours',
  'cult.memory': 'Memory or story: history, remembered',
  'cult.heritage': 'Heritage: old building, landmark, listed',
  'cult.art': 'Public art: mural, sculpture, statue',
};

export const givenNames =
  'Dai Megan Rhys Siân Angharad Gwen Ioan Owain Carys Nia Aled Bethan Huw Mair Dylan Ffion Amina Yusuf Fatima Ahmed Zainab Ivan Olga Piotr Agnieszka Marek Chen Li Priya Raj Anjali Kofi Ama Grace Samuel Joan Brian Maureen Terry Sheila Keith Doreen Alun Eirlys Tŵm Llŷr Siôn Zoë Renée François José'.split(
    ' ',
  );

export const streets =
  'Commercial Road|Alexandra Road|Church Street|St Woolos Road|George Street|Dolphin Street|Temple Street|Frederick Street|Courtybella Terrace|Mendalgief Road|Cardiff Road|Herbert Street|Capel Crescent|Kirby Lane|Mountjoy Street|Raglan Street|Lewis Street|South Market Street|Francis Drive|Waterloo Road|Bolt Street|Wolseley Street|Jeddo Street|Price Close|Arthur Street|Castle Street|Coomassie Street|Charlotte Drive|Baldwin Drive|Williams Close|Ruperra Street|Portland Street|Tŷ Coch Lane|Maes-y-Coed Avenue|Heol Dŵr'.split(
    '|',
  );

export const nameHeads =
  'Pill|Dockside|Riverside|Old Town|Harbour|Bridge|Baneswell|Lliswerry|Maindee|Beechwood|St Julian’s|Gaer|Stow Hill|Transporter|Level of Mendalgief|Brynglas|Sorrento|Cwrt-y-Bella|Belle Vue|Shaftesbury'.split(
    '|',
  );

export const nameBodies: Readonly<Record<string, readonly string[]>> = {
  ind: ['the gardener', 'the listener', 'the baker', 'who fixes bikes', 'who knows everyone'],
  assoc: [
    'Knitters',
    'Walking Group',
    'Ukulele Band',
    'Football Club',
    'Lunch Club',
    'Toddlers',
    'Gardeners',
    'Residents',
    'Bowls Club',
    'Book Circle',
    'Boxing Gym',
    'Chess Circle',
  ],
  inst: ['Primary School', 'Surgery', 'Pharmacy', 'Library', 'Advice Centre', 'Housing Office'],
  place: [
    'Hall',
    'Park',
    'Chapel',
    'Allotments',
    'Playground',
    'Bench',
    'Community Centre',
    'Defibrillator',
    'Bus Stop',
    'Green',
  ],
  exch: ['Café', 'Corner Shop', 'Food Pantry', 'Repair Workshop', 'Tool Library', 'Market Stall'],
  cult: ['Mural', 'Story', 'Carnival', 'Old Brewery', 'Wall Painting', 'Choir of 1936'],
};

/** Most used first: the picker is skewed to the front. */
export const commonWords =
  'the and for all people every week come tea along free welcome children families older local help open new friendly room garden food music sing learn share make mend walk talk play grow cook read write paint dance bring friends neighbours volunteers cup morning afternoon evening tools books bikes clothes toys plants seeds bread soup cake coffee kitchen piano guitar drums poetry photos history river docks ships steel coal trains buses parking ramp lift toilet hearing loop signing interpreter polish arabic urdu bengali welsh czech romanian somali portuguese spanish computers phones forms benefits rent debts housing jobs training reading maths homework sewing knitting crochet quilting pottery woodwork joinery plumbing electrics painting decorating lifting shifting lifts errands shopping prescriptions befriending listening bereavement carers dementia autism wheelchair sensory quiet prayer fasting carnival parade bonfire fireworks christmas eid diwali vaisakhi easter harvest summer winter football cricket rugby bowls darts snooker boxing judo yoga pilates swimming running cycling fishing rowing canoeing skating climbing camping scouts guides cadets brownies nature birds bats bees butterflies hedgehogs trees orchard apples pears plums blackberries herbs compost allotment greenhouse polytunnel pond wildlife litter recycling swapping lending borrowing repairing charity auction raffle bingo quiz cinema theatre pantomime comedy opera jazz reggae brass gospel choir orchestra recording radio podcast newsletter noticeboard defibrillator first-aid vaccination podiatry hairdresser barber nails tailor cobbler butcher baker grocer greengrocer newsagent launderette'.split(
    ' ',
  );
