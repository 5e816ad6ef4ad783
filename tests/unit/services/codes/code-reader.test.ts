import { expect, test } from 'vitest';
import type { CodeLine, LineAnswer } from '#services/codes/code-line.ts';
import { createCodeReader } from '#services/codes/code-reader.ts';

const picture = {} as ImageData;

/** Our reader, with what it answers and how often it was asked. */
function lineThat(answer: LineAnswer) {
  let asked = 0;
  const line: CodeLine = {
    read: async () => {
      asked += 1;
      return answer;
    },
    close: () => {},
  };
  return { line, asked: () => asked };
}

test('the reader of the browser goes first, and ours is not begun', async () => {
  const { line, asked } = lineThat({ text: 'ours' });
  const reader = createCodeReader({ line, detector: async () => async () => 'theirs' });
  expect(await reader.read(picture)).toEqual({ ok: true, value: 'theirs' });
  expect(asked()).toBe(0);
});

test('where it sees no code, there is none', async () => {
  const { line, asked } = lineThat({ text: 'ours' });
  const reader = createCodeReader({ line, detector: async () => async () => undefined });
  expect(await reader.read(picture)).toEqual({ ok: true, value: undefined });
  expect(asked()).toBe(0);
});

test('without one ours does the work', async () => {
  const { line } = lineThat({ text: 'ours' });
  const reader = createCodeReader({ line, detector: async () => undefined });
  expect(await reader.read(picture)).toEqual({ ok: true, value: 'ours' });
});

test('one that gives up is not asked again', async () => {
  const { line } = lineThat({ text: 'ours' });
  let tries = 0;
  const detect = () => {
    tries += 1;
    return Promise.reject(new Error('service unavailable'));
  };
  const reader = createCodeReader({ line, detector: async () => detect });
  expect(await reader.read(picture)).toEqual({ ok: true, value: 'ours' });
  expect(await reader.read(picture)).toEqual({ ok: true, value: 'ours' });
  expect(tries).toBe(1);
});

test('a picture that takes too long holds no code; no reader at all is a failure', async () => {
  const detector = async () => undefined;
  const slow = createCodeReader({ line: lineThat('too-long').line, detector });
  expect(await slow.read(picture)).toEqual({ ok: true, value: undefined });
  const none = createCodeReader({ line: lineThat('no-worker').line, detector });
  expect(await none.read(picture)).toEqual({ ok: false, error: { kind: 'codes-not-read' } });
});
