import { jest } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { CsvOptions } from '../options.js';
import type { SourceNode, SourceTree } from '../tree.js';
import { parseCsv } from './parse-csv.js';
import { sniffDelimiter } from './sniff.js';
import { writeCsv } from './write-csv.js';

jest.setTimeout(60_000);

function read(text: string | Uint8Array, options: CsvOptions = {}): SourceTree {
  const result = parseCsv(typeof text === 'string' ? Buffer.from(text) : text, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const shown = (node: SourceNode): string =>
  node.children.length > 0 || node.text === ''
    ? `${node.name}{${node.children.map(shown).join(' ')}}`
    : `${node.name}=${node.text}`;

const codes = (tree: SourceTree): string[] => tree.diagnostics.map(({ code }) => code);

const list = '箱号,箱型,毛重\nLNHU2001013,22G1,5430.5\nLNHU2001029,45G1,\n';
const expected = 'table{row{箱号=LNHU2001013 箱型=22G1 毛重=5430.5} row{箱号=LNHU2001029 箱型=45G1}}';

describe('parseCsv', () => {
  it.each<[string, string | Uint8Array, CsvOptions]>([
    ['commas', list, {}],
    ['semicolons', list.replaceAll(',', ';'), {}],
    ['tabs', list.replaceAll(',', '\t'), {}],
    ['bars', list.replaceAll(',', '|'), {}],
    ['a given delimiter', list.replaceAll(',', '^'), { delimiter: '^' }],
    ['carriage returns', list.replaceAll('\n', '\r\n'), {}],
    ['a byte order mark', `\ufeff${list}`, {}],
    ['GB 18030', iconv.encode(list, 'gb18030'), {}],
    ['quotes', list.replace('LNHU2001013', '"LNHU2001013"').replace('箱号', '"箱号"'), {}],
    ['empty rows', list.replaceAll('\n', '\n\n,,\n'), {}],
    ['a given row of names', `x,y,z\n\n${list}`, { headerRow: 3 }],
    [
      'no row of names',
      list.split('\n').slice(1).join('\n'),
      { headerRow: 'none', names: { 箱号: ['x'], 箱型: ['x'], 毛重: ['x'] } },
    ],
    [
      'other names',
      list.replace('箱号', 'Container No. *').replace('毛重', '毛重（KG）'),
      { names: { 箱号: ['CONTAINER NO.'], 毛重: ['毛重'], 箱型: ['箱型'] } },
    ],
  ])('reads %s', (_, text, options) => {
    const tree = read(text, options);
    expect(shown(tree.root).replace(/title=\S+ /g, '')).toBe(expected);
    expect(codes(tree)).toEqual([]);
  });

  it('reads titles and labelled values before the table', () => {
    const text = '旅游团组预报,,\n团号：,DL2026001,人数:2\n制表：丹东\n箱号,箱型,毛重\nLNHU2001013,22G1,1\n';
    const tree = read(text, {
      head: { groupNumber: ['团号'], persons: ['人数'] },
      names: { 箱号: ['箱号'], 箱型: ['箱型'] },
    });
    expect(shown(tree.root)).toBe(
      'table{title=旅游团组预报 head{groupNumber=DL2026001 persons=2} title=制表：丹东 row{箱号=LNHU2001013 箱型=22G1 毛重=1}}',
    );
  });

  it('takes many columns of a group once, however many rows repeat them', () => {
    const group = Array.from({ length: 12 }, (_, i) => `g${i}`);
    const rows = ['a', 'b', 'c'].map((name) => `${group.map((column) => `${column}v`).join()},${name}`);
    const tree = read(`${group.join()},name\n${rows.join('\n')}\n`, { group });
    expect(tree.root.children).toHaveLength(1);
    const cells = group.map((column) => `${column}=${column}v`).join(' ');
    expect(shown(tree.root)).toBe(`table{group{${cells} row{name=a} row{name=b} row{name=c}}}`);
    expect(codes(tree)).toEqual([]);
  });

  it('finds the rows behind many titles', () => {
    const titles = Array.from({ length: 12 }, (_, i) => `title ${i},`).join('\n');
    const tree = read(`${titles}\n团号,人数\n${list}`, {
      head: { groupNumber: ['团号'] },
      names: { 箱号: ['箱号'], 箱型: ['箱型'], 毛重: ['毛重'] },
    });
    expect(tree.root.named('head').length).toBeLessThanOrEqual(1);
    expect(tree.root.named('row')).toHaveLength(2);
  });

  it('groups rows by a column', () => {
    const text = '团号,团名,姓名\nA,游,张三\n,,李四\nB,览,王五\nA,游,赵六\nB,别,钱七\n';
    const tree = read(text, { group: ['团号', '团名'] });
    expect(shown(tree.root)).toBe(
      'table{group{团号=A 团名=游 row{姓名=张三} row{姓名=李四} row{姓名=赵六}} group{团号=B 团名=览 row{姓名=王五} row{姓名=钱七}}}',
    );
    expect(codes(tree)).toEqual(['SYNTAX_CSV_GROUP']);
  });

  it.each([
    ['a last line without an end', 'a,b\n1,2', 'table{row{a=1 b=2}}', ['SYNTAX_CSV_END']],
    ['a row that is longer', 'a,b\n1,2,3\n', 'table{row{a=1 b=2 column3=3}}', ['SYNTAX_CSV_RAGGED']],
    ['a row that is shorter', 'a,b,c\n1,2\n', 'table{row{a=1 b=2}}', ['SYNTAX_CSV_RAGGED']],
    ['content behind a quote', 'a,b\n"1"x,2\n', 'table{row{a="1"x b=2}}', ['SYNTAX_CSV_STRAY']],
    ['quotes and line breaks inside', 'a,b\n"1,""x""\ny",2\n', 'table{row{a=1,"x"\ny b=2}}', []],
    ['a quote in the middle', 'a,b\n5" pipe,2\n', 'table{row{a=5" pipe b=2}}', []],
    ['names that are none', 'B/L No.,1st,,b\n1,2,3,4\n', 'table{row{B_L_No.=1 _1st=2 column3=3 b=4}}', []],
  ])('takes %s', (_, text, tree, diagnostics) => {
    const found = read(text, { delimiter: ',' });
    expect(shown(found.root)).toBe(tree);
    expect(codes(found)).toEqual(diagnostics);
  });

  it.each<[string, string, CsvOptions, string]>([
    ['nothing', ' \n', {}, 'SYNTAX_EMPTY'],
    ['an open quote', 'a,b\n"1,2\n', {}, 'SYNTAX_CSV_QUOTE'],
    ['no names', 'x,y\n1,2\n', { names: { a: ['a'], b: ['b'] } }, 'SYNTAX_CSV_HEADER'],
    ['too many cells', 'x,y\n1,2\n', { limits: { nodes: 3 } }, 'SYNTAX_CSV_CELLS'],
    ['too many bytes', 'x,y\n1,2\n', { limits: { bytes: 3 } }, 'SYNTAX_TOO_LARGE'],
  ])('refuses %s', (_, text, options, code) => {
    const result = parseCsv(Buffer.from(text), options);
    expect(!result.ok && result.error.map((fault) => fault.code)).toEqual([code]);
  });

  it('does not take commas in quotes for delimiters', () => {
    expect(sniffDelimiter('a;b\n"1,2,3,4";5\n"1,2,3,4";6\n')).toBe(';');
  });

  it('is total, and every span says its value', () => {
    const part = fc.constantFrom('"', ',', '\n', '\r\n', 'a', '大', '""', ';', ' ');
    const text = fc
      .array(part, { maxLength: 40 })
      .map((parts) => new Uint8Array(Buffer.from(parts.join(''))));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), text), (bytes) => {
        const result = parseCsv(bytes);
        if (!result.ok) return;
        const { root, charset } = result.value;
        for (const cell of root.children.flatMap(({ children }) => children)) {
          const { from, to } = result.value.bytes(cell.valueSpan({ at: 'text' }));
          const raw = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes.subarray(from, to));
          expect([cell.text, cell.text.replaceAll('"', '""')]).toContain(raw);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('writeCsv', () => {
  it('writes what reads the same', () => {
    const value = fc.array(fc.constantFrom(...'",;\n a大1'), { maxLength: 6 }).map((signs) => signs.join(''));
    const filled = value.filter((text) => text.trim() !== '');
    const names = { a: ['列一'], b: ['列二'], c: ['列三'] };
    const row = fc.record({ a: filled, b: value, c: value });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const options: CsvOptions = { names, delimiter };
        const source = [{ a: '列一', b: '列二', c: '列三' }, ...rows];
        const text = source
          .map(({ a, b, c }) => [a, b, c].map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
          .join('\n');
        const tree = read(text, options);
        const written = writeCsv(tree.root, options);
        if (!written.ok) throw new Error(JSON.stringify(written.error));
        const again = read(written.value, options);
        expect(shown(again.root)).toBe(shown(tree.root));
        expect(writeCsv(again.root, options)).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });

  it('repeats what belongs to a group, and writes heads before the table', () => {
    const options: CsvOptions = {
      group: ['团号'],
      names: { 团号: ['团号'], 姓名: ['姓名'] },
      head: { sender: ['报送单位'] },
      encoding: 'utf-8',
    };
    const text = '旅游团组预报\r\n报送单位,大连国旅\r\n团号,姓名\r\nA,张三\r\nA,"李,四"\r\n';
    const written = writeCsv(read(text, options).root, options);
    expect(written.ok && Buffer.from(written.value).toString()).toBe(text);
  });
});
