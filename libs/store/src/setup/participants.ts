import { type Fault, fail, isUuid, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import { Participant } from '../entities/participant.entity.js';
import { storeFaults } from '../faults.js';
import { AccessKeys } from './access-keys.js';
import type { Act } from './act.js';
import { Collection, given, inState, iso } from './collection.js';
import { ofThisNode } from './this-node.js';

export type NewParticipant = Pick<Participant, 'code' | 'nameZh' | 'nameEn' | 'kind'> &
  Partial<Pick<Participant, 'system' | 'listed' | 'gives' | 'takes'>>;
export type ParticipantChanges = Partial<
  Pick<Participant, 'nameZh' | 'nameEn' | 'system' | 'listed' | 'gives' | 'takes'>
>;

export class Participants extends Collection<Participant> {
  constructor(act: Act) {
    super(act, Participant, 'participant');
  }

  describe(row: Participant): JsonObject {
    const { id, code, nameZh, nameEn, kind, system, state, version, createdAt, updatedAt } = row;
    const { nodeCode, listed, gives, takes } = row;
    return {
      id,
      code,
      nodeCode,
      nameZh,
      nameEn,
      kind,
      system,
      listed,
      gives,
      takes,
      state,
      version,
      createdAt: iso(createdAt),
      updatedAt: iso(updatedAt),
    };
  }

  /** @param reference id or code */
  override async find(reference: string): Promise<Result<Participant, Fault>> {
    if (isUuid(reference)) return super.find(reference);
    const row = await this.rows().where('row.code = :code', { code: reference }).getOne();
    return row ? ok(row) : this.missing(reference);
  }

  create(participant: NewParticipant): Promise<Result<Participant, Fault>> {
    const row = Object.assign(new Participant(), {
      system: null,
      listed: false,
      gives: [],
      takes: [],
      ...given(participant),
      nodeCode: null,
      withdrawn: false,
      id: uuidv7(this.act.now),
      state: 'active' as const,
      version: 1,
    });
    return this.add(row, 'participant.created');
  }

  change(
    id: string,
    version: number | undefined,
    changes: ParticipantChanges,
  ): Promise<Result<Participant, Fault>> {
    return this.alter(id, version, 'participant.changed', (row) => {
      const own = ofThisNode(row);
      return own.ok ? ok(given(changes)) : own;
    });
  }

  /**
   * Refuses every request of the participant and routes nothing to it until it is activated. Somebody must be left
   * who can administer.
   */
  async suspend(id: string, version?: number): Promise<Result<Participant, Fault>> {
    const suspended = await this.alter(id, version, 'participant.suspended', (row) => {
      const allowed = inState(row.state, ['active']);
      return allowed.ok ? ok({ state: 'suspended' as const }) : allowed;
    });
    if (!suspended.ok) return suspended;
    const left = await new AccessKeys(this.act).liveAdministrators();
    return left.length > 0 ? suspended : fail(storeFaults.make('STORE_LAST_ADMINISTRATOR'));
  }

  activate(id: string, version?: number): Promise<Result<Participant, Fault>> {
    return this.alter(id, version, 'participant.activated', (row) => {
      // The directory suspended it: the directory alone brings it back.
      const own = row.withdrawn ? ofThisNode(row) : ok(true);
      if (!own.ok) return own;
      const allowed = inState(row.state, ['suspended']);
      return allowed.ok ? ok({ state: 'active' as const }) : allowed;
    });
  }
}
