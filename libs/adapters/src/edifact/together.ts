import { canonicalJson, type Json, type JsonObject } from '#kernel';
import { parseEdifact, writeEdifact, type EdifactOptions, type TreeNode } from '#syntax';

/**
 * Joins written interchanges that have the same header (UNB) into one with several messages, and the packages in them
 * that have the same header (UNG). Documents of several messages are written message by message, as each message has a
 * head of its own.
 */
export function joinInterchanges(
  parts: readonly Uint8Array[],
  options: EdifactOptions,
): Uint8Array | undefined {
  const interchanges = new Map<string, Gathered>();
  for (const part of parts) {
    const parsed = parseEdifact(part, {}, undefined);
    const interchange = parsed.ok ? parsed.value.root.children[0] : undefined;
    if (!interchange || !gather(interchange, 'UNB', interchanges)) return undefined;
  }
  const file = [...interchanges.values()].map((one) => gathered('interchange', one));
  const written = writeEdifact(branch('file', file), options);
  return written.ok ? written.value : undefined;
}

/** An interchange, or a package (UNG) in it: its header, its messages, and its packages by their headers. */
interface Gathered {
  readonly header: TreeNode;
  readonly messages: TreeNode[];
  readonly packages: Map<string, Gathered>;
}

function gather(node: TreeNode, tag: string, into: Map<string, Gathered>): boolean {
  const header = node.children.find(({ name }) => name === tag);
  if (!header) return false;
  const key = canonicalJson(header.cells);
  const known = into.get(key) ?? { header, messages: [], packages: new Map<string, Gathered>() };
  into.set(key, known);
  known.messages.push(...node.children.filter(({ kind }) => kind === 'message'));
  return node.children
    .filter(({ kind }) => kind === 'package')
    .every((inner) => gather(inner, 'UNG', known.packages));
}

const gathered = (kind: 'interchange' | 'package', { header, messages, packages }: Gathered): TreeNode =>
  branch(kind, [
    header,
    ...[...packages.values()].map((one) => gathered('package', one)),
    ...renumbered(messages),
  ]);

/** Messages whose documents have no reference were all written with the same one. */
function renumbered(messages: readonly TreeNode[]): readonly TreeNode[] {
  const known = new Set<string>();
  return messages.map((message, i) => {
    const header = message.children.find(({ name }) => name === 'UNH');
    const reference = header?.cells[0]?.[0] ?? '';
    if (!header || !known.has(reference)) {
      known.add(reference);
      return message;
    }
    let number = i + 1;
    while (known.has(String(number))) number++;
    known.add(String(number));
    const opening = { ...plain(header), cells: [[String(number)], ...header.cells.slice(1)] };
    return { ...plain(message), children: message.children.map((one) => (one === header ? opening : one)) };
  });
}

const plain = ({ kind, name, children, text, attributes, cells, repeats }: TreeNode): TreeNode => ({
  kind,
  name,
  children,
  text,
  attributes,
  cells,
  repeats,
});

/** What the documents of one message have in common: those that are equal in it are written together. */
export const messageOf = (body: JsonObject): string => canonicalJson(body.message);

/** The containers that documents list; a document that lists none is about one. */
export function containersIn(documents: readonly { readonly body: JsonObject }[]): number {
  return documents.reduce((sum, { body }) => sum + listLength(body.containers ?? body.slots), 0);
}

const listLength = (list: Json | undefined): number => (Array.isArray(list) ? list.length : 1);

function branch(kind: 'file' | 'interchange' | 'package', children: readonly TreeNode[]): TreeNode {
  return { kind, name: kind, children, text: '', attributes: new Map(), cells: [], repeats: new Map() };
}
