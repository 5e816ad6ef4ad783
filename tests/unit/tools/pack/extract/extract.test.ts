import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, utf8 } from '#base/bytes.ts';
import { openExtract } from '../../../../../tools/pack/extract/open-extract.ts';
import { PackTrouble } from '../../../../../tools/pack/trouble.ts';
import {
  gathered,
  madeUpExtract,
  passingFile,
  pbfTwin,
} from '../../../../support/made-up-extract.ts';
import {
  blob,
  block,
  denseGroup,
  elementsOf,
  framed,
  headerBlob,
  message,
} from '../../../../support/make-pbf.ts';
import { runs } from '../../../../support/runs.ts';

const xml = readFileSync(madeUpExtract, 'utf8');

async function readAll(path: string) {
  const extract = await openExtract(path);
  try {
    return { ...(await elementsOf(extract)), day: extract.day() };
  } finally {
    await extract.close();
  }
}

describe('a made-up neighbourhood', () => {
  test('is read from XML: every element with its tags, and the day of the newest', async () => {
    const { nodes, ways, relations, day } = await readAll(madeUpExtract);
    const count = (name: string): number => xml.split(`<${name} `).length - 1;
    expect([nodes.length, ways.length, relations.length]).toEqual([
      count('node'),
      count('way'),
      count('relation'),
    ]);
    expect(nodes.find(({ id }) => id === 36)).toEqual({
      id: 36,
      at: [-29_965_000, 515_768_000],
      tags: new Map([
        ['place', 'suburb'],
        ['name', 'Madeup'],
        ['name:cy', 'Dychmyg'],
      ]),
    });
    expect(ways.find(({ id }) => id === 113)?.refs).toEqual([22, 24, 25]);
    expect(relations[0]?.members).toContainEqual({ type: 'way', id: 106, role: 'inner' });
    expect(day).toBe('2026-08-22');
  });

  test('is the same from PBF', async () => {
    expect(await readAll(await pbfTwin())).toEqual(await readAll(madeUpExtract));
  });

  test('is read again, and again in part', async () => {
    const extract = await openExtract(await pbfTwin());
    const first = await elementsOf(extract);
    expect(await elementsOf(extract)).toEqual(first);
    const ways: number[] = [];
    await extract.read({ way: (id) => ways.push(id) });
    expect(ways).toEqual(first.ways.map(({ id }) => id));
    await extract.close();
  });

  test('what an editor will remove is not there', async () => {
    const edited = xml.replace('<node id="36" ', '<node id="36" action="delete" ');
    const { nodes } = await readAll(passingFile('edited.osm', edited));
    expect(nodes.map(({ id }) => id)).not.toContain(36);
  });
});

const strings = message((writer) => {
  for (const word of ['', 'name', 'Pill']) writer.writeStringField(1, word);
});
const dense = (keysAndValues: readonly number[], lats = [515_000_000, 515_000_001]) =>
  block([denseGroup({ ids: [1, 2], lats, lons: [0, 1], keysAndValues })], strings);
const file = (...blobs: readonly Uint8Array[]) => concatBytes([headerBlob(), ...blobs]);
const data = (content: Uint8Array, told?: number) => blob('OSMData', content, told);
const rawFramed = (length: number) => {
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, length);
  return head;
};
const zeros = new Uint8Array(33 * 1024 * 1024);
const good = file(data(dense([1, 2, 0, 0])));
const damaged = 'do not fit together';

describe('a PBF that lies', () => {
  test('the one it is made of is sound', async () => {
    const { nodes } = await readAll(passingFile('a.osm.pbf', good));
    expect(nodes.map(({ tags }) => [...tags])).toEqual([[['name', 'Pill']], []]);
  });

  test.each([
    ['too few zeros', file(data(dense([1, 2, 0])))],
    ['no zero at all', file(data(dense([1, 2, 1, 2])))],
    ['a key without a value', file(data(dense([1, 0, 0])))],
    ['words left over', file(data(dense([1, 2, 0, 0, 1, 2, 0])))],
    ['a word that is not there', file(data(dense([1, 9, 0, 0])))],
    ['fewer places than nodes', file(data(dense([], [515_000_000])))],
    ['a place off the earth', file(data(dense([], [9_000_000_000, 0])))],
    ['a size that is not true', file(data(dense([]), 5))],
    ['a blob that unpacks to 33 MB', file(data(zeros))],
    ['a blob that says it is 33 MB', file(framed('OSMData', new Uint8Array(4), zeros.length))],
    ['a blob header of 70 KB', concatBytes([good, rawFramed(70_000)])],
    [
      'no gzip',
      file(
        framed(
          'OSMData',
          message((w) => w.writeBytesField(3, new Uint8Array(9))),
        ),
      ),
    ],
    ['an empty blob', file(framed('OSMData', new Uint8Array()))],
    ['a part longer than its block', file(data(Uint8Array.of(0x12, 0x7f, 1)))],
    ['a number without an end', file(data(new Uint8Array(40).fill(0xff)))],
    ['no header', concatBytes([data(dense([])), utf8('OSMHeader')])],
  ])('%s', { timeout: 20_000 }, async (name, bytes) => {
    const wanted = name === 'no header' ? 'not an extract' : damaged;
    await expect(readAll(passingFile('a.osm.pbf', bytes))).rejects.toThrow(wanted);
  });

  test('cut off anywhere, it is refused or ends between two blobs', async () => {
    const whole = headerBlob().length;
    for (let length = 30; length < good.length; length += 1) {
      const reading = readAll(passingFile('a.osm.pbf', good.subarray(0, length)));
      if (length === whole) expect((await reading).nodes).toEqual([]);
      else await expect(reading).rejects.toThrow(/cut off|not an extract/);
    }
  });

  test('what it needs and this reader has not is named', async () => {
    const needs = (feature: string) =>
      readAll(passingFile('a.osm.pbf', concatBytes([headerBlob([feature]), data(dense([]))])));
    await expect(needs('HistoricalInformation')).rejects.toThrow('history of the map');
    await expect(needs('Teleport')).rejects.toThrow('"Teleport"');
  });

  test('another packing than zlib is named', async () => {
    const body = message((writer) => writer.writeBytesField(7, new Uint8Array(4)));
    const bytes = file(framed('OSMData', body));
    await expect(readAll(passingFile('a.osm.pbf', bytes))).rejects.toThrow('with zlib');
  });
});

describe('an XML that lies', () => {
  test.each([
    ['cut off', xml.slice(0, -8)],
    ['cut off in a tag', xml.slice(0, 3000)],
    ['not of OpenStreetMap', '<html><body/></html>'],
    ['nine tags in one another', `<osm>${'<a>'.repeat(9)}${'</a>'.repeat(9)}</osm>`],
    ['an entity of its own', xml.replace('Linnet Park', '&linnet;')],
    ['a tag of five million letters', `<osm><node id="${'1'.repeat(5_000_000)}`],
  ])('%s', async (_, text) => {
    await expect(readAll(passingFile('a.osm', text))).rejects.toThrow('no sound XML');
  });

  test.each([
    ['no number as id', xml.replace('<way id="111"', '<way id="one"')],
    ['north of the pole', xml.replace('lat="51.57000"', 'lat="91.0"')],
    ['no place', xml.replace('lat="51.57000"', '')],
  ])('%s', async (_, text) => {
    await expect(readAll(passingFile('a.osm', text))).rejects.toThrow(damaged);
  });
});

/** Bytes that are held after `script` has filled `kept`, in a process that nothing else is in. */
function bytesHeld(script: string): number {
  const { stdout } = spawnSync(
    'node',
    ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: join(import.meta.dirname, '../../../../..'), encoding: 'utf8' },
  );
  return Number(stdout);
}

test('words that are kept of an XML do not keep the whole file', { timeout: 60_000 }, () => {
  const far = '<node id="1" lat="10" lon="10"/>\n'.repeat(8_000);
  const near = (n: number) =>
    `<node id="2" lat="51" lon="-3"><tag k="name" v="One of more than thirteen letters ${n}"/></node>`;
  const all = Array.from({ length: 60 }, (_, n) => far + near(n)).join('');
  const path = passingFile('a.osm', `<osm>${all}</osm>`);
  const held = bytesHeld(`
    import { openExtract } from './tools/pack/extract/open-extract.ts';
    const kept = [];
    gc();
    const before = process.memoryUsage().heapUsed;
    const extract = await openExtract(${JSON.stringify(path)});
    await extract.read({ node: (_, [lon], tags) => lon < 0 && kept.push(tags()) });
    await extract.close();
    gc();
    if (kept.length === 60) console.log(process.memoryUsage().heapUsed - before);
  `);
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(5_000_000);
});

test('what is no extract is told apart from what is packed and from what is not there', async () => {
  const why = (content: string | Uint8Array) => openExtract(passingFile('a', content));
  await expect(why('postcode,lon,lat')).rejects.toThrow('is not an extract');
  await expect(why(Uint8Array.of(0x1f, 0x8b, 8))).rejects.toThrow('Unpack it first');
  await expect(openExtract('/nowhere/a.osm')).rejects.toThrow('There is no file');
  await expect(openExtract('/tmp')).rejects.toThrow('is not a file');
});

describe('any bytes in place of any others give elements or one sentence', () => {
  const fuzzed = async (bytes: Uint8Array, path: string): Promise<void> => {
    writeFileSync(path, bytes);
    try {
      const { nodes } = await readAll(path);
      for (const { at } of nodes) expect(Math.abs(at[0])).toBeLessThanOrEqual(180e7);
    } catch (error) {
      expect(error).toBeInstanceOf(PackTrouble);
    }
  };
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
  const changed = (bytes: Uint8Array, at: readonly (readonly [number, number])[]) => {
    const copy = Uint8Array.from(bytes);
    for (const [place, value] of at) copy[place % copy.length] = value;
    return copy;
  };

  test('of a packed PBF', { timeout: 60_000 }, async () => {
    const bytes = Uint8Array.from(readFileSync(await pbfTwin()));
    const path = passingFile('a.osm.pbf', '');
    await fc.assert(
      fc.asyncProperty(changes, (at) => fuzzed(changed(bytes, at), path)),
      runs(150),
    );
  });

  test('inside of its blocks, where zlib does not notice', { timeout: 60_000 }, async () => {
    const block1 = dense([1, 2, 1, 2, 0, 0]);
    const path = passingFile('a.osm.pbf', '');
    await fc.assert(
      fc.asyncProperty(changes, (at) => fuzzed(file(data(changed(block1, at))), path)),
      runs(400),
    );
  });

  test('of an XML', { timeout: 60_000 }, async () => {
    const bytes = Uint8Array.from(readFileSync(madeUpExtract));
    const path = passingFile('a.osm', '');
    await fc.assert(
      fc.asyncProperty(changes, (at) => fuzzed(changed(bytes, at), path)),
      runs(100),
    );
  });
});

describe('what is gathered for a box', () => {
  test('nothing from far away, and ways whole', async () => {
    const { points, ways, relations, nodes } = await gathered();
    expect(points.map(({ id }) => id)).not.toContain(35);
    expect(nodes.has(35)).toBe(false);
    expect([...ways.keys()]).toContain(119);
    expect(nodes.at(33)).toEqual([-29_995_000, 515_730_000]);
    expect(relations.map(({ id }) => id)).toEqual([201]);
  });

  test('the same from PBF', async () => {
    const plain = async (path?: string) => {
      const { points, ways, relations } = await gathered(path);
      return { points, ways: [...ways], relations };
    };
    expect(await plain(await pbfTwin())).toEqual(await plain());
  });

  test('an area is whole where the box touches but one of its ways', async () => {
    const { ways, nodes } = await gathered(madeUpExtract, [-2.99945, 51.5792, -2.9985, 51.582]);
    expect(ways.has(104) && ways.has(105) && nodes.has(12)).toBe(true);
  });

  test('a box outside of the extract is refused', async () => {
    await expect(gathered(madeUpExtract, [10, 50, 10.1, 50.1])).rejects.toThrow(
      'Nothing of this extract lies in the box',
    );
  });
});
