import { adapters, createNormaliser } from '#adapters';
import { compileRoutes, type Agreement, type Route, type RouteTable, type Subject } from '#routing';
import { coarri } from '../../apps/simulator/src/traffic/index.js';

/** What deciding about one document costs with a number of routes. */
export interface RouteFigures {
  readonly routes: number;
  /** CPU microseconds for one decision about one document: the best of the rounds. */
  readonly microseconds: number;
  /** Of the cost with the fewest routes. */
  readonly toFewest: number;
}

const sizes = [10, 100, 1_000, 10_000];
const decisions = 20_000;

/**
 * The curve of deciding: ten routes that every document meets, and the rest subscriptions of enterprises to boxes of
 * their own, as a port has them. The tables take turns, so that the ratios are fair.
 */
export function measureRoutes(rounds: number): readonly RouteFigures[] {
  const subjects = subjectsOf();
  const tables = sizes.map((routes) => ({ routes, table: tableOf(routes), best: Number.POSITIVE_INFINITY }));
  for (let round = 0; round <= rounds; round++) {
    for (const one of tables) {
      const spent = decide(one.table, subjects);
      // The first round is for the compiler.
      if (round > 0) one.best = Math.min(one.best, spent);
    }
  }
  const fewest = tables[0]?.best ?? 1;
  return tables.map(({ routes, best }) => ({ routes, microseconds: best, toFewest: best / fewest }));
}

function decide(table: RouteTable, subjects: readonly Subject[]): number {
  const before = process.cpuUsage();
  for (let n = 0; n < decisions; n++) {
    const subject = subjects[n % subjects.length];
    if (subject) table.decide(subject);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / decisions;
}

function subjectsOf(): readonly Subject[] {
  const normaliser = createNormaliser(adapters);
  return [0, 1, 2, 3].flatMap((n) =>
    normaliser
      .normalise(coarri(n, { seed: 1, containers: 25 }), {})
      .documents.map(({ type, body, keys }) => ({
        type,
        body,
        keys,
        sender: { id: 'terminal', code: 'bayuquan-terminal' },
        now: 1_800_000_000_000,
      })),
  );
}

function tableOf(count: number): RouteTable {
  const routes = Array.from({ length: count }, (_, n): Route => {
    const everybody = n < 10;
    return {
      id: `r${n}`,
      code: `r${String(n).padStart(6, '0')}`,
      documentType: 'ContainerMove',
      condition: everybody
        ? `sender.code == 'bayuquan-terminal'`
        : `keys.container.exists(k, k == 'LNSU${String(1_000_000 + n)}')`,
      destinationId: `d${n}`,
      consumerId: `c${n % 500}`,
      priority: 100,
      version: 1,
    };
  });
  const agreements = Array.from({ length: 500 }, (_, n): Agreement => {
    return {
      id: `a${n}`,
      ownerId: 'terminal',
      consumerId: `c${n}`,
      documentType: 'ContainerMove',
      purpose: 'bench',
      validFrom: 0,
      state: 'granted',
      version: 1,
    };
  });
  return compileRoutes(routes, agreements).table;
}

export const routesTable = (figures: readonly RouteFigures[]): string =>
  [
    'routes   CPU µs a decision   of the fewest',
    ...figures.map(({ routes, microseconds, toFewest }) =>
      [
        String(routes).padStart(6),
        microseconds.toFixed(2).padStart(19),
        toFewest.toFixed(2).padStart(15),
      ].join(' '),
    ),
  ].join('\n');
