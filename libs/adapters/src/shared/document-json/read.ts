import { isDocumentType, isMadeByNode } from '#canonical';
import { canonicalJson, fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { parseJson, type JsonNode, type JsonTree } from '#syntax';
import { batchIdentity } from '../../batch-identity.js';
import type { DirectDocument, DirectReading } from '../../contract.js';
import { adapterFaults } from '../../faults.js';
import { lineageOf, placeAt } from './places.js';

/** Documents of one message. */
export const maxSharedDocuments = 50_000;

/** The prefix of our events' types. */
const eventType = 'cn.tongguan.';

interface Found extends DirectDocument {
  /** Source and number that the sender gave it. */
  readonly name: string | undefined;
}

/**
 * Takes the documents out of JSON: one `{ "type", "body" }` or one event of CloudEvents 1.0, a list of them, JSON Lines,
 * or `{ "documents": [ … ] }`, `{ "events": [ … ] }` with such a list.
 */
export function readDocuments(bytes: Uint8Array): Result<DirectReading, Fault[]> {
  const parsed = parseJson(bytes, { lines: true });
  if (!parsed.ok) return parsed;
  const tree = parsed.value;
  const nodes = itemsOf(tree.root);
  if (nodes.length > maxSharedDocuments) {
    return fail([adapterFaults.make('ADAPTER_SHARED_TOO_MANY', { values: { limit: maxSharedDocuments } })]);
  }
  const faults: Fault[] = [];
  const warnings: Fault[] = [...tree.diagnostics];
  const documents: Found[] = [];
  for (const node of nodes) {
    const one = isEvent(node) ? ofEvent(tree, node) : ofDocument(tree, node);
    if (!isEvent(node)) warnings.push(...strangers(tree, node));
    if (one.ok) documents.push(one.value);
    else faults.push(...one.error);
  }
  if (nodes.length === 0) faults.push(at('ADAPTER_SHARED_NONE', tree, tree.root, {}));
  faults.push(...repeated(tree, documents, nodes));
  if (faults.length > 0) return fail(faults);
  const identity = batchIdentity(documents.map(({ name }) => name));
  return ok({ documents, warnings, ...(identity === undefined ? {} : { identity }) });
}

function itemsOf(root: JsonNode): readonly JsonNode[] {
  if (root.type === 'array' || (root.from === 0 && root.children.some(({ name }) => name === 'item'))) {
    return root.children;
  }
  for (const name of ['documents', 'events']) {
    if (root.first(name) || root.empty?.includes(name)) return root.named(name);
  }
  return [root];
}

const isEvent = (node: JsonNode): boolean => node.first('specversion') !== undefined;

function ofEvent(tree: JsonTree, node: JsonNode): Result<Found, Fault[]> {
  const type = node.first('type');
  const said = type?.text ?? '';
  if (!/^1\.\d+$/.test(node.first('specversion')?.text ?? '')) {
    const values = { path: 'specversion', expected: '1.0' };
    return fail([at('ADAPTER_SHARED_MEMBER', tree, node.first('specversion') ?? node, values)]);
  }
  return taken(tree, node, said.startsWith(eventType) ? said.slice(eventType.length) : said, type, 'data');
}

const ofDocument = (tree: JsonTree, node: JsonNode): Result<Found, Fault[]> =>
  taken(tree, node, node.first('type')?.text ?? '', node.first('type'), 'body');

/** What may stand beside a document: its names, and what the hub itself tells of one that it has normalised. */
const besides: ReadonlySet<string> = new Set([
  'type',
  'body',
  'id',
  'source',
  'sender',
  'time',
  'schemaVersion',
  'keys',
  'orderKey',
  'occurredAt',
  'lineage',
]);

/** A member that is misplaced would be lost without a word. Events of CloudEvents may carry what they like. */
const strangers = (tree: JsonTree, node: JsonNode): Fault[] =>
  node.children
    .filter(({ name }) => !besides.has(name))
    .slice(0, 20)
    .map((child) => at('ADAPTER_SHARED_STRANGE', tree, child, { path: child.name.slice(0, 60) }));

function taken(
  tree: JsonTree,
  node: JsonNode,
  type: string,
  typeNode: JsonNode | undefined,
  member: 'body' | 'data',
): Result<Found, Fault[]> {
  const bodyNode = node.first(member);
  const faults: Fault[] = [];
  if (!isDocumentType(type) || isMadeByNode(type)) {
    faults.push(at('ADAPTER_SHARED_TYPE', tree, typeNode ?? node, { type: type.slice(0, 64) }));
  }
  if (bodyNode?.type !== 'object') {
    faults.push(at('ADAPTER_SHARED_MEMBER', tree, bodyNode ?? node, { path: member, expected: '{ … }' }));
  }
  if (faults.length > 0 || bodyNode?.type !== 'object') return fail(faults);
  const inexact = inexactNumber(bodyNode);
  if (inexact)
    return fail([at('ADAPTER_SHARED_NUMBER', tree, inexact, { value: inexact.text.slice(0, 60) })]);
  const body: JsonObject = JSON.parse(tree.text.slice(bodyNode.from, bodyNode.to));
  const [id, source] = ['id', 'source'].map((name) => node.first(name)?.text ?? '');
  return ok({
    type,
    body,
    name: id ? [source, id].join('|') : undefined,
    place: (pointer) => placeAt(tree, bodyNode, body, pointer),
    lineage: () => lineageOf(tree, bodyNode, body),
  });
}

/** A number that a program does not keep as it is written; decimals of documents are texts. */
function inexactNumber(node: JsonNode): JsonNode | undefined {
  if (node.type === 'number') {
    const value = Number(node.text);
    const isWhole = /^-?\d+$/.test(node.text);
    return Number.isFinite(value) && (!isWhole || Number.isSafeInteger(value)) ? undefined : node;
  }
  for (const child of node.children) {
    const found = inexactNumber(child);
    if (found) return found;
  }
  return undefined;
}

/** The same document or the same event twice in one message is a mistake in making it, such as a file joined to itself. */
function repeated(tree: JsonTree, documents: readonly Found[], nodes: readonly JsonNode[]): Fault[] {
  if (documents.length < 2 || documents.length < nodes.length) return [];
  const seen = new Map<string, number>();
  const faults: Fault[] = [];
  documents.forEach(({ name, type, body }, i) => {
    const key = name ?? canonicalJson([type, body]);
    const node = nodes[i];
    if (seen.has(key) && node && faults.length < 20) {
      const values = { first: (seen.get(key) ?? 0) + 1, second: i + 1 };
      faults.push(at('ADAPTER_SHARED_DOUBLED', tree, node, values));
    }
    if (!seen.has(key)) seen.set(key, i);
  });
  return faults;
}

function at(
  code: keyof typeof adapterFaults.definitions,
  tree: JsonTree,
  node: JsonNode,
  values: Readonly<Record<string, string | number>>,
): Fault {
  const place = { path: tree.path(node), span: tree.bytes({ from: node.from, to: node.to }) };
  return adapterFaults.make(code, { place, values });
}
