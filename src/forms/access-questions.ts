/** In the order asked and told. */
export const accessQuestions = [
  'wheelchair',
  'stepFree',
  'accessibleToilet',
  'hearingLoop',
  'changingPlace',
  'parking',
  'nearBusStop',
] as const;
