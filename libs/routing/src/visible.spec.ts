import { compileRoutes, type Agreement, type Decision, type Route, type Subject } from '#routing';
import { agreement, route, subject } from './testing/setup.js';

const decide = (
  of: Partial<Route>,
  under: Partial<Agreement>,
  given: Partial<Subject> = {},
): Decision | undefined =>
  compileRoutes([route({ byConsumer: true, ...of })], [agreement(under)]).table.decide(subject(given))[0];

const codes = (decision: Decision | undefined): unknown[] => [
  decision?.outcome,
  ...(decision?.reasons ?? []).map(({ code }) => code),
];

describe('the condition of a subscription', () => {
  const withheld = { condition: 'document.direction == "import"' };

  it('sees what the agreement shares and nothing else', () => {
    expect(codes(decide(withheld, {}))).toEqual(['deliver', 'ROUTE_CONDITION_TRUE', 'AGREEMENT_GRANTS']);
    expect(codes(decide(withheld, { fields: ['/direction'] }))[0]).toBe('deliver');
    const narrowed = decide(withheld, { fields: ['/container'] });
    expect(codes(narrowed)).toEqual(['not-matched', 'ROUTE_CONDITION_FAULT']);
    expect(narrowed).toMatchObject({ agreementId: 'a1', agreementVersion: 3 });
    const asked = decide({ condition: 'has(document.direction)' }, { fields: ['/container'] });
    expect(codes(asked)).toEqual(['not-matched', 'ROUTE_CONDITION_FALSE']);
  });

  it('sees personal fields masked, unless they are granted', () => {
    const declaration = {
      type: 'Declaration',
      body: { signature: { operatorName: '王小海' } },
    };
    const asks = { documentType: 'Declaration', condition: 'document.signature.operatorName == "王小海"' };
    const covers = { documentType: 'Declaration' };
    expect(codes(decide(asks, covers, declaration))).toEqual(['not-matched', 'ROUTE_CONDITION_FALSE']);
    expect(codes(decide(asks, { ...covers, personal: true }, declaration))[0]).toBe('deliver');
  });

  it('sees its own documents whole, and so does a route of an administrator', () => {
    expect(codes(decide({ ...withheld, consumerId: 'customs' }, {}))[0]).toBe('deliver');
    expect(codes(decide({ ...withheld, byConsumer: false }, { fields: ['/container'] }))[0]).toBe('deliver');
  });

  it('is judged by each agreement for itself where many ask the same', () => {
    const [open, narrow] = ['open', 'narrow'].map((consumerId) =>
      route({ id: consumerId, code: consumerId, consumerId, byConsumer: true, ...withheld }),
    );
    if (!open || !narrow) throw new Error('two routes');
    const { table } = compileRoutes(
      [open, narrow],
      [
        agreement({ id: 'o', consumerId: 'open' }),
        agreement({ id: 'n', consumerId: 'narrow', fields: ['/container'] }),
      ],
    );
    const outcomes = table.decide(subject()).map(({ consumerId, outcome }) => [consumerId, outcome]);
    expect(outcomes).toEqual([
      ['narrow', 'not-matched'],
      ['open', 'deliver'],
    ]);
    const terms = table.explain(subject()).map((one) => one.terms.map(({ value }) => value));
    expect(terms).toEqual([[undefined], [true]]);
  });
});

describe('what a consumer is told', () => {
  const told = (condition: string, under: Partial<Agreement>): unknown[] => {
    const { table } = compileRoutes([route({ condition })], [agreement(under)]);
    return codes(table.decideForConsumer(subject())[0]);
  };

  it('is why it has no right, and not whether the condition fits a document that it has no right to', () => {
    for (const condition of [
      'document.direction == "import"',
      'document.direction == "export"',
      'document.nothing == "1"',
      '"XXXX0000000" in keys.container',
    ])
      expect(told(condition, { state: 'suspended' })).toEqual(['denied', 'AGREEMENT_SUSPENDED']);
    expect(told('document.direction == "import"', { documentType: 'Other' })).toEqual([
      'denied',
      'AGREEMENT_MISSING',
    ]);
  });

  it('is the condition where it has the right', () => {
    expect(told('document.direction == "export"', {})).toEqual(['not-matched', 'ROUTE_CONDITION_FALSE']);
    expect(told('"XXXX0000000" in keys.container', {})).toEqual(['not-matched', 'ROUTE_CONDITION_FALSE']);
    expect(told('document.direction == "import"', {})[0]).toBe('deliver');
  });
});
