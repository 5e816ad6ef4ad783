import { describe, expect, test } from 'vitest';
import { createFinderCore } from '#search/index-core.ts';
import { neighbourhood } from '../../support/neighbourhood.ts';
import { neighbourhoodTypeWords as typeWords } from '../../support/neighbourhood-words.ts';

const rows = neighbourhood(200, 5);
const core = createFinderCore({ typeWords });
core.load(rows);
const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
const firstThree = (text: string) => core.find({ text, limit: 3 }).ids.map((id) => nameOf.get(id));

/** What a neighbour types, and the thing that must be among the first three. */
const labelled: Readonly<Record<string, readonly (readonly [typed: string, meant: string])[]>> = {
  'names, whole and begun': [
    ['pobl y dwr', 'Pobl y Dŵr Community Choir'],
    ['POBL Y DŴR', 'Pobl y Dŵr Community Choir'],
    ['ty cariad', 'Tŷ Cariad Repair Café'],
    ['pillgwen', 'Pillgwenlly Library'],
    ['transporter chess', 'Transporter Chess Club'],
    ['chess tra', 'Transporter Chess Club'],
    ['oshaughnessy', 'Mrs O’Shaughnessy'],
    ["o'shaughnessy", 'Mrs O’Shaughnessy'],
    ['mayberrys', 'Mayberry’s'],
    ['mayberry', 'Mayberry’s'],
    ['eluneds bench', 'Eluned’s bench'],
    ['harriers', 'Pill Harriers Rugby'],
    ['good lard', 'The Good Larder'],
    ['little acorn', 'Little Acorns Stay and Play'],
    ['hours for ours', 'Hours for Ours'],
  ],
  'a letter missing': [
    ['bethesa', 'Bethesda Baptist Chapel'],
    ['chartst', 'Chartist Mosaic'],
    ['ramblrs', 'Wetlands Ramblers'],
    ['sunflwers', 'Guerrilla Sunflowers'],
    ['kovaleno', 'Oksana Kovalenko'],
    ['pillgwenly', 'Pillgwenlly Library'],
    ['ebenzer', 'Ebenezer Allotments'],
  ],
  'a letter wrong or too many': [
    ['mosqie jamia', 'Jamia Mosque'],
    ['geurilla sunflowers', 'Guerrilla Sunflowers'],
    ['harreirs', 'Pill Harriers Rugby'],
    ['stevens parish', 'St Stephen’s Parish Hall'],
    ['defibrilator waterloo', 'Defibrillator at the Waterloo'],
    ['bethezda', 'Bethesda Baptist Chapel'],
    ['oksanna', 'Oksana Kovalenko'],
    ['gwillim', 'Gwilym Prosser'],
    ['grnage clinic', 'Grange Clinic'],
    ['chartisst', 'Chartist Mosaic'],
  ],
  'neighbouring letters swapped': [
    ['transproter chess', 'Transporter Chess Club'],
    ['hcess transporter', 'Transporter Chess Club'],
    ['jamai', 'Jamia Mosque'],
    ['cawl culb', 'Thursday Cawl Club'],
    ['enfsy', 'Caffi Enfys'],
  ],
  'other words for it': [
    ['chemist blewitt', 'Mayberry’s'],
    ['doctor grange', 'Grange Clinic'],
    ['food bank union st', 'The Good Larder'],
    ['foodbank union', 'The Good Larder'],
    ['tool library enterprise', 'Borrow Not Buy'],
    ['seat belle vue', 'Eluned’s bench'],
    ['aed waterloo', 'Defibrillator at the Waterloo'],
    ['choirs dwr', 'Pobl y Dŵr Community Choir'],
    ['statue frost square', 'Chartist Mosaic'],
  ],
  'streets, long and short': [
    ['saint mary street', 'Bethesda Baptist Chapel'],
    ['st mary st', 'Bethesda Baptist Chapel'],
    ['temperance st', 'Pillgwenlly Library'],
    ['saint stephens', 'St Stephen’s Parish Hall'],
    ['nash rd', 'Wetlands Ramblers'],
    ['np202dw', 'Pobl y Dŵr Community Choir'],
    ['NP20 2PQ', 'St Stephen’s Parish Hall'],
  ],
  'gifts, tags and what it is': [
    ['gramophones', 'Gwilym Prosser'],
    ['gramaphone', 'Gwilym Prosser'],
    ['ukranian', 'Oksana Kovalenko'],
    ['rhubarb', 'Ebenezer Allotments'],
    ['welshcake', 'Caffi Enfys'],
    ['bailiff letters', 'Shaw Trust Money Advice'],
    ['kayak', '3rd Newport Sea Scouts'],
    ['soldering toasters', 'Tŷ Cariad Repair Café'],
    ['refil water', 'Water tap at the Riverfront'],
    ['large print', 'Pillgwenlly Library'],
  ],
};

test('at least sixty of them', () => {
  expect(Object.values(labelled).flat().length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(labelled))('%s', (_group, queries) => {
  test.each(queries)('%s: %s', (typed, meant) => {
    expect(firstThree(typed)).toContain(meant);
  });
});

test('two words find what has both, not what has either', () => {
  const found = core.find({ text: 'chess transporter', limit: 200 });
  expect(found.ids.map((id) => nameOf.get(id))).toContain('Transporter Chess Club');
  expect(found.total).toBeLessThan(core.find({ text: 'transporter', limit: 1 }).total);
});

test('what is certain is not mixed with guesses', () => {
  expect(core.find({ text: 'zzzzzz', limit: 3 }).total).toBe(0);
  const { total } = core.find({ text: 'garden', limit: 1 });
  const holding = rows.filter(
    ({ assetType = '', ...row }) =>
      /\bgarden/i.test(JSON.stringify(row)) || /\bgarden/i.test(typeWords[assetType] ?? ''),
  );
  expect(total).toBe(holding.filter(({ status }) => status !== 'archived').length);
});
