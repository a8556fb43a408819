import { jest } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { openSyntax } from '../syntax.js';
import type { FlatOptions } from '../options.js';
import type { SourceNode, SourceTree, TreeNode } from '../tree.js';
import { parseFlat } from './parse-flat.js';
import { writeFlat } from './write-flat.js';

jest.setTimeout(60_000);

const manifest: FlatOptions = { message: 'IFCSUM', structure: '00 01* 10 11 BILL=12*{13 16 47 51*} 99' };

function read(text: string | Uint8Array, options: FlatOptions = {}): SourceTree {
  const result = attempt(text, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function attempt(text: string | Uint8Array, options: FlatOptions = {}) {
  const syntax = openSyntax('flat', options);
  if (!syntax.ok) throw new Error(JSON.stringify(syntax.error));
  return syntax.value.parse(typeof text === 'string' ? Buffer.from(text) : text);
}

const codes = (tree: SourceTree): string[] => tree.diagnostics.map(({ code }) => code);

/** `00(IFCSUM|9) BILL(12(DL1))`: names and fields of a tree. */
function shown(node: SourceNode): string {
  if (node.kind === 'segment') return `${node.name}(${node.cells.map(([value]) => value).join('|')})`;
  const inner = node.children.map(shown).join(' ');
  return node.kind === 'group' ? `${node.name}{${inner}}` : inner;
}

const sample = [
  "00:IFCSUM:MANIFEST:9:DLPENA:DCT:202603121230'",
  "10:BPQX:LIAO HAI 1:CN:021E:::20260312:20260313'",
  "12:DLHU2603001:::::CNDAL'",
  "13:KRPUS:BUSAN'",
  "51:1:LNHU2001013:S1001:22G1:F:88:5430'",
  "51:2:LNHU2001029:S1002:22G1:F:12:800'",
  "12:DLHU2603002'",
  "51:1:LNHU2001034'",
  "99:9'",
];

describe('parseFlat', () => {
  it('groups records by the structure', () => {
    const tree = read(`${sample.join('\n')}\n`, manifest);
    expect(shown(tree.root)).toBe(
      '00(IFCSUM|MANIFEST|9|DLPENA|DCT|202603121230) 10(BPQX|LIAO HAI 1|CN|021E|||20260312|20260313) ' +
        'BILL{12(DLHU2603001|||||CNDAL) 13(KRPUS|BUSAN) 51(1|LNHU2001013|S1001|22G1|F|88|5430) 51(2|LNHU2001029|S1002|22G1|F|12|800)} ' +
        'BILL{12(DLHU2603002) 51(1|LNHU2001034)} 99(9)',
    );
    expect(codes(tree)).toEqual([]);
  });

  it('groups records of a message whose type is filled up with blanks', () => {
    const tree = read(sample.join('\n').replace('00:IFCSUM:', '00:IFCSUM   :'), manifest);
    expect(tree.root.children[0]?.named('BILL')).toHaveLength(2);
    expect(codes(tree)).toEqual([]);
  });

  it.each([
    ['line feeds', sample.join('\n')],
    ['carriage returns and line feeds', sample.join('\r\n')],
    ['no line ends', sample.join('')],
    ['a byte order mark', `\ufeff${sample.join('\n')}\n`],
    ['blanks behind the terminator', sample.join('  \n')],
    ['empty lines', sample.join('\n\n')],
    ['an end-of-file mark', `${sample.join('\n')}\n\u001a`],
    ['line breaks alone', sample.map((line) => line.slice(0, -1)).join('\n')],
    ['wrapped lines', `${sample.join('\n').replace('LNHU2001029', 'LNHU20\n01029')}\n`],
    ['wrapped lines without other line ends', sample.join('').replace('LNHU2001029', 'LNHU20\n01029')],
  ])('reads the same with %s', (_, text) => {
    const tree = read(text, manifest);
    expect(shown(tree.root)).toBe(shown(read(sample.join('\n'), manifest).root));
    expect(codes(tree)).toEqual([]);
  });

  it.each([
    ['no trailer', sample.slice(0, -1).join('\n'), ['SYNTAX_FLAT_TRAILER']],
    ['a wrong count', sample.join('\n').replace('99:9', '99:8'), ['SYNTAX_FLAT_COUNT']],
    ['no count', sample.join('\n').replace('99:9', '99'), ['SYNTAX_FLAT_COUNT']],
    ['a terminator left out', sample.join('\n').replace("CNDAL'", 'CNDAL'), ['SYNTAX_FLAT_TERMINATOR']],
    ['an unknown record', sample.join('\n').replace('13:', '77:'), ['SYNTAX_FLAT_UNKNOWN']],
    [
      'a record out of order',
      sample
        .join('\n')
        .replace("13:KRPUS:BUSAN'\n", '')
        .replace("S1001:22G1:F:88:5430'", "S1001:22G1:F:88:5430'\n13:KRPUS'"),
      ['SYNTAX_FLAT_ORDER'],
    ],
    ['a record behind the trailer', `${sample.join('\n')}\n51:3'`, ['SYNTAX_FLAT_OUTSIDE']],
  ])('notes %s', (_, text, expected) => {
    expect(codes(read(text, manifest))).toEqual(expected);
  });

  it.each([
    ['nothing', '  \r\n', 'SYNTAX_EMPTY'],
    ['another beginning', "10:X'\n", 'SYNTAX_FLAT_START'],
    ['a cut in a record', sample.join('\n').slice(0, -20), 'SYNTAX_FLAT_CUT'],
    ['a cut in the header', '00:IFC', 'SYNTAX_FLAT_CUT'],
    ['no terminators and no trailer', '00:IFCSUM\n10:BPQX\n', 'SYNTAX_FLAT_CUT'],
  ])('refuses %s', (_, text, code) => {
    const result = attempt(text, manifest);
    expect(!result.ok && result.error.map((fault) => fault.code)).toEqual([code]);
  });

  it('reads several messages of one file', () => {
    const tree = read(`${sample.join('\n')}\n${sample.join('\n')}\n`, manifest);
    expect(tree.root.children.map(({ kind }) => kind)).toEqual(['message', 'message']);
    expect(codes(tree)).toEqual([]);
  });

  it.each([
    ["47:TEL?: 0411?'8888??'", "TEL: 0411'8888?"],
    ["47:WOMEN'S SHOES'", "WOMEN'S SHOES"],
    ["47:HOW MANY? NONE'", 'HOW MANY? NONE'],
    ["47:C?/ BOTANICA'", 'C/ BOTANICA'],
  ])('understands %s', (record, value) => {
    const tree = read(`00:X'\n${record}\n99:3'\n`);
    expect(tree.root.children[0]?.first('47')?.cells).toEqual([[value]]);
  });

  it('knows GB 18030 by its bytes, and the bytes of every field', () => {
    const text = "00:IFCSUM'\n47:大豆:营口'\n99:3'\n";
    const tree = read(iconv.encode(text, 'gb18030'));
    const record = tree.root.children[0]?.first('47');
    const span =
      record && tree.bytes(record.valueSpan({ at: 'cell', element: 2, component: 1, repetition: 1 }));
    expect(tree.charset).toBe('gb18030');
    expect(codes(tree)).toEqual([]);
    expect(iconv.decode(iconv.encode(text, 'gb18030').subarray(span?.from, span?.to), 'gb18030')).toBe(
      '营口',
    );
    expect(record && tree.path(record, { at: 'cell', element: 2, component: 1, repetition: 1 })).toBe('47.2');
  });

  it('reads and writes records of columns', () => {
    const options: FlatOptions = {
      message: 'NCL',
      trailer: '',
      columns: {
        '00': [
          [3, 5],
          [6, 20],
        ],
        '51': [
          [3, 13],
          [29, 44],
        ],
        '53': [[13, 43]],
      },
    };
    const text = '00NCLCONTAINER LIST\n51LNHU2001013               DLHU2603001\n53          大豆\n';
    const tree = read(text, options);
    expect(shown(tree.root)).toBe('00(NCL|CONTAINER LIST) 51(LNHU2001013|DLHU2603001) 53(大豆)');
    const written = writeFlat(tree.root, { ...options, encoding: 'utf-8' });
    expect(written.ok && Buffer.from(written.value).toString()).toBe(text);
    const long = { ...options, columns: { '00': [[3, 5]], '51': [[3, 9]], '53': [] } } as const;
    const refused = writeFlat(tree.root, long);
    expect(!refused.ok && refused.error.map(({ code }) => code)).toContain('SYNTAX_FLAT_COLUMNS');
  });
});

describe('writeFlat', () => {
  it('leaves empty fields at the end out, down to what a record should have', () => {
    const tree = read("00:A:::'\n51:1::'\n99:3'\n");
    const written = writeFlat(tree.root, { fields: { '51': 4 }, newline: false });
    expect(written.ok && Buffer.from(written.value).toString()).toBe("00:A'51:1:::'99:3'");
  });

  const value = fc
    .array(fc.constantFrom(...":'?+/aZ0 -.大é\n", '12:', "'\n51:"), { maxLength: 8 })
    .map((parts) => parts.join(''));
  const record = fc.tuple(fc.constantFrom('10', '12', '47', '51'), fc.array(value, { maxLength: 5 }));
  const message = fc.array(record, { maxLength: 6 });

  it('writes what reads the same', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 3 }), fc.boolean(), (messages, newline) => {
        const tree = fileOf(messages);
        const written = writeFlat(tree, { newline });
        if (!written.ok) throw new Error(JSON.stringify(written.error));
        const again = read(written.value);
        const flat = (text: string): string => text.replace(/\n/g, ' ');
        const expected = messages.map((records) => [
          ['00', 'TEST'],
          ...records.map(([id, fields]) => [id, ...trimEnd(fields.map(flat))]),
          ['99', String(records.length + 2)],
        ]);
        expect(codes(again)).toEqual([]);
        expect(
          again.root.children.map(({ children }) =>
            children.map((one) => [one.name, ...trimEnd(one.cells.flat())]),
          ),
        ).toEqual(expected);
        expect(writeFlat(again.root, { newline })).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it('is total, and every span says its value', () => {
    const part = fc.constantFrom('00:', "'", '\n', '?', ':', '99:', '51', '大', 'X', '\r\n', "'\n51:");
    const text = fc.array(part, { maxLength: 40 }).map((parts) => `00:${parts.join('')}`);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          text.map((one) => new Uint8Array(Buffer.from(one))),
        ),
        (bytes) => {
          const result = parseFlat(bytes);
          if (!result.ok) return;
          const { root } = result.value;
          for (const node of [...root.children.flatMap(({ children }) => children)]) {
            node.cells.forEach(([value = ''], i) => {
              const span = result.value.bytes(
                node.valueSpan({ at: 'cell', element: i + 1, component: 1, repetition: 1 }),
              );
              const raw = Buffer.from(bytes.subarray(span.from, span.to));
              const said = new TextDecoder(result.value.charset)
                .decode(raw)
                .replace(/\?([:'?+/])|[\r\n]/g, '$1');
              expect(said).toBe(value);
            });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const trimEnd = (fields: readonly string[]): string[] => {
  const kept = [...fields];
  while (kept.length > 0 && kept[kept.length - 1] === '') kept.pop();
  return kept;
};

function fileOf(messages: readonly (readonly (readonly [string, readonly string[]])[])[]): TreeNode {
  return node(
    'file',
    'file',
    messages.map((records) =>
      node('message', 'message', [
        segment('00', ['TEST']),
        ...records.map(([id, fields]) => segment(id, fields)),
      ]),
    ),
  );
}

const segment = (name: string, fields: readonly string[]): TreeNode => ({
  ...node('segment', name, []),
  cells: fields.map((field) => [field]),
});

const node = (kind: TreeNode['kind'], name: string, children: readonly TreeNode[]): TreeNode => ({
  kind,
  name,
  children,
  text: '',
  attributes: new Map(),
  cells: [],
  repeats: new Map(),
});
