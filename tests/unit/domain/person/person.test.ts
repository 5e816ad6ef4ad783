import { describe, expect, it } from 'vitest';
import { person } from '#domain/person/person.ts';

const never =
  /birth|nhs|ethnic|religio|sexual|health|disab|immigra|income|benefit|criminal|household|alarm|alone/i;

describe('a person', () => {
  it('has no field for what must not be written down', () => {
    expect(Object.keys(person.fields).filter((field) => never.test(field))).toEqual([]);
  });

  it('has no field that could ever be read beyond the team, save what every record has', () => {
    const everywhere = [
      'share',
      'status',
      'createdAt',
      'createdBy',
      'source',
      'reviewDueOn',
      'deleted',
    ];
    const wide = Object.entries(person.fields)
      .filter(
        ([field, { share }]) =>
          !everywhere.includes(field) && share !== 'device' && share !== 'team',
      )
      .map(([field]) => field);
    expect(wide).toEqual([]);
  });

  it('keeps home, private name and ways to reach them on the device', () => {
    for (const field of ['home', 'privateName', 'contactRoutes'] as const) {
      expect(person.fields[field].share).toBe('device');
    }
    expect(person.defaults).toEqual({ share: 'device', precision: 'street' });
  });

  it('is asked for gifts before anything else', () => {
    const asked = Object.entries(person.fields).filter(([, { control }]) => control !== 'none');
    expect(asked[0]?.[0]).toBe('gifts');
  });
});
