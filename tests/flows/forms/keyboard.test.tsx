import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { formContext, held, leaveStage, showForm } from './stage.tsx';

afterEach(leaveStage);

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await userEvent.keyboard(key);
};

describe('with the keyboard alone', () => {
  it('a tag is added, another is not added twice, and one is taken away', async () => {
    await showForm({ type: 'place', only: ['tags'] });
    await userEvent.tab();
    await press('tea{Enter}', 'wool{Enter}', 'TEA{Enter}');
    expect(held()).toEqual({ tags: ['tea', 'wool'] });
    await userEvent.tab({ shift: true });
    await userEvent.tab({ shift: true });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove tea');
    await press('{Enter}');
    expect(held()).toEqual({ tags: ['wool'] });
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  it('what is typed as a tag counts when one moves on', async () => {
    await showForm({ type: 'place', only: ['tags', 'note'] });
    await userEvent.tab();
    await press('football');
    await userEvent.tab();
    expect(held()).toEqual({ tags: ['football'] });
  });

  it('a whole group is filled in from top to bottom', async () => {
    await showForm({
      type: 'group',
      only: ['name', 'assetType', 'cost', 'openTo', 'facilities', 'note'],
    });
    await userEvent.tab();
    await press('Pill Growers');
    await userEvent.tab();
    await press('Residents');
    await userEvent.tab();
    await press('{ArrowDown}');
    await userEvent.tab();
    await press(' ');
    await userEvent.tab();
    await press('Bring boots');
    expect(held()).toMatchObject({ name: 'Pill Growers', note: 'Bring boots' });
    expect(held()['assetType']).toBe('assoc.residents');
    expect(held()['openTo']).toBeDefined();
    expect(held()['cost']).toBeDefined();
  });

  it('the reach of each field is the order in which it is read', async () => {
    await showForm({ type: 'exchange', context: formContext });
    const seen: Element[] = [];
    await userEvent.tab();
    while (document.activeElement && document.activeElement !== document.body) {
      seen.push(document.activeElement);
      await userEvent.tab();
      if (seen.length > 400) break;
    }
    expect(seen.length).toBeGreaterThan(30);
    expect(seen.length).toBeLessThan(400);
    const inOrder = seen.every((element, i) => {
      const before = seen[i - 1];
      return !before || before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    expect(inOrder).toBe(true);
  });
});
