import { type Fault, fail, ok, type Result } from '#kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { advisoryLocks } from '../advisory-locks.js';
import { codeOf, storeFault } from '../database-error.js';
import { AccessKeys, type IssuedKey } from './access-keys.js';
import { Act, type Actor } from './act.js';
import { Agreements } from './agreements.js';
import { AuditEvents } from './audit-events.js';
import { Destinations } from './destinations.js';
import { storeFaults } from '../faults.js';
import { Federation } from '../federation/federation-desk.js';
import { InterchangesAgain } from './interchanges-again.js';
import { fitsSql, type SetupLimits, setupLimits } from './load-setup.js';
import { MappingVersions } from './mapping-versions.js';
import { type OwnLimits, ownLimits } from './own-limits.js';
import { Participants } from './participants.js';
import { ReceiptPreferences } from './receipt-preferences.js';
import { Routes } from './routes.js';
import { Subscriptions } from './subscriptions.js';

/** Everything administrators keep, within one transaction or as it is now. */
export interface SetupDesk {
  readonly participants: Participants;
  readonly accessKeys: AccessKeys;
  readonly agreements: Agreements;
  readonly destinations: Destinations;
  readonly routes: Routes;
  readonly subscriptions: Subscriptions;
  readonly receiptPreferences: ReceiptPreferences;
  readonly mappings: MappingVersions;
  readonly interchanges: InterchangesAgain;
  readonly federation: Federation;
  readonly auditEvents: AuditEvents;
}

export interface AdministrationLimits {
  /** Of the whole node. */
  readonly setup: SetupLimits;
  /** Of what one participant makes for itself. */
  readonly own: OwnLimits;
}

export const administrationLimits: AdministrationLimits = { setup: setupLimits, own: ownLimits };

/** Ends the transaction with a fault as its outcome. */
class Undo extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** SQLSTATE of a deadlock and of a serialisation failure: the one that gave way is done again. */
const collisions = new Set(['40P01', '40001']);
const attempts = 4;

/** The one way to read and change the set-up through entities: every act is one recorded transaction. */
export class Administration {
  /** Reading only: a change through it throws. */
  readonly view: SetupDesk;

  constructor(
    private readonly source: DataSource,
    /** Unix time in milliseconds. */
    private readonly now: () => number,
    private readonly limits: AdministrationLimits = administrationLimits,
  ) {
    this.view = desk(new Act(source.manager, undefined, now()), limits);
  }

  /**
   * Commits when the work succeeds; a fault undoes everything, the record of it too. Two acts that stood in each
   * other's way are done one after the other, so the work may be called again: it must keep nothing outside.
   */
  async act<T>(
    actor: Actor,
    work: (desk: SetupDesk) => Promise<Result<T, Fault>>,
  ): Promise<Result<T, Fault>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.source.transaction(async (manager) => {
          const act = new Act(manager, actor, this.now());
          const outcome = await work(desk(act, this.limits));
          if (!outcome.ok) throw new Undo(outcome.error);
          if (act.grows) await this.refuseTooLarge(manager);
          return outcome;
        });
      } catch (error) {
        if (error instanceof Undo) return fail(error.fault);
        if (collisions.has(codeOf(error) ?? '') && attempt < attempts) continue;
        const fault = storeFault(error);
        if (fault) return fail(fault);
        throw error;
      }
    }
  }

  /** A set-up with more rows than a process may hold would be read by none: the act that would make it one is undone. */
  private async refuseTooLarge(manager: EntityManager): Promise<void> {
    const [row] = await manager.query<{ fits: boolean }[]>(fitsSql(this.limits.setup));
    if (row?.fits === false)
      throw new Undo(storeFaults.make('STORE_SETUP_FULL', { values: { limit: this.limits.setup.rows } }));
  }

  /**
   * The first key of an administrator, when no live one exists: at the first start, and when all were lost to expiry.
   * Of several processes that start together one makes it.
   *
   * @param adopt a key to take instead of making one, as deployments by script do
   * @returns the key, to be shown once; `undefined` when there is one already
   */
  async firstKey(adopt?: string): Promise<Result<string | undefined, Fault>> {
    return this.act({ reason: 'first start' }, async (setup) => {
      const { manager } = setup.auditEvents;
      await manager.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks.firstKey]);
      if ((await setup.accessKeys.liveAdministrators()).length > 0) return ok(undefined);
      const issued = await issueFirst(setup, adopt);
      return issued.ok ? ok(issued.value.key) : issued;
    });
  }
}

async function issueFirst(setup: SetupDesk, adopt: string | undefined): Promise<Result<IssuedKey, Fault>> {
  const code = 'administration';
  const existing = await setup.participants.find(code);
  const holder = existing.ok
    ? existing
    : await setup.participants.create({
        code,
        nameZh: '平台管理',
        nameEn: 'Administration',
        kind: 'administration',
      });
  if (!holder.ok) return holder;
  if (holder.value.state === 'suspended') {
    const activated = await setup.participants.activate(holder.value.id);
    if (!activated.ok) return activated;
  }
  return setup.accessKeys.issue({
    participantId: holder.value.id,
    role: 'administrator',
    label: 'first start',
    ...(adopt === undefined ? {} : { key: adopt }),
  });
}

function desk(act: Act, { own }: AdministrationLimits): SetupDesk {
  return {
    participants: new Participants(act),
    accessKeys: new AccessKeys(act),
    agreements: new Agreements(act),
    destinations: new Destinations(act, own),
    routes: new Routes(act),
    subscriptions: new Subscriptions(act, own),
    receiptPreferences: new ReceiptPreferences(act),
    mappings: new MappingVersions(act),
    interchanges: new InterchangesAgain(act),
    federation: new Federation(act),
    auditEvents: new AuditEvents(act.manager),
  };
}
