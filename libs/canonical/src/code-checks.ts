import type { Fault, Json, JsonObject } from '#kernel';
import { codeLists, type CodeList, type Standing } from './code-lists/index.js';
import { canonicalFaults } from './faults.js';
import { isObject, placesOf } from './marks.js';

/** Different codes of one document that are reported: enough to mend it, and never a flood. */
export const maxCodeFindings = 100;

/** The marked places of a schema as a tree, so that all of them are visited in one walk. */
interface CodedTree {
  /** Ids of the lists that the value, or its parts between slashes, is from. */
  lists: readonly string[] | undefined;
  /** Members beside the value that say whose list it is from. */
  agency: string;
  items: CodedTree | undefined;
  readonly members: (readonly [name: string, inside: CodedTree])[];
}

type Doubt = (list: CodeList, code: string, standing: Standing, pointer: string) => void;

/**
 * Compiles the check of a type's codes (`x-code-list` in its schema); undefined when it has none. A mark on an object is
 * about its `code` and goes before the mark of that; `a/b` is a value of two parts with a slash between.
 *
 * @returns a check of a document, as of the day that it tells of
 */
export function compileCodeCheck(
  schema: JsonObject,
): ((body: Json, on: () => string | undefined, findings: Fault[]) => void) | undefined {
  const tree = codedTree(schema);
  if (!tree) return undefined;
  return (body, on, findings) => {
    const day = once(on);
    let doubtful = false;
    walk(tree, body, undefined, day, () => (doubtful = true));
    if (!doubtful) return;
    const told = new Set<string>();
    walk(tree, body, '', day, (list, code, standing, pointer) => {
      const key = `${list.id} ${code}`;
      if (told.has(key) || told.size >= maxCodeFindings) return;
      told.add(key);
      findings.push(finding(list, code, standing, pointer, day()));
    });
  };
}

/** The list that each place of a type is from, by JSON pointer, for pages about the schema. */
export function codeListOf(schema: JsonObject): string | undefined {
  const mark = schema['x-code-list'];
  return typeof mark === 'string' ? mark : undefined;
}

function codedTree(schema: JsonObject): CodedTree | undefined {
  const marked = placesOf(schema).flatMap(({ steps, schema: place }) => {
    const lists = codeListOf(place)?.split('/');
    return lists ? [{ steps, lists, ofObject: place.type === 'object' }] : [];
  });
  if (marked.length === 0) return undefined;
  const root = emptyTree('');
  for (const { steps, lists, ofObject } of marked) if (!ofObject) at(root, steps).lists = lists;
  for (const { steps, lists, ofObject } of marked) if (ofObject) at(root, [...steps, 'code']).lists = lists;
  return root;
}

const emptyTree = (agency: string): CodedTree => ({
  lists: undefined,
  agency,
  items: undefined,
  members: [],
});

function at(root: CodedTree, steps: readonly string[]): CodedTree {
  let tree = root;
  for (const step of steps) {
    let inside = step === '*' ? tree.items : tree.members.find(([name]) => name === step)?.[1];
    if (!inside) {
      inside = emptyTree(step === 'code' ? 'agency' : `${step}Agency`);
      if (step === '*') tree.items = inside;
      else tree.members.push([step, inside]);
    }
    tree = inside;
  }
  return tree;
}

/** @param pointer undefined where none is wanted: nearly every document has nothing to report */
function walk(
  tree: CodedTree,
  value: Json | undefined,
  pointer: string | undefined,
  on: () => string | undefined,
  doubt: Doubt,
): void {
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    const { items } = tree;
    if (!items) return;
    list.forEach((item, index) => {
      const inside = pointer === undefined ? undefined : `${pointer}/${index}`;
      if (typeof item === 'string') look(items, item, undefined, inside, on, doubt);
      else walk(items, item, inside, on, doubt);
    });
  } else if (isObject(value)) {
    for (const [name, member] of tree.members) {
      const inner = value[name];
      if (inner === undefined) continue;
      const inside = pointer === undefined ? undefined : `${pointer}/${name}`;
      if (typeof inner === 'string') look(member, inner, value, inside, on, doubt);
      else walk(member, inner, inside, on, doubt);
    }
  }
}

function look(
  { lists, agency }: CodedTree,
  value: string,
  around: JsonObject | undefined,
  pointer: string | undefined,
  on: () => string | undefined,
  doubt: Doubt,
): void {
  if (!lists) return;
  const parts = lists.length === 1 ? [value] : value.split('/');
  for (let part = 0; part < lists.length; part++) {
    const code = parts[part];
    const list = codeLists().get(lists[part] ?? '');
    if (!list || code === undefined || code === '') continue;
    if (around && isOfAnother(list, around, agency)) continue;
    let standing = list.lookup(code);
    if (hasPeriod(standing)) standing = list.lookup(code, on());
    if (isDoubtful(standing)) doubt(list, code, standing, pointer ?? '');
  }
}

/** Whether the message says that the code is from another agency's list, or from one of two parties' own. */
function isOfAnother({ agencies }: CodeList, around: JsonObject, member: string): boolean {
  if (!agencies) return false;
  const agency = around[member];
  const kind = around[member === 'agency' ? 'codeList' : member.replace(/Agency$/, 'CodeList')];
  return (typeof agency === 'string' && !agencies.has(agency)) || kind === 'ZZZ';
}

const hasPeriod = (standing: Standing): boolean =>
  'entry' in standing && (standing.entry.from !== undefined || standing.entry.to !== undefined);

const isDoubtful = ({ is }: Standing): boolean =>
  is === 'unknown' || is === 'expired' || is === 'not-yet' || is === 'mistaken';

function finding(
  list: CodeList,
  value: string,
  standing: Standing,
  pointer: string,
  on: string | undefined,
): Fault {
  const values = { value, list: list.id, titleZh: list.title.zh, titleEn: list.title.en };
  const place = { pointer };
  if (!('entry' in standing)) return canonicalFaults.make('CANONICAL_CODE_UNKNOWN', { place, values });
  const { entry, instead } = standing;
  const named = {
    ...values,
    on: on ?? '',
    nameZh: entry.zh,
    nameEn: entry.en,
    from: entry.from ?? '',
    to: entry.to ?? '',
    insteadZh: instead ? `，应为 ${instead.code}（${instead.zh}）` : '',
    insteadEn: instead ? `; ${instead.code} (${instead.en}) is the code` : '',
  };
  if (standing.is === 'expired')
    return canonicalFaults.make('CANONICAL_CODE_EXPIRED', { place, values: named });
  if (standing.is === 'not-yet')
    return canonicalFaults.make('CANONICAL_CODE_NOT_YET', { place, values: named });
  return canonicalFaults.make('CANONICAL_CODE_MISTAKEN', { place, values: named });
}

function once(read: () => string | undefined): () => string | undefined {
  let known: { readonly value: string | undefined } | undefined;
  return () => (known ??= { value: read() }).value;
}
