import { createHash } from 'node:crypto';
import { type Fault, fail, isUuid, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import { MappingVersion } from '../entities/mapping-version.entity.js';
import { storeFaults } from '../faults.js';
import type { Act } from './act.js';
import { Collection, given, inState, iso, type Page, type PageRequest } from './collection.js';
import { mappingLabel, numberOfLabel } from './mapping-label.js';

export interface NewMapping {
  readonly adapterId: string;
  readonly definition: JsonObject;
  readonly codes: JsonObject;
  readonly note?: string;
  readonly basedOn: string;
}

export type MappingChanges = Partial<Pick<MappingVersion, 'definition' | 'codes' | 'note' | 'basedOn'>>;

/** Drafts of one adapter that are open at once. */
const mostDrafts = 100;

/** Mappings in place of the shipped ones, and their history: nothing of them is ever removed. */
export class MappingVersions extends Collection<MappingVersion> {
  constructor(act: Act) {
    super(act, MappingVersion, 'mapping');
  }

  /** The content is told by its hash: a version that was published stays to be read. */
  describe(row: MappingVersion): JsonObject {
    return {
      id: row.id,
      adapter: row.adapterId,
      number: row.number,
      label: labelOf(row),
      state: row.state,
      note: row.note,
      basedOn: row.basedOn,
      sha256: hashOf({ definition: row.definition, codes: row.codes }),
      author: { participantId: row.authorParticipantId, keyId: row.authorKeyId },
      editorKeyIds: row.editorKeyIds,
      publisher: { participantId: row.publisherParticipantId, keyId: row.publisherKeyId },
      publishedAt: iso(row.publishedAt),
      publishReason: row.publishReason,
      retiredAt: iso(row.retiredAt),
      version: row.version,
      createdAt: iso(row.createdAt),
      updatedAt: iso(row.updatedAt),
    };
  }

  /** @param reference number, label (`1.0.0+3`), id, or `published` */
  async of(adapterId: string, reference: string): Promise<Result<MappingVersion, Fault>> {
    const query = this.rows().where('row.adapterId = :adapterId', { adapterId });
    if (isUuid(reference)) query.andWhere('row.id = :id', { id: reference });
    else if (reference === 'published') query.andWhere(`row.state = 'published'`);
    else {
      const number = /^\d{1,9}$/.test(reference) ? Number(reference) : numberOfLabel(reference);
      query.andWhere('row.number = :number', { number: number ?? 0 });
    }
    const row = await query.getOne();
    const named = row && (numberOfLabel(reference) === undefined || labelOf(row) === reference);
    return named ? ok(row) : this.missing(`${adapterId} ${reference}`);
  }

  async create(mapping: NewMapping): Promise<Result<MappingVersion, Fault>> {
    await this.lock(mapping.adapterId);
    const last = await this.rows()
      .select('max(row.number)', 'number')
      .where('row.adapterId = :adapterId', { adapterId: mapping.adapterId })
      .getRawOne<{ number: number | null }>();
    if (((await this.drafts()).get(mapping.adapterId) ?? 0) >= mostDrafts)
      return fail(storeFaults.make('STORE_MAPPING_DRAFTS', { values: { limit: mostDrafts } }));
    const { participantId, keyId } = this.act.by;
    const row = Object.assign(new MappingVersion(), {
      note: null,
      ...given(mapping),
      id: uuidv7(this.act.now),
      number: (last?.number ?? 0) + 1,
      state: 'draft' as const,
      authorParticipantId: participantId ?? null,
      authorKeyId: keyId ?? null,
      editorKeyIds: keyId === undefined ? [] : [keyId],
      version: 1,
    });
    return this.add(row, 'mapping.drafted');
  }

  change(
    id: string,
    version: number | undefined,
    changes: MappingChanges,
  ): Promise<Result<MappingVersion, Fault>> {
    const { keyId } = this.act.by;
    return this.alter(id, version, 'mapping.changed', (row) => {
      const allowed = inState(row.state, ['draft']);
      if (!allowed.ok) return allowed;
      const { definition = row.definition, codes = row.codes } = changes;
      const same = hashOf({ definition, codes }) === hashOf({ definition: row.definition, codes: row.codes });
      const news = keyId !== undefined && !same && !row.editorKeyIds.includes(keyId);
      return ok({ ...given(changes), ...(news ? { editorKeyIds: [...row.editorKeyIds, keyId] } : {}) });
    });
  }

  /** Newest first. */
  async history(adapterId: string, page: PageRequest): Promise<Page<MappingVersion>> {
    const query = this.rows()
      .where('row.adapterId = :adapterId', { adapterId })
      .orderBy('row.id', 'DESC')
      .take(page.limit + 1);
    if (page.after !== undefined) query.andWhere('row.id < :after', { after: page.after });
    const rows = await query.getMany();
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return { items, ...(rows.length > page.limit && last ? { next: last.id } : {}) };
  }

  /**
   * Puts a draft into force and takes the one that was out of it.
   *
   * @param expected the version that was reviewed
   * @param alone whether somebody who wrote at the draft may publish it
   * @param objection what else is in the way, seen from what is in force at this moment
   */
  async publish(
    id: string,
    expected: number,
    alone: boolean,
    objection: (draft: MappingVersion, inForce: MappingVersion | undefined) => Fault | undefined = () =>
      undefined,
  ): Promise<Result<MappingVersion, Fault>> {
    const found = await this.find(id);
    if (!found.ok) return found;
    await this.lock(found.value.adapterId);
    const draft = await this.find(id);
    if (!draft.ok) return draft;
    const { adapterId, state, editorKeyIds } = draft.value;
    const allowed = inState(state, ['draft']);
    if (!allowed.ok) return allowed;
    const { keyId } = this.act.by;
    const own = keyId === undefined ? editorKeyIds.length > 0 : editorKeyIds.includes(keyId);
    if (own && !alone) return fail(storeFaults.make('STORE_MAPPING_SAME_PERSON'));
    const inForce = await this.of(adapterId, 'published');
    const objected = objection(draft.value, inForce.ok ? inForce.value : undefined);
    if (objected) return fail(objected);
    const retired = await this.retire(adapterId);
    if (!retired.ok) return retired;
    return this.alter(id, expected, 'mapping.published', () => ok(this.intoForce()));
  }

  /** Puts one that was in force before into force again. */
  async restore(row: MappingVersion): Promise<Result<MappingVersion, Fault>> {
    await this.lock(row.adapterId);
    const retired = await this.retire(row.adapterId);
    if (!retired.ok) return retired;
    const allowed = inState(row.state, ['retired']);
    if (!allowed.ok) return allowed;
    const { adapterId, definition, codes } = row;
    const copy = await this.create({ adapterId, definition, codes, basedOn: labelOf(row) });
    if (!copy.ok) return copy;
    return this.alter(copy.value.id, undefined, 'mapping.rolled-back', () => ok(this.intoForce()));
  }

  /** Takes the published one out of force; the shipped one is in force then, unless another one follows. */
  async retire(adapterId: string): Promise<Result<MappingVersion | undefined, Fault>> {
    await this.lock(adapterId);
    const published = await this.of(adapterId, 'published');
    if (!published.ok) return ok(undefined);
    const retiredAt = new Date(this.act.now);
    return this.alter(published.value.id, undefined, 'mapping.retired', () =>
      ok({ state: 'retired' as const, retiredAt }),
    );
  }

  discard(id: string, version: number | undefined): Promise<Result<MappingVersion, Fault>> {
    return this.alter(id, version, 'mapping.discarded', (row) => {
      const allowed = inState(row.state, ['draft']);
      return allowed.ok ? ok({ state: 'discarded' as const }) : allowed;
    });
  }

  /** How many drafts each adapter has. */
  async drafts(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.rows()
      .select('row.adapterId', 'adapter')
      .addSelect('count(*)::int', 'count')
      .where(`row.state = 'draft'`)
      .groupBy('row.adapterId')
      .getRawMany<{ adapter: string; count: number }>();
    return new Map(rows.map(({ adapter, count }) => [adapter, count]));
  }

  private intoForce(): Partial<MappingVersion> {
    const { participantId, keyId, reason } = this.act.by;
    return {
      state: 'published',
      publisherParticipantId: participantId ?? null,
      publisherKeyId: keyId ?? null,
      publishedAt: new Date(this.act.now),
      publishReason: reason ?? null,
    };
  }

  /** Numbers and publications of an adapter come one after the other. */
  private async lock(adapterId: string): Promise<void> {
    await this.act.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `mapping:${adapterId}`,
    ]);
  }
}

/** Not of the canonical form: among the codes of a table the first counts. */
const hashOf = (content: JsonObject): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

export function labelOf(row: Pick<MappingVersion, 'definition' | 'number'>): string {
  const { version } = row.definition;
  return mappingLabel(typeof version === 'string' ? version : '', row.number);
}
