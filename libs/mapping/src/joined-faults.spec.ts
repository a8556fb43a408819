import type { JsonObject } from '#kernel';
import { compileMapping, type Rule } from '#mapping';
import { compiled, ofXml, read } from './testing/open.js';

const xml = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><R>${inner}</R>`;

const fullName: Rule = {
  value: 'given == "" ? family : family + ", " + given',
  of: { family: 'P/Family', given: 'P/Given' },
  to: '/name',
  back: {
    family: 'value.split(", ")[0]',
    given: 'value.contains(", ") ? value.substring(value.indexOf(", ") + 2) : ""',
  },
};
const moment: Rule = {
  from: ['Date', 'Time'],
  to: '/at',
  as: { together: [{ date: ['yyyyMMdd', 'yyyy-MM-dd'] }, { time: ['HHmm', 'HH:mm:ss'] }], zone: '+08:00' },
};

describe('a value of several places that is not right', () => {
  it.each<[string, Rule, string, string]>([
    [
      'an expression without a value',
      { value: 'int(a)', of: { a: 'A' }, to: '/a' },
      '<A>x</A>',
      'MAPPING_EXPRESSION_FAILED',
    ],
    [
      'one that gives a list',
      { value: 'dyn([a])', of: { a: 'A' }, to: '/a' },
      '<A>x</A>',
      'MAPPING_EXPRESSION_FAILED',
    ],
    [
      'a value too long for an expression',
      { value: 'a', of: { a: 'A' }, to: '/a' },
      `<A>${'x'.repeat(4001)}</A>`,
      'MAPPING_EXPRESSION_FAILED',
    ],
    [
      'a result that its format does not fit',
      { value: 'a', of: { a: 'A' }, to: '/a', as: 'decimal' },
      '<A>x</A>',
      'MAPPING_VALUE',
    ],
    [
      'nothing where it is required',
      { value: 'a', of: { a: 'A' }, to: '/a', required: true },
      '',
      'MAPPING_REQUIRED',
    ],
    ['a date that does not fit', moment, '<Date>2025</Date><Time>2001</Time>', 'MAPPING_VALUE'],
    ['a time that does not fit', moment, '<Date>20250312</Date><Time>25</Time>', 'MAPPING_VALUE'],
    [
      'a condition without a value',
      { from: 'A', to: '/a', when: { cel: 'int(a) > 1', of: { a: 'A' } } },
      '<A>x</A>',
      'MAPPING_EXPRESSION_FAILED',
    ],
  ])('is a fault: %s', (_, rule, inner, code) => {
    const reading = read(compiled(ofXml(rule)), xml(inner));
    expect(reading.faults.map((fault) => fault.code)).toEqual([code]);
    expect(reading.documents).toEqual([]);
  });

  it.each<[string, Rule, JsonObject, string]>([
    [
      'what back has no value for',
      { ...fullName, back: { family: 'value[3]' } },
      { name: 'x' },
      'MAPPING_WRITE_EXPRESSION',
    ],
    ['what is no time', moment, { at: 'noon' }, 'MAPPING_WRITE_VALUE'],
    ['nothing where it is required', { ...fullName, required: true }, {}, 'MAPPING_WRITE_REQUIRED'],
  ])('is a fault when writing: %s', (_, rule, body, code) => {
    const result = compiled(ofXml(rule)).write([{ type: 'Thing', body }]);
    expect(result).toMatchObject({ ok: false, error: [{ code }] });
  });

  it.each<[string, Rule, string, string]>([
    ['a syntax error', { value: 'a +', of: { a: 'A' }, to: '/a' }, 'MAPPING_EXPRESSION', '/value'],
    ['a name that of lacks', { value: 'b', of: { a: 'A' }, to: '/a' }, 'MAPPING_EXPRESSION', '/value'],
    ['a double', { value: 'double(a)', of: { a: 'A' }, to: '/a' }, 'MAPPING_EXPRESSION', '/value'],
    [
      'a truth with a format',
      { value: 'a == ""', of: { a: 'A' }, to: '/a', as: 'decimal' },
      'MAPPING_EXPRESSION',
      '/value',
    ],
    [
      'an error in back',
      { value: 'a', of: { a: 'A' }, to: '/a', back: { a: 'a' } },
      'MAPPING_EXPRESSION',
      '/back/a',
    ],
    [
      'back of another name',
      { value: 'a', of: { a: 'A' }, to: '/a', back: { b: 'value' } },
      'MAPPING_SHAPE',
      '/back',
    ],
    ['no of', { value: '"x"', to: '/a' }, 'MAPPING_SHAPE', '/of'],
    ['a word of CEL', { value: 'in', of: { in: 'A' }, to: '/a' }, 'MAPPING_SHAPE', '/of'],
    ['a path that is none', { value: 'a', of: { a: 'A[' }, to: '/a' }, 'MAPPING_PATH', '/of/a'],
    ['from beside it', { value: 'a', of: { a: 'A' }, from: 'A', to: '/a' }, 'MAPPING_SHAPE', ''],
    ['of alone', { of: { a: 'A' }, from: 'A', to: '/a' }, 'MAPPING_SHAPE', ''],
    ['a piece', { value: 'a', of: { a: 'A' }, to: '/a', as: { slice: [1, 2] } }, 'MAPPING_SHAPE', '/as'],
    ['writing without back', { value: 'a', of: { a: 'A' }, to: '/a', way: 'write' }, 'MAPPING_SHAPE', ''],
    [
      'a condition that gives text',
      { from: 'A', to: '/a', when: { cel: 'a', of: { a: 'A' } } },
      'MAPPING_EXPRESSION',
      '/when/cel',
    ],
    [
      'a condition of both kinds',
      { from: 'A', to: '/a', when: { cel: 'a', of: { a: 'A' }, path: 'A' } },
      'MAPPING_SHAPE',
      '/when',
    ],
    ['a date and time of one place', { ...moment, from: 'A' }, 'MAPPING_SHAPE', '/as'],
    [
      'two dates',
      { ...moment, as: { together: [{ date: 'yyyy' }, { date: 'MM' }] } },
      'MAPPING_SHAPE',
      '/as',
    ],
  ])('is a fault of the mapping: %s', (_, rule, code, at) => {
    const result = compileMapping(ofXml(rule));
    expect(result).toMatchObject({
      ok: false,
      error: [{ code, place: { pointer: `/documents/0/rules/0${at}` } }],
    });
  });

  it.each([
    'a.split("").join("xx").split("").join("xx")',
    'a.split(a)[0]',
    'a.split("").map(x, a.split("").map(y, x + y).join("")).join("")',
    '[1,2,3,4,5,6,7,8].map(x, [1,2,3,4,5,6,7,8].map(y, a))[0][0]',
    'cel.bind(x, a + a, x + x)',
    'a.matches("^(x+)+$") ? "1" : "2"',
    `a${' + a'.repeat(150)}`,
    `"${'x'.repeat(1000)}"`,
  ])('refuses what could cost too much: %s', (value) => {
    const result = compileMapping(ofXml({ value, of: { a: 'A' }, to: '/a' }));
    expect(result).toMatchObject({ ok: false, error: [{ code: 'MAPPING_EXPRESSION' }] });
  });
});
