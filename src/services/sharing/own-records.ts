import type { JsonObject } from '#base/json.ts';
import { ok, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb, SharedAs } from '#device/device-db.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { Role } from '#trust/roles.ts';
import { withBirth } from '../book-commands.ts';
import type { Ground } from '../make-book.ts';
import { registerRecordId } from '../register-record-id.ts';

export interface OwnRecordsParts {
  readonly ground: Ground;
  readonly sharedAs: Pick<SharedAs, 'device'>;
  readonly device: DeviceDb;
  readonly catalogue: CatalogueDb;
  readonly now: () => number;
}

export interface MemberChange {
  readonly displayName?: string;
  readonly role?: Role;
  readonly hasLeft?: true;
}

/** What sharing itself writes into the register: who belongs, and what this phone has followed. */
export function ownRecords({ ground, sharedAs, device, catalogue, now }: OwnRecordsParts) {
  const { keys, writer, caughtUp } = ground;
  const { register, memberId } = keys;
  const born = { memberId, now };

  const noteMember = async (person: string | undefined, change: MemberChange): Promise<void> => {
    if (person === undefined) return;
    const { displayName, role, hasLeft } = change;
    const values: JsonObject = {
      ...(displayName !== undefined && { displayName }),
      ...(role && { roles: [role] }),
      ...(hasLeft && { state: 'left' }),
    };
    await writer.write({ type: 'member', id: person }, (current) => {
      const source = { kind: 'self', licence: 'own' };
      const fresh = { displayName: '…', source, share: 'members', state: 'active', ...values };
      return ok(current ? { ...current, ...values } : withBirth('member', fresh, born));
    });
    await caughtUp(['members']);
  };

  const acknowledge = async (notices: readonly string[]): Promise<Result<null, WriteFailure>> => {
    const id = registerRecordId(sharedAs.device.slice(0, 32));
    const paper = (await catalogue.papers.get(id))?.paper;
    const said = paper?.type === 'acknowledgement' ? paper.notices : [];
    const all = [...new Set([...said, ...notices])].sort();
    if (all.length === said.length) return ok(null);
    const written = await writer.write({ type: 'acknowledgement', id }, (current) =>
      ok(
        current
          ? { ...current, notices: all }
          : withBirth(
              'acknowledgement',
              { share: 'members', device: sharedAs.device, notices: all },
              born,
            ),
      ),
    );
    if (written.ok) await caughtUp(['members']);
    return written.ok || written.error.kind === 'not-valid' || written.error.kind === 'not-found'
      ? ok(null)
      : { ok: false, error: written.error };
  };

  /** The member record of whoever founded the register: the log names none for them. */
  const founder = async (): Promise<string | undefined> => {
    const ref = { type: 'register', id: registerRecordId(register) } as const;
    const said = writer.valuesOf(await writer.read(ref))['createdBy'];
    return typeof said === 'string' ? said : undefined;
  };

  /** The register's name, for choosing among several; and who its founder's other phones are. */
  const learnOwn = async (): Promise<boolean> => {
    const id = registerRecordId(register);
    const row = await catalogue.things.get(id);
    const known = await device.keys.get(register);
    if (row && known && row.name !== known.name)
      await device.keys.update(register, { name: row.name });
    if (memberId !== id) return false;
    const person = await founder();
    if (person === undefined) return false;
    await device.keys.update(register, { memberId: person });
    return true;
  };

  return { noteMember, acknowledge, founder, learnOwn };
}
