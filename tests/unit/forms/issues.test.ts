import { describe, expect, it } from 'vitest';
import { idsToward, issuesUnder, messageAt, messageWithin } from '#forms/issues.ts';

const issues = [
  { field: 'contact', message: 'required' },
  { field: 'contact.phones.0.number', message: 'not-a-phone' },
  { field: 'contacts', message: 'too-many' },
];

describe('issues', () => {
  it('are named from inside the part they lie in', () => {
    expect(issuesUnder(issues, 'contact')).toEqual([
      { field: '', message: 'required' },
      { field: 'phones.0.number', message: 'not-a-phone' },
    ]);
    expect(issuesUnder(issues, 'name')).toEqual([]);
  });

  it('stand beside their own part, or beside the control that covers it', () => {
    expect(messageAt(issues, 'contact.phones')).toBeUndefined();
    expect(messageWithin(issues, 'contact.phones')).toBe('not-a-phone');
  });

  it('lead to the nearest control, from the part outwards', () => {
    expect(idsToward('f-contact', 'phones.0.number')).toEqual([
      'f-contact.phones.0.number',
      'f-contact.phones.0',
      'f-contact.phones',
    ]);
  });
});
