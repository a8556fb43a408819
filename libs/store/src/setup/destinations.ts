import { type Fault, fail, isUuid, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import {
  Destination,
  type DestinationConfig,
  type DestinationState,
} from '../entities/destination.entity.js';
import { Participant } from '../entities/participant.entity.js';
import { storeFaults } from '../faults.js';
import type { Act, AuditAction } from './act.js';
import { Collection, inState, iso } from './collection.js';
import { placeOfSecret } from './load-setup.js';
import { lockParticipant, type OwnLimits, ownLimits, withinQuota } from './own-limits.js';
import { ofThisNode } from './this-node.js';

export type NewDestination = Pick<Destination, 'participantId' | 'code' | 'kind' | 'config'> & {
  /** Seals the secrets, see `Destination.secretSealed`. */
  readonly seal?: (place: string) => Buffer;
  /** `unverified` for an address that its owner has yet to prove. */
  readonly state?: 'active' | 'unverified';
};

/** New signing secrets, with what may be said of them. */
export interface RenewedSecrets extends Pick<DestinationConfig, 'signature' | 'publicKeys'> {
  readonly sealed: Buffer;
}

/** One that was verified once, or that the hub itself disabled, is owed what comes meanwhile. */
const barredIn: Partial<Record<DestinationState, Pick<Destination, 'barred'>>> = {
  active: { barred: null },
  disabled: { barred: 'disabled' },
};

export class Destinations extends Collection<Destination> {
  constructor(
    act: Act,
    private readonly limits: OwnLimits = ownLimits,
  ) {
    super(act, Destination, 'destination');
  }

  describe(row: Destination): JsonObject {
    return {
      id: row.id,
      participantId: row.participantId,
      code: row.code,
      kind: row.kind,
      state: row.state,
      config: { ...row.config },
      version: row.version,
      createdAt: iso(row.createdAt),
      updatedAt: iso(row.updatedAt),
    };
  }

  /** @param reference id, or `participant/code` */
  override async find(reference: string): Promise<Result<Destination, Fault>> {
    if (isUuid(reference)) return super.find(reference);
    const [participant = '', code = ''] = reference.split('/');
    const row = await this.rows()
      .innerJoin('participant', 'holder', 'holder.id = row.participantId')
      .where('holder.code = :participant AND row.code = :code', { participant, code })
      .getOne();
    return row ? ok(row) : this.missing(reference);
  }

  async create({
    seal,
    state = 'active',
    ...destination
  }: NewDestination): Promise<Result<Destination, Fault>> {
    const holder = await this.act.manager.findOneBy(Participant, { id: destination.participantId });
    const own = holder ? ofThisNode(holder) : ok(true);
    if (!own.ok) return own;
    const id = uuidv7(this.act.now);
    const row = Object.assign(new Destination(), {
      ...destination,
      id,
      secretSealed: seal ? seal(placeOfSecret(id)) : null,
      state,
      barred: state === 'unverified' ? ('unverified' as const) : null,
      version: 1,
    });
    return this.add(row, 'destination.created');
  }

  /** One that a participant makes for itself: no more than its quota. */
  async createOwn(destination: NewDestination): Promise<Result<Destination, Fault>> {
    const { participantId } = destination;
    await lockParticipant(this.act, participantId);
    const held = await this.rows().where('row.participantId = :participantId', { participantId }).getCount();
    const allowed = withinQuota(held + 1, this.limits.destinations, 'destination');
    return allowed.ok ? this.create(destination) : allowed;
  }

  /** @param config the members to change; `null` removes one */
  change(
    id: string,
    version: number | undefined,
    config: { readonly [K in keyof DestinationConfig]?: DestinationConfig[K] | null },
  ): Promise<Result<Destination, Fault>> {
    return this.alter(id, version, 'destination.changed', (row) => {
      const merged = Object.entries({ ...row.config, ...config }).filter(([, value]) => value !== null);
      return ok({ config: Object.fromEntries(merged) });
    });
  }

  /** @param renew gives the new sealed secrets from the old, and what is said of them */
  rotateSecret(
    id: string,
    version: number | undefined,
    renew: (sealed: Buffer, place: string) => Result<RenewedSecrets, Fault>,
  ): Promise<Result<Destination, Fault>> {
    return this.alter(id, version, 'destination.secret-rotated', (row) => {
      if (!row.secretSealed) return fail(storeFaults.make('STORE_NO_SECRET', { values: { kind: row.kind } }));
      const renewed = renew(row.secretSealed, placeOfSecret(row.id));
      if (!renewed.ok) return renewed;
      const { sealed, signature, publicKeys } = renewed.value;
      const { signature: _kind, publicKeys: _keys, ...rest } = row.config;
      return ok({
        secretSealed: sealed,
        config: { ...rest, ...(signature ? { signature } : {}), ...(publicKeys ? { publicKeys } : {}) },
      });
    });
  }

  /** Keeps what is owed and delivers nothing until it is activated. */
  pause(id: string, version?: number): Promise<Result<Destination, Fault>> {
    return this.enter(id, version, 'paused', 'destination.paused', ['active']);
  }

  /** Its failures until now are forgiven: it is tried at once, and as long as any other. */
  async activate(id: string, version?: number): Promise<Result<Destination, Fault>> {
    const entered = await this.enter(id, version, 'active', 'destination.activated', ['paused', 'disabled']);
    if (entered.ok)
      await this.act.manager.query(
        `UPDATE destination_health SET breaker = 'closed', failures = 0, open_until = NULL, failing_since = NULL
         WHERE destination_id = $1`,
        [entered.value.id],
      );
    return entered;
  }

  /** Its address is another one: who is there has yet to show that it wants what is sent there. */
  unverify(id: string, version?: number): Promise<Result<Destination, Fault>> {
    return this.enter(id, version, 'unverified', 'destination.unverified', [
      'active',
      'paused',
      'disabled',
      'unverified',
    ]);
  }

  /** What is at its address has shown that it wants what is sent there. */
  verify(id: string, version?: number): Promise<Result<Destination, Fault>> {
    return this.enter(id, version, 'active', 'destination.verified', ['unverified']);
  }

  /** Nothing more is owed to it until it is active again, and every document's decision says so. */
  disable(id: string, version?: number): Promise<Result<Destination, Fault>> {
    return this.enter(id, version, 'disabled', 'destination.disabled', ['active', 'paused', 'unverified']);
  }

  /** Only one that nothing was ever delivered to and no route names; any other is disabled instead. */
  async delete(id: string, version?: number): Promise<Result<Destination, Fault>> {
    const row = await this.find(id);
    if (!row.ok) return row;
    const used = await this.act.manager.query<unknown[]>(
      'SELECT FROM delivery WHERE destination_id = $1 LIMIT 1',
      [row.value.id],
    );
    if (used.length > 0)
      return fail(storeFaults.make('STORE_IN_USE', { values: { what: 'destination', id } }));
    return this.remove(id, version, 'destination.deleted');
  }

  private enter(
    id: string,
    version: number | undefined,
    state: DestinationState,
    action: AuditAction,
    from: readonly DestinationState[],
  ): Promise<Result<Destination, Fault>> {
    return this.alter(id, version, action, (row) => {
      const allowed = inState(row.state, from);
      return allowed.ok ? ok({ state, ...barredIn[state] }) : allowed;
    });
  }
}
