import type { JsonObject } from '#base/json.ts';
import { kinds } from '#domain/record/kinds.ts';
import { type AssetRecordType, recordTypeOfKind } from '#domain/taxonomy/kinds.ts';
import { shownShare } from './share-levels.ts';
import { isSecret, type WhereInput, whereValues } from './where-values.ts';

export interface ToSave {
  readonly type: AssetRecordType;
  readonly values: JsonObject;
}

interface SaveInput extends WhereInput {
  readonly newId: () => string;
  /** This phone is in the team's circle. */
  readonly hasTeam?: boolean;
}

function giftValues({ answers, newId }: SaveInput): JsonObject {
  const words = answers.gift.trim();
  return {
    source: { kind: 'conversation', licence: 'own' },
    ...(words ? { gifts: [{ id: newId(), dimension: answers.dimension, words }] } : {}),
  };
}

/** What is written for the answers given; dates, author and status are the book's to add. */
export function answersToValues(input: SaveInput): ToSave {
  const { answers, kind, typeId } = input;
  const type = recordTypeOfKind[kind];
  const secret = isSecret(answers, kind, typeId);
  const hasSecretField = 'confidentialLocation' in kinds[type].fields;
  return {
    type,
    values: {
      [kinds[type].nameField]: answers.name.trim(),
      assetType: typeId,
      share: shownShare(kind, answers.share, secret, input.hasTeam),
      ...(kind === 'people' ? giftValues(input) : {}),
      ...whereValues(input),
      ...(secret && hasSecretField ? { confidentialLocation: true } : {}),
    },
  };
}
