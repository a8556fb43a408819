import { type Fault, isUuid, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import { Route } from '../entities/route.entity.js';
import type { Act } from './act.js';
import { Collection, given, inState, iso } from './collection.js';

export type NewRoute = Pick<Route, 'code' | 'documentType' | 'destinationId'> &
  Partial<Pick<Route, 'condition' | 'priority' | 'fallback' | 'state'>>;
export type RouteChanges = Partial<
  Pick<Route, 'documentType' | 'condition' | 'destinationId' | 'priority' | 'fallback'>
>;

export class Routes extends Collection<Route> {
  constructor(act: Act) {
    super(act, Route, 'route');
  }

  describe(row: Route): JsonObject {
    const {
      id,
      code,
      documentType,
      condition,
      destinationId,
      priority,
      fallback,
      state,
      version,
      createdAt,
      updatedAt,
    } = row;
    return {
      id,
      code,
      documentType,
      condition,
      destinationId,
      priority,
      fallback,
      state,
      version,
      createdAt: iso(createdAt),
      updatedAt: iso(updatedAt),
    };
  }

  /** @param reference id or code */
  override async find(reference: string): Promise<Result<Route, Fault>> {
    if (isUuid(reference)) return super.find(reference);
    const row = await this.rows().where('row.code = :code', { code: reference }).getOne();
    return row ? ok(row) : this.missing(reference);
  }

  create(route: NewRoute): Promise<Result<Route, Fault>> {
    const row = Object.assign(new Route(), {
      condition: null,
      priority: 100,
      fallback: false,
      state: 'enabled' as const,
      ...given(route),
      id: uuidv7(this.act.now),
      version: 1,
    });
    return this.add(row, 'route.created');
  }

  change(id: string, version: number | undefined, changes: RouteChanges): Promise<Result<Route, Fault>> {
    return this.alter(id, version, 'route.changed', () => ok(given(changes)));
  }

  enable(id: string, version?: number): Promise<Result<Route, Fault>> {
    return this.alter(id, version, 'route.enabled', (row) => {
      const allowed = inState(row.state, ['disabled']);
      return allowed.ok ? ok({ state: 'enabled' as const }) : allowed;
    });
  }

  disable(id: string, version?: number): Promise<Result<Route, Fault>> {
    return this.alter(id, version, 'route.disabled', (row) => {
      const allowed = inState(row.state, ['enabled']);
      return allowed.ok ? ok({ state: 'disabled' as const }) : allowed;
    });
  }

  delete(id: string, version?: number): Promise<Result<Route, Fault>> {
    return this.remove(id, version, 'route.deleted');
  }
}
