import { expect, test } from 'vitest';
import { isOpenOnFoot } from '../../../../../tools/pack/graph/open-on-foot.ts';

const tags = (text: string) =>
  new Map(
    text.split(', ').map((pair): [string, string] => {
      const [key = '', value = ''] = pair.split('=');
      return [key, value];
    }),
  );

test.each([
  'highway=residential',
  'highway=steps',
  'highway=cycleway',
  'highway=service, service=driveway',
  'highway=footway, access=customers',
  'highway=service, access=private, foot=yes',
  'highway=track, access=no, foot=permissive',
  'highway=trunk, foot=yes',
  'highway=trunk, sidewalk=left',
])('%s can be walked', (text) => {
  expect(isOpenOnFoot(tags(text))).toBe(true);
});

test.each([
  'highway=motorway',
  'highway=motorway, foot=yes',
  'highway=trunk',
  'highway=primary, foot=no',
  'highway=service, access=private',
  'highway=footway, access=no',
  'highway=cycleway, foot=private',
  'highway=construction',
  'railway=rail',
  'name=Bramble Street',
])('%s cannot', (text) => {
  expect(isOpenOnFoot(tags(text))).toBe(false);
});
