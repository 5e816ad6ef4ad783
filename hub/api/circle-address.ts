import { type Circle, circles } from '../../src/domain/sharing/level.ts';

export interface CircleAddress {
  readonly register: string;
  readonly circle: Circle;
}

/** `<register>-members`, as a circle is named everywhere; undefined for anything else. */
export function circleAddress(name: string): CircleAddress | undefined {
  const [, register, word] = /^([0-9a-f]{32})-([a-z]+)$/.exec(name) ?? [];
  const circle = circles.find((known) => known === word);
  return register && circle ? { register, circle } : undefined;
}

export const circleName = ({ register, circle }: CircleAddress): string => `${register}-${circle}`;
