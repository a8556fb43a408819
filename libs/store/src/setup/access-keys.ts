import { randomBytes } from 'node:crypto';
import { type Fault, fail, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import { AccessKey, type Role } from '../entities/access-key.entity.js';
import { Participant } from '../entities/participant.entity.js';
import { storeFaults } from '../faults.js';
import type { Act, AuditAction } from './act.js';
import { Collection, inState, iso } from './collection.js';
import { keyHash } from './setup.js';
import { ofThisNode } from './this-node.js';

export interface NewAccessKey {
  readonly participantId: string;
  readonly role: Role;
  readonly label: string;
  readonly expiresAt?: Date;
  /** A key made elsewhere, to be adopted; otherwise one is made. */
  readonly key?: string;
}

/** A new key with its text, which can never be seen again. */
export interface IssuedKey {
  readonly row: AccessKey;
  readonly key: string;
}

export class AccessKeys extends Collection<AccessKey> {
  constructor(act: Act) {
    super(act, AccessKey, 'access-key');
  }

  describe(row: AccessKey): JsonObject {
    const { id, participantId, role, label, hint, createdAt, expiresAt, revokedAt } = row;
    return {
      id,
      participantId,
      role,
      label,
      hint,
      createdAt: iso(createdAt),
      expiresAt: iso(expiresAt),
      revokedAt: iso(revokedAt),
    };
  }

  issue(wanted: NewAccessKey): Promise<Result<IssuedKey, Fault>> {
    return this.write(wanted, 'access-key.created');
  }

  /**
   * A new key in the place of an old one, which stays good for a while.
   *
   * @param overlap how long the old one stays good, in milliseconds
   */
  async rotate(id: string, overlap: number): Promise<Result<IssuedKey, Fault>> {
    const old = await this.alter(id, undefined, 'access-key.rotated', (row) => {
      const live = inState(this.stateOf(row), ['live']);
      if (!live.ok) return live;
      const end = this.act.now + overlap;
      return ok({ expiresAt: new Date(Math.min(end, row.expiresAt?.getTime() ?? end)) });
    });
    if (!old.ok) return old;
    const { participantId, role, label } = old.value;
    return this.write({ participantId, role, label }, 'access-key.created');
  }

  /** Ends a key at once. The last key of an administrator stays, or nobody could give out another. */
  async revoke(id: string): Promise<Result<AccessKey, Fault>> {
    const remaining = await this.liveAdministrators();
    return this.alter(id, undefined, 'access-key.revoked', (row) => {
      const live = inState(this.stateOf(row), ['live', 'expired']);
      if (!live.ok) return live;
      if (remaining.every((one) => one.id === id) && remaining.length > 0)
        return fail(storeFaults.make('STORE_LAST_ADMINISTRATOR'));
      return ok({ revokedAt: new Date(this.act.now) });
    });
  }

  /** Locked, so that two who each revoke the other's key do it one after the other. */
  liveAdministrators(): Promise<AccessKey[]> {
    return this.rows()
      .innerJoin('participant', 'holder', 'holder.id = row.participantId')
      .where(`row.role = 'administrator' AND row.revokedAt IS NULL AND holder.state = 'active'`)
      .andWhere('(row.expiresAt IS NULL OR row.expiresAt > :now)', { now: new Date(this.act.now) })
      .orderBy('row.id')
      .setLock('pessimistic_write', undefined, ['row'])
      .getMany();
  }

  private async write(wanted: NewAccessKey, action: AuditAction): Promise<Result<IssuedKey, Fault>> {
    const holder = await this.act.manager.findOneBy(Participant, { id: wanted.participantId });
    const own = holder ? ofThisNode(holder) : ok(true);
    if (!own.ok) return own;
    const key = wanted.key ?? `tg_${randomBytes(32).toString('base64url')}`;
    const row = Object.assign(new AccessKey(), {
      id: uuidv7(this.act.now),
      participantId: wanted.participantId,
      role: wanted.role,
      label: wanted.label,
      hash: keyHash(key),
      hint: `tg_…${key.slice(-4)}`,
      expiresAt: wanted.expiresAt ?? null,
      revokedAt: null,
    });
    const added = await this.add(row, action);
    return added.ok ? ok({ row: added.value, key }) : added;
  }

  private stateOf(row: AccessKey): 'live' | 'expired' | 'revoked' {
    if (row.revokedAt) return 'revoked';
    return row.expiresAt && row.expiresAt.getTime() <= this.act.now ? 'expired' : 'live';
  }
}
