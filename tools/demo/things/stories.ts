import { picture } from './pictures.ts';
import { at, idOf, inStreet, refTo, type Written, written } from './written.ts';

const story = written('story');

export const stories: readonly Written[] = [
  story(
    'bells',
    {
      title: 'Bells under the river',
      assetType: 'cult.memory',
      kind: 'memory',
      words:
        'On still nights the old people heard bells under the bridge. Gran said they rang for anyone who had not gone home yet.',
      when: 'When Gran was small',
      placeId: idOf('place/footbridge'),
      tellers: [refTo('person/glenys')],
      language: 'en',
      relatedAssets: [refTo('place/footbridge')],
      share: 'public',
    },
    { said: 1 },
  ),
  story('clychau', {
    title: 'Clychau o dan y dŵr',
    assetType: 'cult.memory',
    kind: 'memory',
    words:
      'Roedd Mam-gu’n dweud bod clychau i’w clywed o dan y bont ar noson dawel. “Amser mynd adref,” medden nhw.',
    placeId: idOf('place/footbridge'),
    language: 'cy',
    tellers: [refTo('person/glenys')],
    share: 'members',
  }),
  story(
    'ferry',
    {
      title: 'The ferry and the goat',
      assetType: 'cult.heritage',
      kind: 'place-history',
      words:
        'Before the footbridge there was a flat boat on a rope. It cost a penny, and a goat cost two. One goat swam instead, each market day, for nothing.',
      years: { from: 1860, to: 1911 },
      placeId: idOf('place/bench-quay'),
      relatedAssets: [refTo('place/memorial')],
      share: 'public',
    },
    { said: 1 },
  ),
  story(
    'flood',
    {
      title: 'The night of the long table',
      assetType: 'cult.memory',
      kind: 'success',
      words:
        'When the river came up, the centre put every table end to end and cooked for two hundred. Nobody ate alone. We do it again each January, dry.',
      years: { from: 1987, to: 1987 },
      placeId: idOf('place/centre'),
      tellers: [refTo('person/desmond')],
      relatedAssets: [refTo('place/centre'), refTo('group/table')],
      share: 'public',
    },
    { said: 2 },
  ),
  story(
    'mural',
    {
      title: 'Eleven swans on the mill wall',
      ...picture('mural', 'The wall, with the cook’s big swan below'),
      assetType: 'cult.art',
      kind: 'song-food-craft',
      words: 'Each class of the school painted one swan. The eleventh is by the cook.',
      ...at(162, 438),
      share: 'public',
    },
    { said: 1 },
  ),
  story(
    'wassail',
    {
      title: 'Singing to the orchard',
      assetType: 'cult.tradition',
      kind: 'tradition',
      words:
        'In January we sing to the last three apple trees in Orchard Street. There is toast in the branches for the robins.',
      when: 'The second Friday in January',
      ...inStreet('Orchard Street'),
      share: 'public',
    },
    { said: 1 },
  ),
  story('radio', {
    title: 'Radio Cei, ten minutes a week',
    assetType: 'cult.media',
    kind: 'skill-lore',
    words: 'Two young people and a borrowed microphone. Listen on the library computers.',
    placeId: idOf('organisation/library'),
    share: 'members',
  }),
  story(
    'mill',
    {
      title: 'The flannel mill',
      assetType: 'cult.heritage',
      kind: 'place-history',
      words:
        'Sixty looms once ran here. The red stripe was made with a root that still grows by the gate.',
      years: { from: 1820, to: 1954 },
      ...at(148, 436),
      share: 'public',
      contentNote: 'Tells of an accident.',
    },
    { age: 800 },
  ),
  story(
    'hall',
    {
      title: 'How Farside got a hall',
      assetType: 'cult.success',
      kind: 'success',
      words:
        'The army left a tin hut. Nine families carried it over the bridge in pieces, and the piano last.',
      years: { from: 1947 },
      placeId: idOf('place/farhall'),
      share: 'public',
    },
    { said: 1 },
  ),
  story(
    'cawl',
    {
      title: 'Desmond’s cawl with thyme and lime',
      assetType: 'cult.memory',
      kind: 'song-food-craft',
      words:
        'Start the cawl as your neighbour taught you. Finish it as your mother did, with lime. It feeds a street.',
      ...inStreet('Weavers Row'),
      tellers: [refTo('person/desmond')],
      share: 'members',
    },
    { said: 1 },
  ),
  story('future', {
    title: 'What if we rowed again?',
    assetType: 'cult.success',
    kind: 'future',
    words:
      'Four boats, a river, and twenty people who say they would. What is missing is a key and a first Sunday.',
    placeId: idOf('place/boathouse'),
    relatedAssets: [refTo('place/boathouse')],
    share: 'team',
  }),
  story(
    'stage',
    {
      title: 'The back room that had a king',
      assetType: 'cult.venue',
      kind: 'memory',
      words: 'A famous man sang in the back room once, they say. Nobody agrees on which.',
      placeId: idOf('exchange/pub'),
      share: 'members',
      status: 'unconfirmed',
    },
    { imported: true },
  ),
];
