import { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { parseString } from 'xml2js';
import { parseXml, type SourceNode } from '#syntax';

/** What a parser of another author reads from the same text. */
interface Plain {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Plain[];
}

interface Theirs {
  readonly '#name': string;
  readonly _?: string;
  readonly $?: Readonly<Record<string, string>>;
  readonly $$?: readonly Theirs[];
}

const local = (name: string): string => name.replace(/^.*:/, '');

function theirs(xml: string): Plain {
  let root: Theirs | undefined;
  const options = { explicitChildren: true, preserveChildrenOrder: true, explicitRoot: false, emptyTag: '' };
  parseString(xml, { ...options, async: false }, (error: Error | null, value: Theirs) => {
    if (error) throw error;
    root = value;
  });
  if (!root) throw new Error('nothing was read');
  return fromTheirs(root);
}

function fromTheirs(node: Theirs): Plain {
  const attributes = Object.entries(node.$ ?? {}).filter(
    ([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'),
  );
  return {
    name: local(node['#name']),
    text: squeeze(node._ ?? ''),
    attributes: Object.fromEntries(attributes.map(([name, value]) => [local(name), value])),
    children: (node.$$ ?? []).map(fromTheirs),
  };
}

function ours(node: SourceNode): Plain {
  return {
    name: node.name,
    text: squeeze(node.text),
    attributes: Object.fromEntries(node.attributes),
    children: node.children.map(ours),
  };
}

/** White space between elements is kept differently by the two; no mapping looks at it. */
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

const corpus = '../shared/corpus';
const present = existsSync(`${corpus}/INDEX.tsv`);
if (!present)
  process.stdout.write('oracle.spec: ../shared/corpus is absent, real messages are not compared\n');

describe('our tree holds what xml2js holds', () => {
  it('for a message with every construct', () => {
    const xml = `<?xml version="1.0"?><p:A xmlns:p="u" p:k="1"><B> x &amp; <![CDATA[<y>]]> </B><!-- c --><B/><C q="&lt;"><D>大连</D></C></p:A>`;
    const tree = parseXml(Buffer.from(xml));
    expect(tree.ok && ours(tree.value.root)).toEqual(theirs(xml));
  });

  it('for every well-formed real message', () => {
    const files = present
      ? readFileSync(`${corpus}/INDEX.tsv`, 'utf8')
          .split('\n')
          .map((line) => line.split('\t'))
          .filter(
            ([file = '', , , , , , note = '']) => /\.xml$/i.test(file) && note.startsWith('well-formed'),
          )
          .map(([file = '']) => `${corpus}/${file}`)
          .filter((file) => existsSync(file))
      : [];
    for (const file of files) {
      const tree = parseXml(readFileSync(file));
      if (!tree.ok) throw new Error(`${file}: ${JSON.stringify(tree.error)}`);
      expect({ file, tree: ours(tree.value.root) }).toEqual({ file, tree: theirs(tree.value.text) });
    }
    expect(files.length > 0).toBe(present);
  });
});
