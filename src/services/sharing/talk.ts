import type { Failure, Result } from '#base/result.ts';
import type { HubFailure } from '#sync/hub-failure.ts';
import type { FourWords } from '#trust/joining/transcript.ts';
import type { Role } from '#trust/roles.ts';

/** One invite, as whoever made it sees it. */
export interface TalkNow {
  /** 16 hex digits. */
  readonly invite: string;
  readonly role: Role;
  /** One more phone of the inviter. */
  readonly forMyself: boolean;
  /** What to show or send; it lets one phone knock. */
  readonly link: string;
  /** ISO 8601. */
  readonly until: string;
  /**
   * `open`: nobody has knocked. `knocked`: somebody has, and has not yet shown their number.
   * `choosing`: their words are among `sets`. `letting-in`: on the way. `in`: done.
   * `over`: see `why`.
   */
  readonly step: 'open' | 'knocked' | 'choosing' | 'letting-in' | 'in' | 'over';
  /** As the newcomer writes it. */
  readonly name?: string;
  readonly sets?: readonly FourWords[];
  readonly why?: 'expired' | 'wrong-words' | 'broken' | 'used';
  /** The last try to reach the hub, where it failed. */
  readonly failure?: HubFailure | Failure;
}

/** Joining, as the phone sees it that wants in. */
export interface JoiningNow {
  /** `asked`: waiting to be heard. `words`: four words to read out. `in`: the register is here. */
  readonly step: 'asked' | 'words' | 'in' | 'over';
  readonly register: string;
  readonly hub: string;
  readonly role: Role;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** ISO 8601: when the invite ends. */
  readonly until: string;
  readonly words?: FourWords;
  readonly failure?: HubFailure | Failure;
}

export type JoinFailure = Failure<
  | 'broken'
  | 'other-version'
  | 'expired'
  | 'used'
  | 'no-hub'
  | 'already-here'
  | 'browser-too-old'
  | 'disk-full'
  | 'storage-lost'
>;

/** What an invite says before one knocks. */
export interface InviteShown {
  readonly role: Role;
  readonly hub: string;
  readonly until: string;
}

/** What a phone can do that wants in; no register need be open. */
export interface Joining {
  /** The knock that is under way on this phone, over reloads too; undefined for none. */
  read(): JoiningNow | undefined;
  listen(listener: () => void): () => void;
  look(link: string): Result<InviteShown, JoinFailure>;
  /** Knocks. Once the register is here, it is opened. */
  ask(link: string, name: string): Promise<Result<null, JoinFailure>>;
  /** Asks the hub at once whether there is an answer. */
  again(): Promise<void>;
  /** Forgets the knock; whoever invited can't let this phone in any more. */
  giveUp(): Promise<void>;
}
