import fc from 'fast-check';
import { openSyntax, parseJson, writeJson, type JsonNode, type TreeNode } from '#syntax';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function tree(text: string, options = {}) {
  const parsed = parseJson(bytesOf(text), options);
  if (!parsed.ok) throw new Error(parsed.error.map((fault) => fault.text.en).join());
  return parsed.value;
}

/** Names and texts, to compare with at a glance. */
const seen = (node: JsonNode): unknown =>
  node.children.length === 0 ? [node.name, node.type, node.text] : [node.name, ...node.children.map(seen)];

/** Whether a node says a value: its members, the items of its lists, and each leaf with its type. */
function says(node: JsonNode | undefined, value: unknown): boolean {
  if (!node) return false;
  if (Array.isArray(value)) {
    return node.type === 'array' && items(node.children, value);
  }
  if (typeof value !== 'object' || value === null) {
    return node.type === 'string' ? node.text === value : JSON.parse(node.text || 'null') === value;
  }
  return Object.entries(value).every(([name, member]: [string, unknown]) => {
    if (!Array.isArray(member)) return says(node.first(name), member);
    return member.length === 0 ? node.empty?.includes(name) : items(node.named(name), member);
  });
}

const items = (nodes: readonly JsonNode[], values: readonly unknown[]): boolean =>
  nodes.length === values.length && values.every((value, i) => says(nodes[i], value));

const codesOf = (bytes: Uint8Array, options = {}): unknown => {
  const parsed = parseJson(bytes, options);
  return parsed.ok ? [] : parsed.error.map(({ code, place }) => [code, place?.span?.from, place?.path]);
};

const placesOf = (bytes: Uint8Array, options = {}): unknown => {
  const parsed = parseJson(bytes, options);
  return parsed.ok ? [] : parsed.error.map(({ code, place }) => [code, place?.span?.from]);
};

describe('reading JSON', () => {
  it('gives members as children and the items of a list as children of its name', () => {
    expect(seen(tree('{"a":1.10,"b":["x",{"c":true}],"d":null,"e":[],"f":{}}').root)).toEqual([
      'json',
      ['a', 'number', '1.10'],
      ['b', 'string', 'x'],
      ['b', ['c', 'boolean', 'true']],
      ['d', 'null', ''],
      ['f', 'object', ''],
    ]);
    expect(tree('{"e":[]}').root.empty).toEqual(['e']);
  });

  it('calls the items of a list without a name item', () => {
    expect(seen(tree('[[1,2],[],{"a":[[3]]}]').root)).toEqual([
      'json',
      ['item', ['item', 'number', '1'], ['item', 'number', '2']],
      ['item', 'array', ''],
      ['item', ['a', ['item', 'number', '3']]],
    ]);
  });

  it.each([
    ['[{"a":1},{"a":2}]', 2],
    ['{"events":[{"a":1},{"a":2}]}', 2],
    ['{"a":1}', 1],
    ['{"events":[]}', 0],
    ['[]', 0],
  ])('reads %s as though its items stood in a list of the root', (text, count) => {
    const { root } = tree(text, { list: 'events' });
    expect([root.parent, root.named('events').length]).toEqual([undefined, count]);
  });

  it('reads JSON Lines where it may', () => {
    const { root, path } = tree('{"a":1}\r\n\n{"a":2}\n', { list: 'events', lines: true });
    expect(root.named('events').map((node) => [path(node), node.first('a')?.text])).toEqual([
      ['events[1]', '1'],
      ['events[2]', '2'],
    ]);
    expect(codesOf(bytesOf('{"a":1}\n{"a":2}'))).toEqual([['SYNTAX_JSON_MALFORMED', 8, undefined]]);
    expect(codesOf(bytesOf('{"a":1}\n{"a":2} {"a":3}'), { lines: true })).toEqual([
      ['SYNTAX_JSON_MALFORMED', 15, undefined],
    ]);
  });

  it('points at the bytes of each value, whatever the encoding', () => {
    const text = '{"港":"大\\u8fde","n":-0.5e+3}';
    const variants: readonly (readonly [string, Buffer])[] = [
      ['utf-8', Buffer.from(text)],
      ['utf-8', Buffer.from(`\ufeff${text}`)],
      ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
      ['utf-16le', Buffer.from(text, 'utf16le')],
      ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
      ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ];
    for (const [charset, bytes] of variants) {
      const parsed = parseJson(bytes);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const values = parsed.value.root.children.map((node) => {
        const { from, to } = parsed.value.bytes(node.valueSpan({ at: 'text' }));
        return [node.text, new TextDecoder(charset).decode(bytes.subarray(from, to))];
      });
      expect({ charset, values }).toEqual({
        charset,
        values: [
          ['大连', '大\\u8fde'],
          ['-0.5e+3', '-0.5e+3'],
        ],
      });
    }
  });

  it.each([
    ['', 'SYNTAX_EMPTY', undefined],
    [' \n', 'SYNTAX_EMPTY', undefined],
    ['{"a":', 'SYNTAX_JSON_TRUNCATED', 5],
    ['{"a":"b', 'SYNTAX_JSON_TRUNCATED', 7],
    ['{"a":"b\\', 'SYNTAX_JSON_TRUNCATED', 8],
    ['{"a":tru', 'SYNTAX_JSON_TRUNCATED', 8],
    ['{"a":1.', 'SYNTAX_JSON_TRUNCATED', 7],
    ['[1,', 'SYNTAX_JSON_TRUNCATED', 3],
    ['{"a":1}x', 'SYNTAX_JSON_MALFORMED', 7],
    ['{"a":01}', 'SYNTAX_JSON_MALFORMED', 5],
    ['{"a":.5}', 'SYNTAX_JSON_MALFORMED', 5],
    ['{"a":1.}', 'SYNTAX_JSON_MALFORMED', 5],
    ['{"a":+1}', 'SYNTAX_JSON_MALFORMED', 5],
    ['{"a":NaN}', 'SYNTAX_JSON_MALFORMED', 5],
    ['{"a":True}', 'SYNTAX_JSON_MALFORMED', 5],
    ["{'a':1}", 'SYNTAX_JSON_MALFORMED', 1],
    ['{a:1}', 'SYNTAX_JSON_MALFORMED', 1],
    ['{"a" 1}', 'SYNTAX_JSON_MALFORMED', 5],
    ['{"a":1,}', 'SYNTAX_JSON_MALFORMED', 7],
    ['[1,]', 'SYNTAX_JSON_MALFORMED', 3],
    ['[1 2]', 'SYNTAX_JSON_MALFORMED', 3],
    ['{"a":1 "b":2}', 'SYNTAX_JSON_MALFORMED', 7],
    ['{"a":"b\nc"}', 'SYNTAX_JSON_MALFORMED', 7],
    ['{"a":"\\x"}', 'SYNTAX_JSON_MALFORMED', 6],
    ['{"a":"\\u12G4"}', 'SYNTAX_JSON_MALFORMED', 6],
    ['{"a":1 /* no */}', 'SYNTAX_JSON_MALFORMED', 7],
    ['{"a":{"b":1,"c":2,"b":3}}', 'SYNTAX_JSON_DUPLICATE', 18],
    ['{"a":1,"\\u0061":2}', 'SYNTAX_JSON_DUPLICATE', 7],
    ['{"a":"\\ud83d"}', 'SYNTAX_JSON_SURROGATE', 6],
    ['{"a":"\\ude00\\ud83d"}', 'SYNTAX_JSON_SURROGATE', 6],
  ])('refuses %j at the exact place', (text, code, from) => {
    expect(placesOf(bytesOf(text))).toEqual([[code, from]]);
  });

  it('says line, column and the open members', () => {
    const parsed = parseJson(bytesOf('{\n  "events": [\n    { "a": x }\n  ]\n}'));
    expect(parsed.ok ? [] : parsed.error).toMatchObject([
      { code: 'SYNTAX_JSON_MALFORMED', values: { line: 3, column: 12 }, place: { path: 'events' } },
    ]);
  });

  it('is bounded in bytes, depth and values', () => {
    const deep = (open: string, close: string, depth: number): Uint8Array =>
      bytesOf(open.repeat(depth) + close.repeat(depth));
    expect(placesOf(deep('[', ']', 64))).toEqual([]);
    expect(placesOf(deep('[', ']', 65))).toEqual([['SYNTAX_JSON_DEPTH', 64]]);
    expect(placesOf(deep('{"a":', '}', 200_000))).toEqual([['SYNTAX_JSON_DEPTH', 320]]);
    expect(placesOf(bytesOf('[1,2,3]'), { limits: { nodes: 3 } })).toEqual([['SYNTAX_JSON_NODES', 6]]);
    expect(placesOf(bytesOf('[1,2,3]'), { limits: { bytes: 6 } })).toEqual([['SYNTAX_TOO_LARGE', undefined]]);
    const many = `{${Array.from({ length: 5000 }, (_, i) => `"k${i}":1`).join()},"k7":2}`;
    expect(placesOf(bytesOf(many))).toEqual([['SYNTAX_JSON_DUPLICATE', 48891]]);
  });

  it('takes what JSON.parse takes, and says the same', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'small' }), fc.constantFrom(0, 2), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const written = JSON.stringify(value, undefined, indent);
        if (/\\ud[89a-f]/i.test(written)) return;
        const parsed = parseJson(bytesOf(written));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
        expect(says(parsed.value.root, value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, and refuses what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      '"a"',
      '1',
      '-',
      '.',
      'e',
      ' ',
      'null',
      'u',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        const parsed = parseJson(bytesOf(text));
        if (!parsed.ok) return;
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof parseJson(bytes, { list: 'events', lines: true }).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});

const leaf = (name: string, text: string, more: Partial<TreeNode> = {}): TreeNode => ({
  kind: 'element',
  name,
  text,
  children: [],
  attributes: new Map(),
  cells: [],
  repeats: new Map(),
  ...more,
});
const holder = (name: string, children: readonly TreeNode[], more: Partial<TreeNode> = {}): TreeNode =>
  leaf(name, '', { children, ...more });
const textOf = (root: TreeNode, options = {}): string => {
  const written = writeJson(root, options);
  return written.ok
    ? Buffer.from(written.value).toString('utf8')
    : written.error.map(({ code }) => code).join();
};

describe('writing JSON', () => {
  it('writes strings, numbers, booleans and lists as they are meant', () => {
    const root = holder('json', [
      leaf('a', '0900'),
      leaf('n', '007.50', { scalar: 'number' }),
      leaf('b', 'true', { scalar: 'boolean' }),
      leaf('one', 'x', { listed: true }),
      leaf('two', '1'),
      leaf('none', ''),
      leaf('two', '"\n大'),
    ]);
    expect(textOf(root)).toBe(String.raw`{"a":"0900","n":7.50,"b":true,"one":["x"],"two":["1","\"\n大"]}`);
    expect(textOf(holder('json', [holder('p', [leaf('a', '1')], { listed: true })]), { indent: 2 })).toBe(
      '{\n  "p": [\n    {\n      "a": "1"\n    }\n  ]\n}\n',
    );
  });

  it('writes the list of a root alone, or one item a line', () => {
    const root = holder('json', [holder('e', [leaf('a', '1')]), holder('e', [leaf('a', '2')])]);
    expect(textOf(root, { list: 'e', written: 'array' })).toBe('[{"a":"1"},{"a":"2"}]');
    expect(textOf(root, { list: 'e', written: 'lines' })).toBe('{"a":"1"}\n{"a":"2"}\n');
  });

  it.each([
    ['x', 'number'],
    ['1,5', 'number'],
    ['.', 'number'],
    ['yes', 'boolean'],
    ['a\ud800', undefined],
  ] as const)('refuses to write %j as %s', (text, scalar) => {
    expect(textOf(leaf('json', text, { scalar }))).toBe('SYNTAX_JSON_UNWRITABLE');
  });

  it('is one of the syntaxes', () => {
    const json = openSyntax('json', { list: 'events' });
    const parsed = json.ok ? json.value.parse(bytesOf('[{"a":"1"}]')) : undefined;
    expect(parsed).toMatchObject({ ok: true, value: { syntax: 'json' } });
  });
});
