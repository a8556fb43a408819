import fc from 'fast-check';
import { compileRoutes, notMatchedLimit } from '#routing';
import { CandidateList } from './candidate-list.js';
import { compileCondition } from './condition.js';
import { selectorOf } from './selector.js';
import { route, subject } from './testing/setup.js';

const compiled = (expression: string) => {
  const result = compileCondition(expression);
  if (!result.ok) throw new Error(`${expression}: ${result.error.text.en}`);
  return result.value;
};

describe('a selector', () => {
  it.each([
    ['"A" in keys.container', 'key container', ['A']],
    ['keys["vessel-call"].exists(k, k == "A")', 'key vessel-call', ['A']],
    ['keys.container.exists(k, k in ["A", "B"])', 'key container', ['A', 'B']],
    ['document.x == "1" && (type == "T" && "A" in keys.bill)', 'key bill', ['A']],
    ['"c" == sender.code && document.x == "1"', 'sender', ['c']],
    ['type in ["T", "U"] && document.x == "1"', 'type', ['T', 'U']],
  ])('of %s is found', (expression, place, values) => {
    expect(selectorOf(compiled(expression).ast)).toEqual({ place, values });
  });

  it.each([
    '"A" in keys.container || document.x == "1"',
    '!("A" in keys.container)',
    'keys.container.all(k, k == "A")',
    'keys.container.exists(k, k != "A")',
    'keys.container.exists(k, type == "A")',
    'document.x in keys.container',
    'document.sender.code == "c"',
    'sender.code != "c"',
    'size(keys.container) == 1',
  ])('of %s is none', (expression) => expect(selectorOf(compiled(expression).ast)).toBeUndefined());
});

describe('the law', () => {
  const terms = fc.constantFrom(
    '"A" in keys.container',
    '"B" in keys.container',
    'keys.bill.exists(k, k == "A")',
    'sender.code == "c"',
    'sender.code in ["d", "e"]',
    'type == "T"',
    'document.x == "1"',
    'document.absent == "1"',
  );
  const conditions = fc.oneof(
    terms,
    fc.tuple(terms, fc.constantFrom('&&', '||'), terms).map((all) => all.join(' ')),
    fc.tuple(terms, terms, terms).map(([a, b, c]) => `${a} && (${b} || ${c})`),
  );
  const subjects = fc
    .record({
      type: fc.constantFrom('T', 'U'),
      keys: fc.array(
        fc.record({ kind: fc.constantFrom('container', 'bill'), value: fc.constantFrom('A', 'B') }),
      ),
      code: fc.constantFrom('c', 'd'),
      x: fc.constantFrom('1', '2'),
    })
    .map(({ type, keys, code, x }) => subject({ type, keys, sender: { id: code, code }, body: { x } }));

  it('what is not found by its selector would have been false', () => {
    fc.assert(
      fc.property(fc.array(conditions, { maxLength: 10 }), subjects, (expressions, given) => {
        const routes = expressions.map((condition, at) =>
          route({ id: `${at}`, code: `${at}`, documentType: '*', condition }),
        );
        const { table } = compileRoutes(routes, []);
        const decided = table.decide(given);
        expect(decided).toHaveLength(routes.length);
        for (const { routeId, reasons } of decided) {
          // Alone under `||`, which has no selector, the same condition is evaluated.
          const condition = `(${expressions[Number(routeId)] ?? ''}) || false`;
          const [alone] = compileRoutes([route({ documentType: '*', condition })], []).table.decide(given);
          expect(reasons[0]?.code).toBe(alone?.reasons[0]?.code);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('visits all in order, those selected and the first of the others', () => {
    const expressions = [
      '"A" in keys.container',
      '"B" in keys.container',
      'type == "T"',
      '"B" in keys.container',
      'document.x == "1"',
    ];
    const list = new CandidateList(expressions.map((expression) => ({ condition: compiled(expression) })));
    const visited: string[] = [];
    const given = subject({ keys: [{ kind: 'container', value: 'B' }] });
    list.visit(given, 1, ({ condition }, selected) => visited.push(`${condition.expression} ${selected}`));
    expect(visited).toEqual([
      '"A" in keys.container false',
      '"B" in keys.container true',
      '"B" in keys.container true',
      'document.x == "1" true',
    ]);
  });
});

describe('many subscriptions', () => {
  it('leave a bounded record: all that deliver or are denied, and the first that do not match', () => {
    const routes = Array.from({ length: 1000 }, (_, at) =>
      route({ id: `${at}`, code: String(at).padStart(4, '0'), condition: `"${at % 500}" in keys.container` }),
    );
    const { table } = compileRoutes(routes, []);
    const decided = table.decide(subject({ keys: [{ kind: 'container', value: '499' }] }));
    expect(decided.filter(({ outcome }) => outcome === 'denied').map(({ routeCode }) => routeCode)).toEqual([
      '0499',
      '0999',
    ]);
    expect(
      decided.filter(({ outcome }) => outcome === 'not-matched').map(({ routeId }) => Number(routeId)),
    ).toEqual(Array.from({ length: notMatchedLimit }, (_, at) => at));
  });
});
