import { describe, expect, it } from 'vitest';
import { valuesOf } from './read-csv.ts';

describe('words that are easily taken for their opposite', () => {
  it.each([
    ['0', 'free'],
    ['£0.00', 'free'],
    ['No charge', 'free'],
    ['no cost', 'free'],
    ['Nil', 'free'],
    ['Free entry', 'free'],
    ['Am ddim', 'free'],
    ['Free parking, £3 to get in', 'paid'],
    ['Not free', 'paid'],
    ['£2.50 a week', 'paid'],
    ['Donation of £1', 'donation'],
    ['Free for members', undefined],
    ['yes', undefined],
  ])('what it costs: “%s” is %s', (said, cost) => {
    expect(valuesOf(`Name,Cost\nHall,"${said}"\n`)['cost']).toBe(cost);
  });

  it.each([
    ['yes', 'free'],
    ['Y', 'free'],
    ['no', 'paid'],
  ])('where the heading asks whether it is free, “%s” is %s', (said, cost) => {
    expect(valuesOf(`Name,Free?\nHall,${said}\n`)['cost']).toBe(cost);
  });

  it.each([
    ['Yes', { wheelchair: 'yes' }],
    ['fully accessible', { wheelchair: 'yes' }],
    ['N', { wheelchair: 'no' }],
    ['Partly', { wheelchair: 'limited' }],
    ['Yes, by the side door', { wheelchair: 'yes', detail: 'Yes, by the side door' }],
    ['No - steps only', { wheelchair: 'no', detail: 'No - steps only' }],
    ['No steps', { detail: 'No steps' }],
    ['0 steps', { detail: '0 steps' }],
    ['1 step at the door', { detail: '1 step at the door' }],
    ['Full flight of stairs', { detail: 'Full flight of stairs' }],
    ['Accessible toilet only', { detail: 'Accessible toilet only' }],
  ])('wheelchair access: “%s”', (said, access) => {
    expect(valuesOf(`Name,Wheelchair access\nHall,"${said}"\n`)['access']).toEqual(access);
  });
});
