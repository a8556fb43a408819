import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import schema from '../../../../schemas/code-list.schema.json' with { type: 'json' };
import type { Json } from '#kernel';
import { documentSchemas } from '../schemas.js';
import { canonicalCode, codeLists, installCodeLists, lookupCode } from './index.js';

const standing = (list: string, code: string, on?: string): string => {
  const found = lookupCode(list, code, on);
  return 'entry' in found ? `${found.is} ${found.entry.code}` : found.is;
};

describe('lookupCode', () => {
  it.each([
    ['locode', 'CNDAL', undefined, 'known CNDAL'],
    ['locode', 'cn dal', undefined, 'known CNDAL'],
    ['locode', 'CNYIK', undefined, 'known CNYIK'],
    ['locode', 'CNDLC', undefined, 'known CNDLC'],
    ['locode', 'CNQQQ', undefined, 'not-covered'],
    ['locode', 'YYDAL', undefined, 'unknown'],
    ['locode', 'XZAAA', undefined, 'not-covered'],
    ['locode', '大连', undefined, 'not-covered'],
    ['seaport', 'CNDAL', undefined, 'known CNDAL'],
    ['seaport', 'CNDAG', undefined, 'known CNDAG'],
    ['seaport', 'CNDLC', undefined, 'alias CNDAL'],
    ['seaport', 'CNSHA', undefined, 'alias CNSGH'],
    ['seaport', 'CNTAO', undefined, 'alias CNQDG'],
    ['seaport', 'CNHLD', undefined, 'mistaken CNHLD'],
    ['seaport', 'CNHUD', undefined, 'known CNHUD'],
    ['seaport', 'CNPEK', undefined, 'mistaken CNPEK'],
    ['seaport', 'CNSHY', undefined, 'known CNSHY'],
    ['country', 'CN', undefined, 'known CN'],
    ['country', 'CHN', undefined, 'alias CN'],
    ['country', '156', undefined, 'alias CN'],
    ['country', 'AN', '2009-01-01', 'known AN'],
    ['country', 'AN', '2026-01-01', 'expired AN'],
    ['country', 'YY', undefined, 'unknown'],
    ['country', 'ZZ', undefined, 'not-covered'],
    ['country', 'XA', undefined, 'not-covered'],
    ['customs-country', 'CHN', '2026-01-01', 'known CHN'],
    ['customs-country', '142', '2018-07-31', 'known 142'],
    ['customs-country', '142', '2018-08-01', 'expired 142'],
    ['customs-country', '142', undefined, 'known 142'],
    ['customs-country', '888', undefined, 'unknown'],
    ['customs-country-former', '142', '2026-01-01', 'known 142'],
    ['customs-country-former', 'CHN', '2026-01-01', 'alias 142'],
    ['customs-country-former', '888', undefined, 'unknown'],
    ['currency', 'CNY', undefined, 'known CNY'],
    ['currency', '156', undefined, 'alias CNY'],
    ['currency', 'RMB', undefined, 'alias CNY'],
    ['currency', 'DEM', '2000-01-01', 'known DEM'],
    ['currency', 'DEM', '2026-01-01', 'expired DEM'],
    ['currency', 'XCG', '2024-01-01', 'not-yet XCG'],
    ['currency', 'QQQ', undefined, 'unknown'],
    ['customs-currency', '502', '2017-01-01', 'known 502'],
    ['customs-currency', '502', '2026-01-01', 'expired 502'],
    ['customs-currency-former', '142', undefined, 'known 142'],
    ['customs-district', '0900', undefined, 'known 0900'],
    ['customs-district', '0950', undefined, 'known 0950'],
    ['customs-district', '0999', undefined, 'not-covered'],
    ['customs-district', '9901', undefined, 'unknown'],
    ['customs-district', '大连', undefined, 'unknown'],
    ['package-kind', 'CT', undefined, 'known CT'],
    ['package-kind', '8C', undefined, 'not-covered'],
    ['customs-package', '22', '2026-01-01', 'known 22'],
    ['customs-package', '2', '2026-01-01', 'expired 2'],
    ['customs-package', '22', '2017-01-01', 'not-yet 22'],
    ['container-type', '22G1', undefined, 'known 22G1'],
    ['container-type', '45R1', undefined, 'known 45R1'],
    ['container-type', '22K2', undefined, 'known 22K2'],
    ['container-type', '2EG1', undefined, 'known 2EG1'],
    ['container-type', '42GP', undefined, 'known 42GP'],
    ['container-type', '2200', undefined, 'alias 22G1'],
    ['container-type', '2530', undefined, 'alias 25R1'],
    ['container-type', '4200', undefined, 'alias 42G1'],
    ['container-type', '4500', undefined, 'alias 45G1'],
    ['container-type', '4530', undefined, 'alias 45R1'],
    ['container-type', '4310', undefined, 'alias 42VH'],
    ['container-type', '20GP', undefined, 'alias 22G1'],
    ['container-type', '40HC', undefined, 'alias 45G1'],
    ['container-type', '40HQ', undefined, 'alias 45G1'],
    ['container-type', '40RH', undefined, 'alias 45R1'],
    ['container-type', '45HC', undefined, 'alias L5G1'],
    ['container-type', '22Q1', undefined, 'unknown'],
    ['container-type', '0000', undefined, 'not-covered'],
    ['container-type', 'REEFER', undefined, 'not-covered'],
    ['transport-mode', '1', undefined, 'known 1'],
    ['transport-mode', '10', undefined, 'alias 1'],
    ['transport-mode', '55', undefined, 'unknown'],
    ['no-such-list', 'CN', undefined, 'not-covered'],
  ])('%s: %s on %s is %s', (list, code, on, expected) => {
    expect(standing(list, code, on)).toBe(expected);
  });

  it('never throws, and says the same of the code that a list itself writes', () => {
    const ids = [...codeLists().keys()];
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.string({ unit: 'grapheme', maxLength: 8 }), (list, code) => {
        const own = canonicalCode(list, code);
        if (own !== undefined) expect(canonicalCode(list, own)).toBe(own);
      }),
    );
  });
});

describe('the lists', () => {
  it('say what they are and what they cover', () => {
    for (const list of codeLists().values()) {
      expect(list.title.zh).not.toBe('');
      expect(list.title.en).not.toBe('');
      expect(list.note).toBeTruthy();
    }
  });

  it('name only codes of their own, and periods that are days', () => {
    for (const list of codeLists().values()) {
      const own = new Set(list.entries.map(({ code }) => code));
      for (const { code, instead, seaport, mistakenFor, from, to } of list.entries) {
        for (const other of [instead, seaport, mistakenFor]) {
          if (other !== undefined)
            expect({ list: list.id, code, other, there: own.has(other) }).toMatchObject({ there: true });
        }
        for (const day of [from, to]) if (day !== undefined) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it('are there for every mark of the schemas', () => {
    const marked = new Set<string>();
    const visit = (node: Json | undefined): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [name, child] of Object.entries(node)) {
        if (name === 'x-code-list') for (const id of String(child).split('/')) marked.add(id);
        else visit(child);
      }
    };
    visit(documentSchemas);
    expect(marked.size).toBeGreaterThan(5);
    expect([...marked].filter((id) => !codeLists().has(id))).toEqual([]);
  });
});

describe('installCodeLists', () => {
  afterEach(() => installCodeLists([]));

  const mine = {
    id: 'customs-district',
    title: { zh: '关区代码', en: 'customs districts' },
    entries: [{ code: '0907', zh: '试验海关', en: 'Trial customs', to: '2025-12-31', instead: '0900' }],
  };

  it('takes a file as its schema describes it', () => {
    const ajv = new Ajv2020();
    formats.default(ajv);
    const validate = ajv.compile(schema);
    expect(validate(mine)).toBe(true);
    expect(validate({ ...mine, entries: [{ code: '1' }] })).toBe(false);
    for (const { id, title, entries } of codeLists().values()) {
      expect({ id, valid: validate({ id, title, entries }), errors: validate.errors }).toMatchObject({
        valid: true,
      });
    }
  });

  it('adds entries to a list that is there, keeps the others, and forgets them again', () => {
    expect(standing('customs-district', '0907')).toBe('not-covered');
    installCodeLists([mine]);
    expect(standing('customs-district', '0907', '2025-12-31')).toBe('known 0907');
    expect(standing('customs-district', '0907', '2026-01-01')).toBe('expired 0907');
    expect(standing('customs-district', '0900')).toBe('known 0900');
    installCodeLists([]);
    expect(standing('customs-district', '0907')).toBe('not-covered');
  });

  it('makes places of an operator known to the list of ports too', () => {
    installCodeLists([
      {
        id: 'locode',
        title: mine.title,
        covers: '^CN',
        entries: [{ code: 'CNTST', zh: '试', en: 'Test', use: '4' }],
      },
    ]);
    expect(standing('locode', 'CNTST')).toBe('known CNTST');
    expect(standing('seaport', 'CNTST')).toBe('mistaken CNTST');
    expect(standing('locode', 'CNQQQ')).toBe('unknown');
  });
});

/** Third-party lists beside the project, where there are any: ours are held against them in place. */
const reference = new URL('../../../../../shared/reference/', import.meta.url);
const describeIfThere = existsSync(reference) ? describe : describe.skip;
if (!existsSync(reference)) process.stderr.write('skipped: there is no ../shared/reference\n');

describeIfThere('against lists of others', () => {
  const lines = (path: string): string[] => readFileSync(new URL(path, reference), 'utf8').split('\n');

  it('knows every place of Liaoning, with its functions', () => {
    const blocks = readFileSync(new URL('unlocode/CN-unlocode.yaml', reference), 'utf8').split(/\r?\n-\r?\n/);
    const missing: string[] = [];
    let places = 0;
    for (const block of blocks) {
      const field = (name: string): string => new RegExp(`${name}: '?([^'\\r\\n]*)`).exec(block)?.[1] ?? '';
      const code = field('locode').replace(' ', '');
      const found = lookupCode('locode', code);
      if (/^(LN|21)$/.test(field('subdiv'))) {
        places++;
        if (found.is !== 'known') missing.push(code);
      }
      const use = field('function').replaceAll('-', '');
      if (found.is === 'known' && found.entry.use?.replaceAll('-', '') !== use)
        missing.push(`${code} ${use}`);
    }
    expect(places).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('knows the customs offices of Liaoning', () => {
    const codes = lines('cn-customs/customs-districts-liaoning-partial.csv')
      .slice(1)
      .map((line) => line.slice(0, 4));
    expect(
      codes.filter((code) => code !== '' && lookupCode('customs-district', code).is !== 'known'),
    ).toEqual([]);
  });

  it('knows the currencies that hold, and those that do not as such', () => {
    const wrong: string[] = [];
    for (const line of lines('country-currency/currency-codes.csv').slice(1)) {
      const [, code = '', number = '', withdrawn = ''] =
        /,([A-Z]{3}),(\d*),[^,]*,([^,]*)\s*$/.exec(line) ?? [];
      if (code === '' || withdrawn !== '' || code.startsWith('X')) continue;
      const found = lookupCode('currency', code, '2020-06-01');
      if (found.is === 'unknown' || found.is === 'not-covered') wrong.push(code);
      const numbered = lookupCode('currency', number, '2020-06-01');
      if (found.is === 'known' && found.entry.to === undefined && numbered.is === 'unknown')
        wrong.push(number);
    }
    expect(wrong).toEqual([]);
  });

  it('knows the countries by all three codes', () => {
    const [head = '', ...rows] = lines('country-currency/country-codes.csv');
    const columns = head.split(',');
    const wrong = rows.flatMap((row) => {
      const cell = (name: string): string => row.split(',')[columns.indexOf(name)] ?? '';
      const [alpha2, alpha3] = [cell('ISO3166-1-Alpha-2'), cell('ISO3166-1-Alpha-3')];
      if (!/^[A-Z]{2}$/.test(alpha2) || !/^[A-Z]{3}$/.test(alpha3)) return [];
      return standing('country', alpha2) === `known ${alpha2}` &&
        standing('country', alpha3) === `alias ${alpha2}`
        ? []
        : [alpha2];
    });
    expect(rows.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
