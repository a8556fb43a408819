import fc from 'fast-check';
import { compileRoutes, type Agreement, type Decision, type Route, type Subject } from '#routing';
import { agreement, now, route, subject } from './testing/setup.js';

const decide = (routes: Route[], agreements: Agreement[], given: Partial<Subject> = {}): Decision[] =>
  compileRoutes(routes, agreements).table.decide(subject(given));

const codes = (decision: Decision | undefined): string[] => (decision?.reasons ?? []).map(({ code }) => code);

describe('a decision', () => {
  it('delivers under a granted agreement and names it, its version and purpose', () => {
    const [decision] = decide([route({ condition: 'document.direction == "import"' })], [agreement()]);
    expect(decision).toMatchObject({
      outcome: 'deliver',
      agreementId: 'a1',
      agreementVersion: 3,
      routeCode: 'moves-to-terminal',
    });
    expect(codes(decision)).toEqual(['ROUTE_CONDITION_TRUE', 'AGREEMENT_GRANTS']);
    expect(decision?.reasons[1]?.text).toEqual({
      zh: '依据共享协议 a1 第 3 版，用途：release to the gate',
      en: 'Granted by agreement a1 version 3 for: release to the gate',
    });
  });

  const refusals: [string, Partial<Agreement>, string][] = [
    ['of another owner', { ownerId: 'maritime' }, 'AGREEMENT_MISSING'],
    ['with another consumer', { consumerId: 'carrier' }, 'AGREEMENT_MISSING'],
    ['about another type', { documentType: 'CrewList' }, 'AGREEMENT_MISSING'],
    ['that begins later', { validFrom: now + 1 }, 'AGREEMENT_NOT_YET_VALID'],
    ['that ends now', { validTo: now }, 'AGREEMENT_EXPIRED'],
    ['that is suspended', { state: 'suspended' }, 'AGREEMENT_SUSPENDED'],
    ['that is revoked', { state: 'revoked' }, 'AGREEMENT_REVOKED'],
    [
      'whose condition is false',
      { condition: 'document.direction == "export"' },
      'AGREEMENT_CONDITION_FALSE',
    ],
    ['whose condition has no value', { condition: 'document.voyage == "1"' }, 'AGREEMENT_CONDITION_FAULT'],
    ['whose condition does not compile', { condition: 'document.' }, 'AGREEMENT_CONDITION_FAULT'],
  ];
  it.each(refusals)('denies under an agreement %s', (_, given, code) => {
    const [decision] = decide([route()], [agreement(given)]);
    expect(decision?.outcome).toBe('denied');
    expect(decision).not.toHaveProperty('agreementId');
    expect(codes(decision)).toEqual(['ROUTE_UNCONDITIONAL', code]);
  });

  const grants: [string, Partial<Agreement>][] = [
    ['that begins now', { validFrom: now }],
    ['that ends one millisecond later', { validTo: now + 1 }],
    ['about all types', { documentType: '*' }],
    ['whose condition is true', { condition: 'keys.container.exists(k, k == "DLCU1234567")' }],
  ];
  it.each(grants)('delivers under an agreement %s', (_, given) => {
    expect(decide([route()], [agreement(given)])[0]?.outcome).toBe('deliver');
  });

  it('lets a participant have its own documents without an agreement', () => {
    const [decision] = decide([route({ consumerId: 'customs' })], []);
    expect(decision?.outcome).toBe('deliver');
    expect(codes(decision)).toEqual(['ROUTE_UNCONDITIONAL', 'OWN_DOCUMENT']);
  });

  it('does not match when the condition of the route is false or has no value', () => {
    const [absent, unequal] = decide(
      [
        route({ id: 'r1', code: 'a', condition: 'document.voyage == "1"' }),
        route({ id: 'r2', code: 'b', condition: 'document.direction == "export"' }),
      ],
      [agreement()],
    );
    expect(absent?.outcome).toBe('not-matched');
    expect(absent?.reasons[0]?.values).toMatchObject({
      fault: 'ROUTING_CONDITION_FAILED',
      detail: 'No such key: voyage',
    });
    expect(unequal?.outcome).toBe('not-matched');
    expect(codes(unequal)).toEqual(['ROUTE_CONDITION_FALSE']);
  });

  it('is given for routes of the type and of all types only, greatest priority first, then by code', () => {
    const routes = [
      route({ id: '1', code: 'd' }),
      route({ id: '2', code: 'c', priority: 200 }),
      route({ id: '3', code: 'a', documentType: 'CrewList', priority: 999 }),
      route({ id: '4', code: 'b', documentType: '*' }),
    ];
    expect(decide(routes, []).map(({ routeCode }) => routeCode)).toEqual(['c', 'b', 'd']);
    expect(decide(routes, [], { type: 'FeeNotice' }).map(({ routeCode }) => routeCode)).toEqual(['b']);
  });

  it('of a fallback is to deliver only when nobody else gets the document; its sender does not count', () => {
    const routes = [
      route({ id: '1', code: 'main', condition: 'document.direction == "import"' }),
      route({ id: '2', code: 'last', fallback: true, priority: 900 }),
      route({ id: '3', code: 'back', consumerId: 'customs' }),
    ];
    const outcomes = (body: Subject['body']): unknown[] =>
      decide(routes, [agreement()], { body }).map(({ routeCode, outcome }) => [routeCode, outcome]);
    expect(outcomes({ direction: 'import' })).toEqual([
      ['last', 'not-matched'],
      ['back', 'deliver'],
      ['main', 'deliver'],
    ]);
    expect(outcomes({ direction: 'export' })).toEqual([
      ['last', 'deliver'],
      ['back', 'deliver'],
      ['main', 'not-matched'],
    ]);
    const [last] = decide(routes, [agreement()], { body: { direction: 'import' } });
    expect(codes(last)).toEqual(['ROUTE_UNCONDITIONAL', 'ROUTE_FALLBACK_UNNEEDED']);
  });

  it('names the agreement for the type before the one for all types, and the wider before the narrower', () => {
    const agreements = [
      agreement({ id: 'every', documentType: '*' }),
      agreement({ id: 'two', fields: ['/container', '/direction'] }),
      agreement({ id: 'one', fields: ['/container'] }),
      agreement({ id: 'whole-but-revoked', state: 'revoked' }),
    ];
    expect(decide([route()], agreements)[0]?.agreementId).toBe('two');
  });
});

describe('compileRoutes', () => {
  it('leaves out a route that does not compile and reports it with its id', () => {
    const { table, faults } = compileRoutes(
      [route({ id: 'bad', condition: 'document. ==' }), route()],
      [agreement()],
    );
    expect(table.decide(subject()).map(({ routeId }) => routeId)).toEqual(['r1']);
    expect(faults).toMatchObject([{ code: 'ROUTING_CONDITION_SYNTAX', values: { route: 'bad' } }]);
  });

  it('reports an agreement that does not compile with its id', () => {
    const { faults } = compileRoutes([], [agreement({ condition: 'nothing' })]);
    expect(faults).toMatchObject([{ code: 'ROUTING_CONDITION_TYPE', values: { agreement: 'a1' } }]);
  });
});

describe('an explanation', () => {
  it('gives the decision and, for each term of the condition, its value and what it looked at', () => {
    const condition =
      'document.direction == "import" && (type == "CrewList" || !(sender.code in ["x"])) && document.voyage == "1"';
    const { table } = compileRoutes([route({ condition })], [agreement()]);
    const [explanation] = table.explain(subject());
    expect(explanation).toMatchObject({ ...table.decide(subject())[0] });
    expect(explanation?.terms).toMatchObject([
      {
        expression: 'document.direction == "import"',
        value: true,
        operands: [{ path: 'document.direction', value: 'import' }],
      },
      {
        expression: 'type == "CrewList"',
        value: false,
        operands: [{ path: 'type', value: 'ContainerMove' }],
      },
      {
        expression: 'sender.code in ["x"]',
        value: false,
        operands: [{ path: 'sender.code', value: 'dalian-customs' }],
      },
      {
        expression: 'document.voyage == "1"',
        fault: { code: 'ROUTING_CONDITION_FAILED' },
        operands: [{ path: 'document.voyage' }],
      },
    ]);
  });

  it('shows a list a loop goes over, not the variable of the loop', () => {
    const { table } = compileRoutes(
      [route({ condition: 'keys.container.exists(k, k.startsWith("YK"))' })],
      [],
    );
    expect(table.explain(subject())[0]?.terms).toEqual([
      {
        expression: 'keys.container.exists(k, k.startsWith("YK"))',
        value: false,
        operands: [{ path: 'keys.container', value: '["DLCU1234567"]' }],
      },
    ]);
  });
});

const participants = ['customs', 'terminal', 'carrier'] as const;
const conditions = [
  undefined,
  'document.direction == "import"',
  'document.direction == "export"',
  'document.voyage == "1"',
  'size(keys.bill) > 0',
];
const types = ['ContainerMove', 'CrewList', '*'] as const;
const optional = (condition: string | undefined) => (condition === undefined ? {} : { condition });

const someRoutes = fc
  .array(
    fc.record({
      documentType: fc.constantFrom(...types),
      consumerId: fc.constantFrom(...participants),
      priority: fc.constantFrom(1, 100, 200),
      code: fc.constantFrom('a', 'b'),
      condition: fc.constantFrom(...conditions),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ condition, ...given }, at) => route({ ...given, ...optional(condition), id: `r${at}` })),
  );

const someAgreements = fc
  .array(
    fc.record({
      ownerId: fc.constantFrom(...participants),
      consumerId: fc.constantFrom(...participants),
      documentType: fc.constantFrom(...types),
      state: fc.constantFrom('granted', 'suspended', 'revoked'),
      validFrom: fc.constantFrom(now - 10, now, now + 10),
      validTo: fc.constantFrom(now, now + 1),
      condition: fc.constantFrom(...conditions),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ condition, ...given }, at) => agreement({ ...given, ...optional(condition), id: `a${at}` })),
  );

describe('the law', () => {
  it('the order of routes and agreements changes nothing', () => {
    fc.assert(
      fc.property(
        someRoutes.chain((routes) =>
          fc.tuple(fc.constant(routes), fc.shuffledSubarray(routes, { minLength: routes.length })),
        ),
        someAgreements.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([routes, routesShuffled], [agreements, agreementsShuffled]) => {
          expect(decide(routesShuffled, agreementsShuffled)).toEqual(decide(routes, agreements));
        },
      ),
    );
  });

  it('nothing reaches another participant without an agreement that is granted, valid and about it', () => {
    let delivered = 0;
    fc.assert(
      fc.property(someRoutes, someAgreements, (routes, agreements) => {
        for (const { outcome, consumerId, agreementId } of decide(routes, agreements)) {
          if (outcome !== 'deliver' || consumerId === 'customs') continue;
          delivered++;
          expect(agreements.find(({ id }) => id === agreementId)).toMatchObject({
            ownerId: 'customs',
            consumerId,
            state: 'granted',
            documentType: expect.stringMatching(/^(ContainerMove|\*)$/),
          });
        }
      }),
      { numRuns: 500 },
    );
    expect(delivered).toBeGreaterThan(0);
  });

  it('without agreements, and with all of them revoked, every matched route of another is denied', () => {
    fc.assert(
      fc.property(someRoutes, someAgreements, (routes, agreements) => {
        const revoked = agreements.map((one): Agreement => ({ ...one, state: 'revoked' }));
        for (const rights of [[], revoked])
          for (const { outcome, consumerId } of decide(routes, rights))
            if (consumerId !== 'customs') expect(outcome).not.toBe('deliver');
      }),
    );
  });
});
