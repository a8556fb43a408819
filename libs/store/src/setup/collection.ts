import { canonicalJson, type Fault, fail, isUuid, type JsonObject, ok, type Result } from '#kernel';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { codeOf, constraintOf } from '../database-error.js';
import { storeFaults } from '../faults.js';
import type { Act, AuditAction } from './act.js';

/** A page of a list in the order of creation. */
export interface Page<E> {
  readonly items: readonly E[];
  /** Give it as `after` for the next page; absent on the last. */
  readonly next?: string;
}

export interface PageRequest {
  /** Id of the last row of the page before. */
  readonly after?: string;
  readonly limit: number;
}

interface Stored extends ObjectLiteral {
  id: string;
  version?: number;
}

const uniqueViolation = '23505';
const foreignKeyViolation = '23503';

/** The rows of one kind: found, listed, added and changed, each change recorded in the same transaction. */
export abstract class Collection<E extends Stored> {
  constructor(
    protected readonly act: Act,
    private readonly entity: EntityTarget<E>,
    /** What the rows are called in faults and in the audit. */
    private readonly what: string,
  ) {}

  /** What may be shown of a row and kept of it in the audit: everything but secrets. */
  abstract describe(row: E): JsonObject;

  async find(id: string): Promise<Result<E, Fault>> {
    const row = isUuid(id) ? await this.rows().where('row.id = :id', { id }).getOne() : null;
    return row ? ok(row) : this.missing(id);
  }

  /** @param filter columns by property name, with the value that they must have */
  async list(filter: Partial<Record<keyof E & string, unknown>>, page: PageRequest): Promise<Page<E>> {
    const query = this.rows()
      .orderBy('row.id', 'ASC')
      .take(page.limit + 1);
    for (const [name, value] of Object.entries(filter))
      if (value !== undefined) query.andWhere(`row.${name} = :${name}`, { [name]: value });
    if (page.after !== undefined) query.andWhere('row.id > :after', { after: page.after });
    const rows = await query.getMany();
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return { items, ...(rows.length > page.limit && last ? { next: last.id } : {}) };
  }

  protected rows(): SelectQueryBuilder<E> {
    return this.act.manager.createQueryBuilder(this.entity, 'row');
  }

  protected missing(id: string): Result<never, Fault> {
    return fail(storeFaults.make('STORE_NOT_FOUND', { values: { what: this.what, id } }));
  }

  protected async add(row: E, action: AuditAction): Promise<Result<E, Fault>> {
    const saved = await this.save(row);
    if (saved.ok) await this.act.record(action, row.id, null, this.describe(saved.value));
    return saved;
  }

  /**
   * Changes a row that still has the version the caller saw. A change that changes nothing is not recorded and makes
   * no new version.
   *
   * @param reference what `find` takes
   * @param expected the version seen, or `undefined` to change whatever is there
   * @param alter what to assign, or why not
   */
  protected async alter(
    reference: string,
    expected: number | undefined,
    action: AuditAction,
    alter: (row: E) => Result<Partial<E>, Fault> | Promise<Result<Partial<E>, Fault>>,
  ): Promise<Result<E, Fault>> {
    const row = await this.locked(reference);
    if (!row) return this.missing(reference);
    if (expected !== undefined && row.version !== expected) {
      const values = { what: this.what, version: row.version ?? 0, expected };
      return fail(storeFaults.make('STORE_VERSION_STALE', { values }));
    }
    const before = this.describe(row);
    const changes = await alter(row);
    if (!changes.ok) return changes;
    Object.assign(row, changes.value);
    if (this.same(before, row) && action.endsWith('.changed')) return ok(row);
    if (row.version !== undefined) Object.assign(row, { version: row.version + 1 });
    const saved = await this.save(row);
    if (saved.ok) await this.act.record(action, row.id, before, this.describe(saved.value));
    return saved;
  }

  protected async remove(
    reference: string,
    expected: number | undefined,
    action: AuditAction,
  ): Promise<Result<E, Fault>> {
    const row = await this.locked(reference);
    if (!row) return this.missing(reference);
    if (expected !== undefined && row.version !== expected) {
      const values = { what: this.what, version: row.version ?? 0, expected };
      return fail(storeFaults.make('STORE_VERSION_STALE', { values }));
    }
    const before = this.describe(row);
    try {
      await this.act.manager.delete(this.entity, row.id);
    } catch (error) {
      if (codeOf(error) !== foreignKeyViolation) throw error;
      return fail(storeFaults.make('STORE_IN_USE', { values: { what: this.what, id: reference } }));
    }
    await this.act.record(action, row.id, before, null);
    return ok(row);
  }

  private async locked(reference: string): Promise<E | null> {
    const row = await this.find(reference);
    if (!row.ok) return null;
    return this.rows().where('row.id = :id', { id: row.value.id }).setLock('pessimistic_write').getOne();
  }

  private same(before: JsonObject, row: E): boolean {
    return canonicalJson(before) === canonicalJson(this.describe(row));
  }

  /** After a violation the transaction is of no more use: the act ends with the fault. */
  private async save(row: E): Promise<Result<E, Fault>> {
    try {
      return ok(await this.act.manager.save(row));
    } catch (error) {
      const values = { what: this.what, constraint: constraintOf(error) ?? '' };
      if (codeOf(error) === uniqueViolation) return fail(storeFaults.make('STORE_CODE_TAKEN', { values }));
      if (codeOf(error) === foreignKeyViolation)
        return fail(storeFaults.make('STORE_REFERENCE_MISSING', { values }));
      throw error;
    }
  }
}

/** The state must be one of these for the act. */
export function inState<S extends string>(state: S, allowed: readonly S[]): Result<void, Fault> {
  if (allowed.includes(state)) return ok(undefined);
  return fail(storeFaults.make('STORE_STATE_FORBIDS', { values: { state, allowed: allowed.join(', ') } }));
}

export const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** The members that are given; a member given as `undefined` counts as not given. */
export const given = <T extends object>(changes: T): Partial<T> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
