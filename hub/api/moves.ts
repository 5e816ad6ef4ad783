import { PassThrough, type Readable } from 'node:stream';
import type { Known } from '../registers/register-shelf.ts';
import { type CircleAddress, circleAddress } from './circle-address.ts';

export interface Moves {
  /** A long answer: a JSON line for each move of a circle of this account, and empty lines. */
  listen(known: Known): Readable;
  tell(circle: string, seq: number): void;
  /** Ends what an account listens to, as when it is gone. */
  end(account: string): void;
  stop(): void;
}

interface Listener {
  readonly known: Known;
  readonly lines: PassThrough;
}

/** A phone has one open; others are left over from lines that broke without a word. */
const mostOfOneAccount = 3;
/** Bytes nobody fetches: then the other side is gone, or asleep, and will ask for heads. */
const mostWaiting = 64 * 1024;

/** `beat`: milliseconds between two signs of life. */
export function makeMoves(beat: number): Moves {
  const listeners = new Set<Listener>();

  const say = ({ lines }: Listener, line: string): void => {
    if (!lines.writable) return;
    if (lines.writableLength > mostWaiting) lines.destroy();
    else lines.write(`${line}\n`);
  };

  const beating = setInterval(() => {
    for (const listener of listeners) say(listener, '');
  }, beat).unref();

  const listen = (known: Known): Readable => {
    const mine = [...listeners].filter((one) => one.known.id === known.id && one.lines.writable);
    for (const old of mine.slice(0, Math.max(0, mine.length - mostOfOneAccount + 1)))
      old.lines.end();
    const listener = { known, lines: new PassThrough() };
    listeners.add(listener);
    listener.lines.once('close', () => listeners.delete(listener));
    // Sent at once, so that the other side knows that it hears.
    say(listener, '');
    return listener.lines;
  };

  return {
    listen,
    tell: (name, seq) => {
      const address = circleAddress(name);
      if (!address) return;
      const line = JSON.stringify({ circle: address.circle, seq });
      for (const listener of listeners) if (mayHear(listener, address)) say(listener, line);
    },
    end: (account) => {
      for (const { known, lines } of listeners) if (known.id === account) lines.end();
    },
    stop: () => {
      clearInterval(beating);
      for (const { lines } of listeners) lines.end();
    },
  };
}

const mayHear = ({ known }: Listener, { register, circle }: CircleAddress): boolean =>
  known.register === register && known.account.circles.includes(circle);
