import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { parseXml, writeXml, type SourceNode, type SourceTree, type TreeNode } from '#syntax';

function tree(xml: string | Uint8Array, limits = {}): SourceTree {
  const result = parseXml(typeof xml === 'string' ? Buffer.from(xml) : xml, { limits });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const text = { at: 'text' } as const;
const attribute = (name: string) => ({ at: 'attribute', name }) as const;

describe('parseXml', () => {
  it('knows elements and attributes by local name and joins all text of an element', () => {
    const { root } = tree(
      `<?xml version="1.0"?><!-- c --><ceb:A xmlns:ceb="urn:x" xmlns="urn:y" ceb:guid="1" v='2'><ceb:B>a&amp;<![CDATA[<b>]]>&#x5927;</ceb:B><?pi x?><C/></ceb:A>`,
    );
    expect(root.name).toBe('A');
    expect([...root.attributes]).toEqual([
      ['guid', '1'],
      ['v', '2'],
    ]);
    expect(root.first('B')?.value(text)).toBe('a&<b>大');
    expect(root.first('C')?.value(text)).toBeUndefined();
    expect(root.children.map(({ name }) => name)).toEqual(['B', 'C']);
  });

  it.each([
    ['utf-8', (xml: string) => Buffer.from(xml)],
    ['gb18030', (xml: string) => iconv.encode(xml, 'gb18030')],
    ['utf-8 with BOM', (xml: string) => Buffer.from(`\ufeff${xml}`)],
  ])('gives the byte span of every value in %s', (_, encode) => {
    const xml = `<?xml version="1.0" encoding="GB18030"?>\n<根 编号="辽001" b = 'x'>\n <名称>\n  大连 </名称><名称>营口</名称><D>k</D></根>`;
    const bytes = encode(xml);
    const source = tree(bytes);
    const at = (node: SourceNode | undefined, leaf: Parameters<SourceNode['valueSpan']>[0]): string => {
      if (!node) throw new Error('no such node');
      const { from, to } = source.bytes(node.valueSpan(leaf));
      return iconv.decode(bytes.subarray(from, to), source.charset);
    };
    const [first, second] = source.root.named('名称');
    expect(at(source.root, attribute('编号'))).toBe('辽001');
    expect(at(source.root, attribute('b'))).toBe('x');
    expect(at(first, text)).toBe('大连');
    expect(at(second, text)).toBe('营口');
    expect(at(source.root.first('D'), text)).toBe('k');
    expect(second && source.path(second, text)).toBe('名称[2]');
    expect(source.path(source.root, attribute('b'))).toBe('@b');
  });

  it('gives the span of whole elements', () => {
    const source = tree('<a><b x="1">t</b><c/></a>');
    const raw = source.root.children.map(({ from, to }) => source.text.slice(from, to));
    expect(raw).toEqual(['<b x="1">t</b>', '<c/>']);
  });

  it.each([
    ['', 'SYNTAX_EMPTY', undefined, undefined],
    ['<a><b>', 'SYNTAX_XML_TRUNCATED', 6, 'a/b'],
    ['<a><b', 'SYNTAX_XML_TRUNCATED', 5, 'a'],
    ['<a>&lt', 'SYNTAX_XML_TRUNCATED', 6, 'a'],
    ['<a><b></a>', 'SYNTAX_XML_MALFORMED', 9, 'a'],
    ['<a/><b/>', 'SYNTAX_XML_MALFORMED', 6, 'b'],
    ['<a/>mail', 'SYNTAX_XML_MALFORMED', 4, undefined],
    ['nothing', 'SYNTAX_XML_MALFORMED', 0, undefined],
    ['<a b="1" b="2"/>', 'SYNTAX_XML_MALFORMED', 15, 'a'],
    ['<a>x & y</a>', 'SYNTAX_XML_MALFORMED', 5, 'a'],
    ['<a>x & y;</a>', 'SYNTAX_XML_MALFORMED', 5, 'a'],
    ['<a>\u0001</a>', 'SYNTAX_XML_MALFORMED', 3, 'a'],
    ['<a><EdiRemark2/ ></a>', 'SYNTAX_XML_MALFORMED', 15, 'a/EdiRemark2'],
    ['<a>&nbsp;</a>', 'SYNTAX_XML_ENTITY', 3, 'a'],
    ['<!DOCTYPE a><a/>', 'SYNTAX_XML_DOCTYPE', 0, undefined],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'SYNTAX_XML_DOCTYPE', 0, undefined],
    ['<a><b><c/></b></a>', 'SYNTAX_XML_DEPTH', 6, 'a/b'],
    ['<a><b/><b/><b/><b/></a>', 'SYNTAX_XML_NODES', 15, 'a'],
    ['<a b="1" c="2" d="3"/>', 'SYNTAX_XML_ATTRIBUTES', 0, 'a'],
  ])('refuses %j with %s', (xml, code, at, path) => {
    const result = parseXml(Buffer.from(xml), { limits: { depth: 2, nodes: 4, attributes: 2 } });
    if (result.ok) throw new Error('it was taken');
    expect(result.error).toHaveLength(1);
    const [fault] = result.error;
    expect(fault?.code).toBe(code);
    expect(fault?.place?.path).toBe(path);
    if (at !== undefined) expect(fault?.place?.span?.from).toBe(at);
    expect(fault?.text.zh).not.toContain('{');
    expect(fault?.text.en).not.toContain('{');
  });

  it('refuses more bytes than allowed without reading them', () => {
    const result = parseXml(Buffer.alloc(11), { limits: { bytes: 10 } });
    expect(!result.ok && result.error[0]).toMatchObject({ code: 'SYNTAX_TOO_LARGE', status: 413 });
  });

  it('never throws, on arbitrary bytes and on broken XML', () => {
    const bits = fc.constantFrom(
      '<a>',
      '</a>',
      '<',
      '>',
      '&',
      '&amp;',
      '"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?x',
      '?>',
      '大',
      ' ',
      'x',
      '\r',
    );
    const broken = fc.string({ unit: bits, maxLength: 30 }).map((xml) => Buffer.from(xml));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), broken), (bytes) => {
        const result = parseXml(bytes);
        if (!result.ok) {
          expect(result.error).toHaveLength(1);
          const span = result.error[0]?.place?.span;
          if (span) expect(span.from >= 0 && span.to <= bytes.length && span.from <= span.to).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives a fault and no tree for a message that is cut anywhere', () => {
    const xml = Buffer.from('<?xml version="1.0"?><A x="1"><B>大连</B><C/></A>');
    for (let end = 0; end < xml.length; end++) expect(parseXml(xml.subarray(0, end)).ok).toBe(false);
  });
});

describe('writeXml', () => {
  const element = (name: string, content: Partial<TreeNode> = {}): TreeNode => ({
    kind: 'element',
    name,
    text: '',
    children: [],
    attributes: new Map(),
    cells: [],
    repeats: new Map(),
    ...content,
  });
  const written = (root: TreeNode, options = {}): string => {
    const result = writeXml(root, options);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return Buffer.from(result.value).toString();
  };

  it('escapes what must be, writes the namespace, and indents where asked', () => {
    const root = element('A', {
      attributes: new Map([['v', 'a"<\n']]),
      children: [element('B', { text: 'x < y & ]]> \r' }), element('C')],
    });
    expect(written(root, { namespace: 'urn:x' })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><A xmlns="urn:x" v="a&quot;&lt;&#10;"><B>x &lt; y &amp; ]]&gt; &#13;</B><C/></A>',
    );
    expect(written(root, { indent: 2 })).toContain('\n  <B>x');
  });

  it.each([
    ['a control character', element('A', { text: 'x\u0000' })],
    ['half a character', element('A', { text: '\ud800' })],
    ['a name that is none', element('A b')],
    ['an attribute name that is none', element('A', { attributes: new Map([['1', 'x']]) })],
  ])('refuses %s', (_, root) => {
    expect(writeXml(root)).toMatchObject({ ok: false, error: [{ code: 'SYNTAX_XML_CHARACTER' }] });
  });

  const name = fc.constantFrom('A', 'B', '名称', 'GrossWet', 'x-1');
  const content = fc.string({
    unit: fc.constantFrom('a', '大', '😀', '&', '<', '>', '"', "'", ']', '\t', '\n', '\r', ' '),
    maxLength: 8,
  });
  const attributes = fc
    .dictionary(name, content, { maxKeys: 3 })
    .map((values) => new Map(Object.entries(values)));
  const { node } = fc.letrec<{ node: TreeNode }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(name, attributes, content).map(([n, a, t]) => element(n, { attributes: a, text: t })),
      fc
        .tuple(name, attributes, fc.array(tie('node'), { minLength: 1, maxLength: 4 }))
        .map(([n, a, children]) => element(n, { attributes: a, children })),
    ),
  }));

  it('writes what is read again as the same tree, in every encoding', () => {
    fc.assert(
      fc.property(node, fc.constantFrom('utf-8', 'gb18030'), (root, encoding) => {
        const bytes = writeXml(root, { encoding });
        if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
        const back = parseXml(bytes.value);
        if (!back.ok) throw new Error(JSON.stringify(back.error));
        expect(plain(back.value.root)).toEqual(plain(root));
        const again = writeXml(back.value.root, { encoding });
        expect(again.ok && Buffer.compare(again.value, bytes.value)).toBe(0);
      }),
    );
  });
});

interface Plain {
  readonly name: string;
  readonly text: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly Plain[];
}

const plain = ({ name, text: own, attributes, children }: TreeNode): Plain => ({
  name,
  text: own,
  attributes: [...attributes],
  children: children.map(plain),
});
