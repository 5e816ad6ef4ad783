import type { Acknowledgement } from '#domain/acknowledgement/acknowledgement.ts';
import type { Notice } from '#domain/notice/notice.ts';
import type { LogState } from '#trust/log.ts';
import type { Device, Member } from '#trust/members.ts';
import { circlesOf } from '#trust/roles.ts';
import { circleOfNotice } from './notices.ts';

/** A phone that is to follow an erasure. */
export interface ReceiptOf {
  /** Names in the log. */
  readonly member: string;
  readonly phone: string;
  /** It has said that it did. */
  readonly isGone: boolean;
}

/** One act of erasing, and on which phones it is done. */
export interface Erasure {
  readonly id: string;
  /** The day, `2026-11-26`. */
  readonly on: string;
  /** Name in the log of whoever erased; undefined where the log knows no such phone. */
  readonly by: string | undefined;
  /** Of all phones that belong now. */
  readonly phones: readonly ReceiptOf[];
}

export interface ReceiptParts {
  /** Those that count. */
  readonly notices: readonly Notice[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly state: LogState;
}

/** Phones only: a recovery sheet holds nothing. */
const phonesOf = ({ removed, devices }: Member): readonly Device[] =>
  removed === undefined
    ? devices.filter((device) => device.removed === undefined && device.salt === undefined)
    : [];

/** Notices of one act name different circles' documents; what they share is signer and moment. */
const actOf = ({ signedBy, createdAt }: Notice): string => `${createdAt} ${signedBy}`;

function erasureOf(
  id: string,
  notices: readonly Notice[],
  { acknowledgements, state }: ReceiptParts,
): Erasure {
  const members = [...state.members.values()];
  const done = new Map(acknowledgements.map(({ device, notices: ids }) => [device, new Set(ids)]));
  const phones = members.flatMap((member) => {
    const circles = circlesOf(member.role);
    const asked = notices.filter((notice) => circles.includes(circleOfNotice(notice)));
    return phonesOf(member).map(
      ({ name }): ReceiptOf => ({
        member: member.name,
        phone: name,
        isGone: asked.every((notice) => done.get(name)?.has(notice.id)),
      }),
    );
  });
  const [first] = notices;
  const by = members.find(({ devices }) => devices.some(({ sign }) => sign === first?.signedBy));
  return { id, on: first?.on ?? '', by: by?.name, phones };
}

/** What was erased everywhere, newest first, with who has followed. */
export function erasuresOf(parts: ReceiptParts): readonly Erasure[] {
  const acts = new Map<string, Notice[]>();
  for (const notice of parts.notices) {
    if (notice.reason !== 'erased') continue;
    const act = actOf(notice);
    acts.set(act, [...(acts.get(act) ?? []), notice]);
  }
  const newestFirst = [...acts].toSorted(([a], [b]) => (a < b ? 1 : -1));
  return newestFirst.map(([id, notices]) => erasureOf(id, notices, parts));
}
