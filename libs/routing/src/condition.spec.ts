import fc from 'fast-check';
import { patternProblem } from '#cel';
import { checkCondition, conditionLimits } from '#routing';
import { compileCondition } from './condition.js';
import { Evaluations } from './evaluations.js';
import { subject } from './testing/setup.js';

const body = {
  direction: 'import',
  grossWeight: '1080.0000',
  pieces: 12,
  office: '0900',
  port: 'CNDLC',
  vessel: { name: 'LIAO HAI', imo: '9074729' },
  containers: [
    { number: 'DLCU1234567', weight: '20.5', seals: ['S1', 'S2'] },
    { number: 'YKPU7654321', weight: '3.0', seals: [] },
  ],
};
const keys = [
  { kind: 'container', value: 'DLCU1234567' },
  { kind: 'vessel-call', value: 'DLC2611A' },
];

function evaluate(expression: string): unknown {
  const compiled = compileCondition(expression);
  if (!compiled.ok) return compiled.error.code;
  const { kinds } = compiled.value;
  const value = new Evaluations(subject({ type: 'Declaration', body, keys }), new Set(kinds)).of(
    compiled.value,
  );
  return typeof value === 'boolean' ? value : value.code;
}

describe('a condition', () => {
  it.each([
    ['document.direction == "import"', true],
    ['type == "Declaration"', true],
    ['type in ["CrewList", "Declaration"]', true],
    ['document.vessel.name == "type" || type == "CrewList"', false],
    ['sender.code == "dalian-customs"', true],
    ['document.grossWeight == "1080.0000"', true],
    ['double(document.grossWeight) > 1000.0', true],
    ['document.pieces == 12 && document.pieces > 11', true],
    ['now > timestamp("2026-01-01T00:00:00Z")', true],
    ['keys.container.exists(k, k.startsWith("DLCU"))', true],
    ['keys["vessel-call"] == ["DLC2611A"]', true],
    ['size(keys.bill) > 0', false],
    ['document.containers.exists(c, c.seals.exists(s, s == "S2"))', true],
    ['document.containers.all(c, c.number in keys.container)', false],
    ['document.?voyage.orValue("none") == "none"', true],
    ['has(document.voyage) && document.voyage == "1"', false],
    ['document.vessel.imo.matches("^[0-9]{7}$")', true],
    ['inList("customs-district", document.office)', true],
    ['inList("customs-district", document.direction)', false],
    ['codeOf("seaport", document.port) == "CNDAL"', true],
    ['document.containers.exists(c, inList("customs-district", c.weight))', false],
    ['["DLCU", "YKPU"].exists(p, document.containers.exists(c, c.number.startsWith(p)))', true],
  ])('%s is %s', (expression, expected) => {
    expect(checkCondition(expression)).toEqual([]);
    expect(evaluate(expression)).toBe(expected);
  });

  it.each([
    ['document.voyage == "1"'],
    ['document.pieces'],
    ['double(document.direction) > 0.0'],
    ['document.direction > 5'],
    ['document.vessel.name.size() + 9223372036854775807 > 0'],
    ['document.constructor == "x"'],
    ['document.containers[7].number == "x"'],
  ])('%s has no value on this document, and says so as a value', (expression) => {
    expect(checkCondition(expression)).toEqual([]);
    expect(evaluate(expression)).toBe('ROUTING_CONDITION_FAILED');
  });

  it.each([
    ['document.direction ==', 'ROUTING_CONDITION_SYNTAX', 22],
    ['', 'ROUTING_CONDITION_SYNTAX', 1],
    ['weight > 5', 'ROUTING_CONDITION_TYPE', 1],
    ['inList("ports", document.port)', 'ROUTING_CONDITION_LIST', 8],
    ['inList(document.port, "CNDAL")', 'ROUTING_CONDITION_LIST', 8],
    ['codeOf("seaport", 5) == "x"', 'ROUTING_CONDITION_TYPE', 1],
    ['document.direction == "import" && type > 5', 'ROUTING_CONDITION_TYPE', 35],
    ['_typ == "Declaration"', 'ROUTING_CONDITION_TYPE', 1],
    ['cel.bind(x, document, x == x)', 'ROUTING_CONDITION_TYPE', 1],
    ['size(document.containers)', 'ROUTING_CONDITION_NOT_BOOLEAN', undefined],
    ['document.a.exists(sender, [document].exists(s, s.b == "1"))', 'ROUTING_CONDITION_NAME', 1],
    ['document.a.exists(a, a.b.exists(b, [1].exists(a, a == b)))', 'ROUTING_CONDITION_NAME', 36],
    ['"container" in keys', 'ROUTING_CONDITION_KEYS', 16],
    ['has(keys.container)', 'ROUTING_CONDITION_KEYS', 1],
    ['keys[document.direction] == []', 'ROUTING_CONDITION_KEYS', 1],
    ['document.direction.matches(document.vessel.name)', 'ROUTING_CONDITION_PATTERN', 28],
    ['document.direction.matches("^(a+)+$")', 'ROUTING_CONDITION_PATTERN', 28],
    [`${'!'.repeat(500)}true`, 'ROUTING_CONDITION_TOO_COMPLEX', undefined],
    [`${'('.repeat(100)}true${')'.repeat(100)}`, 'ROUTING_CONDITION_TOO_COMPLEX', undefined],
    [`true${' || true'.repeat(240)}`, 'ROUTING_CONDITION_TOO_COMPLEX', undefined],
    [`document.direction == "${'x'.repeat(2000)}"`, 'ROUTING_CONDITION_TOO_LONG', undefined],
  ])('%s is refused', (expression, code, position) => {
    const [fault] = checkCondition(expression);
    expect(fault?.code).toBe(code);
    if (position !== undefined) expect(fault?.values?.['position']).toBe(position);
  });

  it('takes any text without throwing', () => {
    const pieces = fc.constantFrom(
      'document',
      'type',
      'keys',
      '.a',
      '.exists(x, ',
      ')',
      '(',
      '[',
      ']',
      '==',
      '&&',
      '"s"',
      '1',
      '!',
      '{',
      '?',
      ':',
      '.matches(',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join(' ')),
        ),
        (expression) => {
          expect(Array.isArray(checkCondition(expression))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the cost of a condition', () => {
  it.each([
    'document.containers.exists(a, document.containers.exists(b, a.number == b.number))',
    'document.containers.exists(a, a.seals.exists(x, a.seals.exists(y, x == y)))',
    'document.containers.exists(a, document == document)',
    'document.containers.exists(a, a.number in document.numbers)',
    'document.containers.exists(a, document.remark.contains(a.number))',
    'document.containers.exists(a, (document.remark + "").contains("x"))',
    'document.containers.map(a, document.containers).exists(l, l.exists(x, x.number == "1"))',
    'document.a.exists(x, [document].exists(d, d.remark.contains("x")))',
    'document.remark.split(",").exists(a, document.remark.split(",").exists(b, a == b))',
    'document.containers.exists(a, size(document.containers.filter(b, b.number == "1")) > 1)',
    `[${'1,'.repeat(30)}1].exists(a, [${'1,'.repeat(30)}1].exists(b, a == b))`,
    'keys.container.exists(a, keys.container.exists(b, keys.container.exists(c, a == b && b == c)))',
  ])('is refused when it grows faster than the document: %s', (expression) => {
    expect(checkCondition(expression).map(({ code }) => code)).toEqual(['ROUTING_CONDITION_COSTLY']);
  });

  it.each([
    'document.containers.exists(a, a.number == document.main)',
    'document.containers.filter(a, a.weight == "1").exists(a, a.seals.exists(s, s == "x"))',
    'document.?containers.orValue([]).exists(a, a.number == "x") && document.goods.all(g, g.code != "x")',
    'size(document.containers) > 1 && document.remark.contains("x")',
    'document.containers.exists(a, (a.number + a.size).contains("x"))',
    'document.goods.exists(g, ["8471", "8473"].exists(p, g.code.startsWith(p)))',
  ])('is accepted when it is one pass: %s', (expression) => {
    expect(checkCondition(expression)).toEqual([]);
  });

  it('has a limit on repetition that an operator may set', () => {
    const expression = '[1, 2, 3].exists(a, a == 1)';
    expect(checkCondition(expression)).toEqual([]);
    expect(checkCondition(expression, { ...conditionLimits, repetition: 2 })).toHaveLength(1);
  });
});

describe('a pattern', () => {
  it.each(['^[A-Z]{4}[0-9]{7}$', 'DLC|YKP', '^DL.*', '^\\d+$', 'a?b?', '^(?:AB|CD)[0-9]+'.replace('|', '')])(
    '%s is accepted',
    (pattern) => expect(patternProblem(pattern)).toBeUndefined(),
  );
  it.each([
    '(a+)+',
    '^(a|a)*$',
    'a*b',
    '^.*x.*$',
    '(?=a)',
    '(a)\\1',
    '^(a|b)+',
    'a{1,99}b{1,99}c{1,99}',
    '(',
    '[z-a]',
    'x'.repeat(201),
    '^a{2,}',
  ])('%s is refused', (pattern) => expect(patternProblem(pattern)).toBeDefined());
});
