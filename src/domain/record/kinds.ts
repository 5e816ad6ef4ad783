import { acknowledgement } from '../acknowledgement/acknowledgement.ts';
import { activity } from '../activity/activity.ts';
import { closingList } from '../closing-list/closing-list.ts';
import { confirmation } from '../confirmation/confirmation.ts';
import { connection } from '../connection/connection.ts';
import { exchange } from '../exchange/exchange.ts';
import { group } from '../group/group.ts';
import { importBatch } from '../import-batch/import-batch.ts';
import { notice } from '../notice/notice.ts';
import { organisation } from '../organisation/organisation.ts';
import { person } from '../person/person.ts';
import { place } from '../place/place.ts';
import { member, register } from '../register/register.ts';
import { stewardAct } from '../steward-act/steward-act.ts';
import { story } from '../story/story.ts';
import type { Kind } from './kind.ts';
import type { RecordType } from './values.ts';

/** Every kind of record the book can hold. A new kind is a folder and a line here. */
export const kinds = {
  person,
  group,
  organisation,
  place,
  exchange,
  story,
  activity,
  connection,
  register,
  member,
  confirmation,
  'import-batch': importBatch,
  notice,
  'steward-act': stewardAct,
  'closing-list': closingList,
  acknowledgement,
} as const;

export const kindOf = (type: string): Kind | undefined =>
  Object.hasOwn(kinds, type) ? (kinds[type as RecordType] as unknown as Kind) : undefined;
