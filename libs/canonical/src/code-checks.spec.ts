import { compileCodeCheck, maxCodeFindings } from './code-checks.js';
import type { Fault, Json, JsonObject } from '#kernel';

const code = (list?: string): JsonObject => ({ type: 'string', ...(list ? { 'x-code-list': list } : {}) });
const place: JsonObject = {
  type: 'object',
  properties: { code: code('locode'), agency: code(), codeList: code() },
};
const schema: JsonObject = {
  type: 'object',
  properties: {
    country: code('customs-country'),
    where: code('seaport/customs-district'),
    place,
    port: { ...place, 'x-code-list': 'seaport' },
    boxes: {
      type: 'array',
      items: { type: 'object', properties: { type: code('container-type'), typeAgency: code() } },
    },
    route: { type: 'array', items: code('country') },
  },
};

const check = compileCodeCheck(schema);
const found = (body: Json, on?: string): string[] => {
  const findings: Fault[] = [];
  check?.(body, () => on, findings);
  for (const { severity, text } of findings) {
    expect(severity).toBe('warning');
    expect(text.zh + text.en).not.toMatch(/[{}]/);
  }
  return findings.map((fault) => `${fault.code.replace('CANONICAL_CODE_', '')} ${fault.place?.pointer}`);
};

describe('compileCodeCheck', () => {
  it.each<[string, Json, string[]]>([
    [
      'what is known',
      { country: 'CHN', place: { code: 'CNDAL' }, boxes: [{ type: '22G1' }], route: ['CN', 'KR'] },
      [],
    ],
    ['what is absent or of another kind', { country: null, place: 'CNDAL', boxes: {}, route: [1] }, []],
    ['an unknown code', { place: { code: 'YYABC' } }, ['UNKNOWN /place/code']],
    ['an expired code', { country: '142' }, ['EXPIRED /country']],
    ['a code in a list', { route: ['CN', 'YY'] }, ['UNKNOWN /route/1']],
    [
      'a code in a list of objects',
      { boxes: [{ type: '40HC' }, { type: '22Q1' }] },
      ['UNKNOWN /boxes/1/type'],
    ],
    ['a code of another agency', { boxes: [{ type: '22Q1', typeAgency: '306' }] }, []],
    ['a place of a list of two parties', { place: { code: 'YYABC', codeList: 'ZZZ' } }, []],
    ['an airport where a place is meant', { place: { code: 'CNHLD' } }, []],
    ['an airport where a port is meant', { port: { code: 'CNHLD' } }, ['MISTAKEN /port/code']],
    ['an airport that stands for a port', { port: { code: 'CNDLC' } }, []],
    ['the second of two parts', { where: 'CNDAL/9999' }, ['UNKNOWN /where']],
    ['two parts that are known', { where: 'CNDAL/0908' }, []],
    ['the same code twice', { route: ['YY', 'YY'] }, ['UNKNOWN /route/0']],
  ])('%s', (_, body, expected) => {
    expect(found(body, '2026-03-12')).toEqual(expected);
  });

  it('says nothing about periods where a document tells of no day', () => {
    expect(found({ country: '142' })).toEqual([]);
    expect(found({ country: '142' }, '2018-07-31')).toEqual([]);
  });

  it('says what to write instead', () => {
    const findings: Fault[] = [];
    check?.({ country: '142', port: { code: 'CNHLD' } }, () => '2026-03-12', findings);
    expect(findings.map(({ text }) => text)).toEqual([
      {
        zh: '海关国别（地区）代码中的 142（中国）已于 2018-07-31 停用，应为 CHN（中国）。',
        en: "142 (People's Republic of China) among the customs codes of countries ended on 2018-07-31; CHN (People's Republic of China) is the code.",
      },
      {
        zh: 'CNHLD 是海拉尔机场（呼伦贝尔），此处应为港口代码（UN/LOCODE），应为 CNHUD（葫芦岛）。',
        en: 'CNHLD is Hulunbuir Hailar Apt, where one of the ports of UN/LOCODE is expected; CNHUD (Huludao) is the code.',
      },
    ]);
  });

  it('is bounded', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const route = letters.flatMap((a) => letters.map((b) => `${a}9${b}`));
    expect(found({ route })).toHaveLength(maxCodeFindings);
  });

  it('is not there for a type without marks', () => {
    expect(compileCodeCheck({ type: 'object', properties: { a: code() } })).toBeUndefined();
  });
});
