import fc from 'fast-check';
import type { JsonObject } from '#kernel';
import type { CurrentSetup } from './current-setup.js';
import { diffSetup, type Step } from './diff-setup.js';
import { nameOf, type SetupFile } from './setup-file.js';

/** A node that does what the administration API does, as far as a plan can tell. */
class ModelNode {
  private next = 1;
  readonly lists: Record<string, Record<string, unknown>[]> = {
    participants: [],
    keys: [],
    destinations: [],
    agreements: [],
    routes: [],
  };

  current(): CurrentSetup {
    return structuredClone(this.lists) as unknown as CurrentSetup;
  }

  do({ method, path, body, version }: Step): void {
    const [, , , list = '', reference, act] = path.split('/').map(decodeURIComponent);
    if (reference === undefined) return this.create(list, body);
    const row = this.find(list, reference);
    if (!row) throw new Error(`no ${path}`);
    if (act !== undefined) {
      row['state'] = states[act];
    } else if (method === 'PATCH') {
      if (row['version'] !== version) throw new Error(`stale ${path}`);
      const { destination, ...plain } = body;
      Object.assign(list === 'destinations' ? (row['config'] as object) : row, inApiForm(plain));
      if (typeof destination === 'string')
        row['destinationId'] = this.find('destinations', destination)?.['id'];
    }
    row['version'] = Number(row['version']) + 1;
  }

  private create(list: string, body: JsonObject): void {
    const { participant, owner, consumer, destination, url, batchLimit, timeout, ratePerSecond, ...plain } =
      body;
    const id = (code: unknown) => this.find('participants', String(code))?.['id'];
    this.lists[list]?.push({
      id: `${list}-${this.next++}`,
      version: 1,
      state: { participants: 'active', destinations: 'active', agreements: 'granted', routes: 'enabled' }[
        list
      ],
      system: null,
      condition: null,
      fields: null,
      personal: false,
      validFrom: '2025-01-01T00:00:00.000Z',
      validTo: null,
      revokedAt: null,
      ...inApiForm(plain),
      ...(participant === undefined ? {} : { participantId: id(participant) }),
      ...(list === 'agreements' ? { ownerId: id(owner), consumerId: id(consumer) } : {}),
      ...(list === 'destinations' ? { config: { url, batchLimit, timeout, ratePerSecond } } : {}),
      ...(list === 'routes' ? { destinationId: this.find('destinations', String(destination))?.['id'] } : {}),
    });
  }

  private find(list: string, reference: string): Record<string, unknown> | undefined {
    const [participant, code] = reference.split('/');
    const holder = this.lists['participants']?.find((one) => one['code'] === participant)?.['id'];
    return this.lists[list]?.find(
      (one) =>
        one['id'] === reference ||
        (code === undefined
          ? one['code'] === reference
          : one['code'] === code && one['participantId'] === holder),
    );
  }
}

/** The API gives moments back in UTC. */
function inApiForm(body: JsonObject): JsonObject {
  const moment = (value: unknown) => (typeof value === 'string' ? new Date(value).toISOString() : value);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, /^valid/.test(name) ? moment(value) : value]),
  ) as JsonObject;
}

const states: Record<string, string> = {
  suspend: 'suspended',
  activate: 'active',
  pause: 'paused',
  disable: 'disabled',
  grant: 'granted',
  revoke: 'revoked',
  enable: 'enabled',
};

const code = fc.constantFrom('customs', 'terminal', 'carrier');
const type = fc.constantFrom('Declaration', 'ContainerMove', '*');
const record = <T extends object>(all: { [K in keyof T]: fc.Arbitrary<T[K]> }, needed: (keyof T)[]) =>
  fc.record(all as never, { requiredKeys: needed as never[] }) as unknown as fc.Arbitrary<T>;
const list = <T>(one: fc.Arbitrary<T>, name: (one: T) => string) =>
  fc.uniqueArray(one, { selector: name, maxLength: 4 });

const file: fc.Arbitrary<SetupFile> = fc.record({
  participants: fc.constantFrom('a', 'b').chain((suffix) =>
    fc.tuple(
      ...['customs', 'terminal', 'carrier'].map((one) =>
        record<SetupFile['participants'][number]>(
          {
            code: fc.constant(one),
            nameZh: fc.constantFrom('甲', '乙'),
            nameEn: fc.constant(`name ${suffix}`),
            kind: fc.constant('agency'),
            system: fc.constantFrom('customs', 'port'),
            state: fc.constantFrom('active' as const, 'suspended' as const),
          },
          ['code', 'nameZh', 'nameEn', 'kind'],
        ),
      ),
    ),
  ),
  keys: list(
    record<SetupFile['keys'][number]>(
      { participant: code, label: fc.constantFrom('x', 'y'), role: fc.constant('participant') },
      ['participant', 'label', 'role'],
    ),
    nameOf.keys,
  ),
  destinations: fc.tuple(
    ...['customs', 'terminal', 'carrier'].map((participant) =>
      record<SetupFile['destinations'][number]>(
        {
          participant: fc.constant(participant),
          code: fc.constant('hook'),
          kind: fc.constant('webhook'),
          url: fc.constantFrom('https://example.com/a', 'https://example.com/b'),
          batchLimit: fc.constantFrom(1, 2),
          state: fc.constantFrom('active' as const, 'paused' as const, 'disabled' as const),
        },
        ['participant', 'code', 'kind', 'url'],
      ),
    ),
  ),
  agreements: list(
    record<SetupFile['agreements'][number]>(
      {
        owner: code,
        consumer: code,
        documentType: type,
        condition: fc.constantFrom('true', 'false'),
        fields: fc.constantFrom(['/a'], ['/a', '/b'], []),
        personal: fc.boolean(),
        purpose: fc.constantFrom('release', 'statistics'),
        validFrom: fc.constantFrom('2025-01-01T08:00:00+08:00', '2025-02-01T00:00:00Z'),
        validTo: fc.constantFrom('2026-01-01T08:00:00+08:00', '2026-02-01T00:00:00Z'),
        state: fc.constantFrom('granted' as const, 'suspended' as const, 'revoked' as const),
      },
      ['owner', 'consumer', 'documentType', 'purpose'],
    ),
    nameOf.agreements,
  ),
  routes: list(
    record<SetupFile['routes'][number]>(
      {
        code: fc.constantFrom('r1', 'r2', 'r3'),
        documentType: type,
        condition: fc.constantFrom('true', 'false'),
        destination: code.map((one) => `${one}/hook`),
        priority: fc.constantFrom(1, 2),
        fallback: fc.boolean(),
        state: fc.constantFrom('enabled' as const, 'disabled' as const),
      },
      ['code', 'documentType', 'destination', 'priority', 'fallback'],
    ),
    nameOf.routes,
  ),
});

describe('the plan', () => {
  it('leaves nothing to do once it was done, from whatever was there before', () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (files) => {
        const node = new ModelNode();
        for (const wanted of files) {
          const plan = diffSetup(node.current(), wanted, 0);
          expect(plan.faults).toEqual([]);
          plan.steps.forEach((step) => node.do(step));
          expect(diffSetup(node.current(), wanted, 0).steps).toEqual([]);
        }
      }),
    );
  });

  it('does not change what it reads', () => {
    fc.assert(
      fc.property(file, (wanted) => {
        const before = structuredClone(wanted);
        diffSetup(new ModelNode().current(), wanted, 0);
        expect(wanted).toEqual(before);
      }),
    );
  });
});
