import type { FileHandle } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import { PackTrouble } from '../trouble.ts';
import { dayOf, type Extract, type Visitor } from './elements.ts';
import { createXmlElements } from './xml-elements.ts';

const chunkBytes = 256 * 1024;
/** Letters without a single tag: the parser would keep them all. */
const silenceMax = 4 * 1024 * 1024;
/** `osm`, an element, its parts: three; some writers put a change around. */
const depthMax = 8;

const damaged = (): PackTrouble =>
  new PackTrouble('The extract is cut off or is no sound XML. Download it again.');

/** A parser that hands elements on; `heard` is called at each tag. */
function parserFor(visitor: Visitor, stamped: (ms: number) => void, heard: () => void) {
  const elements = createXmlElements(visitor, stamped);
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    heard();
    if (depth === 0 && name !== 'osm') throw damaged();
    depth += 1;
    if (depth > depthMax) throw damaged();
    elements.opened(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    elements.closed(name);
  });
  parser.on('error', () => {
    throw damaged();
  });
  return parser;
}

/** An open `.osm` file (OpenStreetMap XML), read from the start at each reading. */
export function openXml(file: FileHandle, fileBytes: number): Extract {
  let newestMs = 0;
  const stamped = (ms: number) => {
    newestMs = Math.max(newestMs, ms);
  };
  return {
    async read(visitor, told = () => undefined) {
      let silence = 0;
      const parser = parserFor(visitor, stamped, () => {
        silence = 0;
      });
      const decoder = new TextDecoder();
      const chunk = new Uint8Array(chunkBytes);
      for (let at = 0; at < fileBytes; ) {
        const { bytesRead } = await file.read(chunk, 0, chunkBytes, at);
        if (bytesRead === 0) throw damaged();
        at += bytesRead;
        silence += bytesRead;
        parser.write(decoder.decode(chunk.subarray(0, bytesRead), { stream: true }));
        if (silence > silenceMax) throw damaged();
        told(at / fileBytes);
      }
      parser.close();
    },
    day: () => dayOf(newestMs),
    close: () => file.close(),
  };
}
