import { fromBase64, lengthPrefixed, toBase64Url } from '#base/bytes.ts';
import { tokenHash } from '#sync/hub-account.ts';
import type { HubMessage, hubApi } from '#sync/hub-api.ts';
import type { Invite } from '#trust/invite.ts';

export type HubApi = ReturnType<typeof hubApi>;

/** What whoever was invited shows to the hub; made of the invite's secret, and telling nothing of it. */
export async function mailboxToken({ secret }: Invite): Promise<string> {
  const said = lengthPrefixed(['patchbook/mailbox/1', secret]);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', said)));
}

/** What the hub keeps to know them by. */
export const mailboxHash = async (invite: Invite): Promise<string> =>
  tokenHash(await mailboxToken(invite));

/** A message as bytes; none where there is none of this number from this side. */
export function messageIn(
  messages: readonly HubMessage[],
  number: number,
  from: HubMessage['from'],
): Uint8Array<ArrayBuffer> | undefined {
  const found = messages.find((message) => message.number === number && message.from === from);
  return found && fromBase64(found.message);
}
