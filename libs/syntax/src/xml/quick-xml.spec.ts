import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decode } from '../charset/decode.js';
import { defaultLimits } from '../options.js';
import { saxesXml } from './parse-xml.js';
import { quickXml } from './quick-xml.js';
import type { XmlNode } from './xml-node.js';

const limits = { ...defaultLimits, depth: 8, nodes: 200, attributes: 4 };

/** All that anybody can see of a tree. */
const seen = (node: XmlNode): unknown => [
  [node.name, node.text, [...node.attributes], node.depth],
  [node.from, node.to, node.innerFrom, node.innerTo],
  node.children.map(seen),
];

/** The tree of the parser that decides; undefined where it refuses. */
function decided(text: string, within = limits): unknown {
  try {
    return seen(saxesXml(text, within));
  } catch {
    return undefined;
  }
}

/** Whether the scan was certain, and then equal. */
function agrees(text: string, within = limits): boolean {
  const quick = quickXml(text, within);
  if (!quick) return false;
  expect(seen(quick)).toEqual(decided(text, within));
  return true;
}

describe('the quick scan of XML', () => {
  it.each([
    '<a/>',
    '<a></a>',
    '<a >\n<b /></a\t>',
    '<?xml version="1.0"?><a/>',
    '<?xml version="1.0" encoding="GB2312" standalone="yes" ?>\n<!-- c -->\n<a/>\n<!-- d --> ',
    `<p:A xmlns:p="u" xmlns="v" p:k='1' k="2"><p:B>x</p:B\n></p:A>`,
    '<a x = "&lt;&#65;" y=\'"\'>1<b/>2<!---->3<![CDATA[<&]]]]>4</a>',
    '<a>\r\n<b>x\ry&#13;z</b>\r</a>\r\n',
    '<a>&amp;&lt;&gt;&quot;&apos;&#x5927;&#22823;&#x1F600;</a>',
    '<a>] ]] > ]>]</a>',
    '<名称 编号="辽">大连</名称>',
    '<a.b-c_d:e1/>',
  ])('takes %j and reads it like the parser', (text) => {
    expect(agrees(text)).toBe(true);
  });

  it.each([
    [
      '',
      ' ',
      'x',
      '<',
      '<a',
      '<a>',
      '<a><b></a>',
      '<a></b>',
      '</a>',
      '<a/><b/>',
      '<a/>x',
      'x<a/>',
      '<a/>&amp;',
    ],
    [
      '<a b="1" b="2"/>',
      '<a b="1"c="2"/>',
      '<a b=1/>',
      '<a b/>',
      '<a b="<"/>',
      '<a b="1"',
      '<a/ >',
      '<1/>',
      '<a></ a>',
    ],
    [
      '<a>&</a>',
      '<a>&nbsp;</a>',
      '<a>&;</a>',
      '<a>&#0;</a>',
      '<a>&#xD800;</a>',
      '<a>&#X41;</a>',
      '<a>&lt</a>',
    ],
    [
      '<a>\u0001</a>',
      '<a>\ufffe</a>',
      '<a>\ud800</a>',
      '<a>]]></a>',
      '<a><!-- -- --></a>',
      '<a><!--></a>',
      '<![CDATA[x]]>',
    ],
    [
      '<!DOCTYPE a><a/>',
      ' <?xml version="1.0"?><a/>',
      '<?xml version="1.1"?><a/>',
      '<?xml?><a/>',
      '<a><?pi?></a>',
    ],
    [
      '\ufeff\ufeff<a/>',
      '<a b="1" c="2" d="3" e="4" f="5"/>',
      '<a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a>',
    ],
  ])('gives up on %j, …', (...texts) => {
    expect(texts.filter((text) => quickXml(text, limits))).toEqual([]);
  });

  const name = fc.constantFrom('A', 'b', 'p:C', '名', 'x-1', 'xmlns', 'xmlns:p', '__proto__');
  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      '大',
      '😀',
      '&amp;',
      '&#10;',
      '&#x20;',
      '&',
      ']',
      '>',
      ' ',
      '\t',
      '\n',
      '\r',
      ';',
    ),
    maxLength: 6,
  });
  const attribute = fc
    .tuple(fc.constantFrom(' ', '\n', ''), name, fc.constantFrom('=', ' = '), fc.constantFrom('"', "'"), text)
    .map(([space, own, equals, quote, value]) => `${space}${own}${equals}${quote}${value}${quote}`);
  const attributes = fc.array(attribute, { maxLength: 3 }).map((all) => all.join(''));
  const between = fc.oneof(
    { weight: 4, arbitrary: text },
    text.map((inside) => `<!--${inside}-->`),
    text.map((inside) => `<![CDATA[${inside}]]>`),
    fc.constant('<?pi x?>'),
  );
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(name, attributes).map(([own, inside]) => `<${own}${inside}/>`),
      fc
        .tuple(name, attributes, fc.array(fc.oneof(between, tie('element')), { maxLength: 4 }))
        .map(([own, inside, content]) => `<${own}${inside}>${content.join('')}</${own}>`),
    ),
  }));
  const declaration = fc.constantFrom(
    '',
    '',
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="x"?>\r\n',
  );

  it('is equal to the parser or gives up, on anything like XML', () => {
    let taken = 0;
    fc.assert(
      fc.property(declaration, element, fc.constantFrom('', '\n', '<!-- x -->'), (before, root, after) => {
        if (agrees(before + root + after)) taken++;
      }),
      { numRuns: 700 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it('is equal to the parser or gives up, on valid XML that was cut or changed', () => {
    const piece = fc.constantFrom(
      '',
      '<',
      '>',
      '/',
      '&',
      ';',
      '"',
      "'",
      ']]>',
      '<!--',
      '--',
      '=',
      ' ',
      'x',
      '\r',
      '\u0000',
    );
    const change = fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece);
    fc.assert(
      fc.property(element, fc.array(change, { minLength: 1, maxLength: 3 }), (root, changes) => {
        let text = root;
        for (const [where, length, put] of changes) {
          const at = where % (text.length + 1);
          text = text.slice(0, at) + put + text.slice(at + length);
        }
        agrees(text);
      }),
      { numRuns: 700 },
    );
  });
});

const corpus = '../shared/corpus';
const files = ['libs/adapters/src', ...(existsSync(corpus) ? [corpus] : [])].flatMap(xmlFiles);

describe('the quick scan of messages', () => {
  const read = (file: string): string => {
    const decoded = decode(readFileSync(file), undefined);
    return decoded.ok ? decoded.value.text : '';
  };
  const wide = { ...defaultLimits };

  it('is equal to the parser or gives up, for every file and every kind of damage to small ones', () => {
    let taken = 0;
    for (const file of files) {
      const text = read(file);
      if (agrees(text, wide)) taken++;
      if (text.length > 6000) continue;
      for (let at = 7; at < text.length; at += 293) {
        agrees(text.slice(0, at), wide);
        const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << (at % 7)));
        agrees(text.slice(0, at) + flipped + text.slice(at + 1), wide);
        agrees(text.slice(0, at) + text.slice(at + 3), wide);
      }
    }
    expect(taken).toBeGreaterThan(10);
  });
});

function xmlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.xml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
