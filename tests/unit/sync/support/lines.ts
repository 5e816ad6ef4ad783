import { fail, ok } from '#base/result.ts';
import { type HubLine, hubLine, type Send } from '#sync/hub-line.ts';
import { systemTimers } from '#sync/timers.ts';

/** The door of the app, in Node. */
export const sendNow: Send = async (url, init) => {
  try {
    return ok(await fetch(url, init));
  } catch {
    return fail('no-answer');
  }
};

/** `bearer`: with or without the word before it. */
export const lineTo = (origin: string, bearer?: string, send: Send = sendNow): HubLine =>
  hubLine({ origin, bearer: bearer?.replace('Bearer ', ''), send, timers: systemTimers });
