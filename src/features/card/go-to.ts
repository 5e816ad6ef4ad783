import { navigate } from 'wouter/use-browser-location';

export type CardPart = 'edit' | 'history' | 'connect' | 'happens' | 'as/member' | 'as/team';

export const cardOf = (id: string): string => `/asset/${id}`;

interface FromCard {
  readonly fromCard: true;
}
const cameFromCard = (): boolean => (history.state as FromCard | null)?.fromCard === true;

export const goToPart = (id: string, part: CardPart): void =>
  navigate(`${cardOf(id)}/${part}`, { state: { fromCard: true } satisfies FromCard });

/** Back to the card a part of it was opened from, so that the way back does not grow. */
export const leavePart = (id: string): void => {
  if (cameFromCard()) history.back();
  else navigate(cardOf(id), { replace: true });
};

export const goToList = (): void => navigate('/list');

/** To the screen one came from, or to the list where the card was opened directly. */
export const goBack = (): void => {
  if (history.length > 1) history.back();
  else goToList();
};
