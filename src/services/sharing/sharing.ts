import type { Failure, Result } from '#base/result.ts';
import type { Ref } from '#domain/record/values.ts';
import type { PhotoKey } from '#seal/photo.ts';
import type { HubFailure } from '#sync/hub-failure.ts';
import type { SharerState } from '#sync/sharer-state.ts';
import type { NewSheet } from '#trust/recovery-sheet.ts';
import type { Role } from '#trust/roles.ts';
import type { Out } from '../out.ts';
import type { PhotoNotHere } from './fetch-photo.ts';
import type { PhotosNow } from './photos-now.ts';
import type { Erasure } from './receipts.ts';
import type { TalkNow } from './talk.ts';

export interface Phone {
  /** Its name in the log. */
  readonly name: string;
  readonly isThis: boolean;
  /** The day it last spoke to the hub, `2026-11-26`; undefined where that is not known. */
  readonly seenOn: string | undefined;
}

export interface Belonging {
  /** Name in the log. */
  readonly name: string;
  /** The member's record, where the log names one. */
  readonly person: string | undefined;
  /** What they call themselves; undefined while their record has not come. */
  readonly displayName: string | undefined;
  readonly role: Role;
  readonly isMe: boolean;
  readonly phones: readonly Phone[];
  /** Whether this phone's holder may change their role or take them out. */
  readonly mayChange: boolean;
}

/** The paper with six words that brings the register back when every phone is lost. */
export interface SheetNow {
  /** ISO 8601. */
  readonly madeAt: string;
  /** Name in the log of the steward who made it. */
  readonly by: string;
}

export interface SharingNow {
  /** Origin of the hub. */
  readonly hub: string;
  readonly sync: SharerState;
  readonly photos: PhotosNow;
  readonly role: Role;
  /** Roles this phone's holder may invite for; none for most. */
  readonly mayInvite: readonly Role[];
  /** Why this phone only reads; undefined while it belongs. */
  readonly out: Out | undefined;
  /** Names in the log of those who can let somebody in, stewards first. */
  readonly letIn: readonly string[];
  /** All who belong, this phone's holder first. */
  readonly people: readonly Belonging[];
  /** Whether this phone's holder may erase things everywhere. */
  readonly mayErase: boolean;
  /** The recovery sheet that works; undefined where there is none. */
  readonly sheet: SheetNow | undefined;
  /** What was erased everywhere, newest first, and on which phones it is done. */
  readonly erased: readonly Erasure[];
  /** Invites made on this phone that are not over, newest first. */
  readonly talks: readonly TalkNow[];
}

export type SharingFailure =
  | HubFailure
  | Failure<
      | 'not-allowed-here'
      | 'already-shared'
      | 'browser-too-old'
      | 'taken'
      | 'full'
      | 'last-steward'
      | 'broken'
      | 'disk-full'
      | 'storage-lost'
      | 'expired'
      | 'wrong-words'
      | 'sheet-ended'
      | 'too-many'
      | 'too-big'
      | 'newer'
      | 'address-not-right'
      | 'address-not-safe'
    >;

export type Did<T = null> = Promise<Result<T, SharingFailure>>;

/** `later`: it is signed and holds, and the hub will hear of it when there is a network. */
export type Told = 'told' | 'later';

/** The commands of a register that is shared. */
export interface Sharing {
  read(): SharingNow;
  /** Called after each change of what `read` answers; the answer stops it. */
  listen(listener: () => void): () => void;
  /** Resolves when the round is over, however it ended. */
  syncNow(): Promise<void>;
  /** Tries photos once more that could not be sent; resolves when that round is over. */
  sendPhotosAgain(): Promise<void>;
  /** Fetches one photo of a record, so that this phone has it. */
  fetchPhoto(photo: PhotoKey): Promise<Result<null, PhotoNotHere>>;
  /** After `hub-changed`: go on with the hub's other copy, and give it what it lacks. */
  acceptHub(): Promise<void>;
  /** After a book was joined with what is here: keys and notices may have come with it. */
  bookTaken(): Did;
  /** `forMyself`: one more phone of this phone's holder, whatever the role. */
  invite(role: Role, forMyself?: boolean): Did<TalkNow>;
  /** `picked`: which of the three sets of words the newcomer read out; undefined for none of them. */
  letIn(invite: string, picked: number | undefined): Did;
  /** Ends an invite; the link is worth nothing then. */
  takeBack(invite: string): Did;
  /** Draws the words of a recovery sheet. Nothing holds them until `beginSheet`. */
  drawSheet(): Did<NewSheet>;
  /** Makes a sheet count that was written down; every one before it ends. Needs the hub. */
  beginSheet(sheet: NewSheet): Did;
  changeRole(member: string, role: Role): Did<Told>;
  /** Takes a person out of the register, with all their phones. */
  remove(member: string): Did<Told>;
  /** Takes one phone out; `wipe`: it is lost, and empties itself when it is heard of again. */
  removePhone(phone: string, wipe: boolean): Did<Told>;
  /**
   * Takes a thing off every phone and the hub for good, with its confirmations and ties. It comes
   * back from nowhere.
   */
  erase(thing: Ref): Did;
  /**
   * Takes this phone's holder out, with all their phones. What is on this phone stays, to be read.
   * `last-steward`: somebody has to look after the register.
   */
  leave(): Did<Told>;
}
