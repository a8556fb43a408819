import type { MappingDefinition, Origin, ReadDocument, Rule } from '#mapping';
import type { Leaf, SourceNode, SourceTree } from '#syntax';
import { normaliseLimits } from '../limits.js';
import type { Unmapped, UnmappedValue } from '../unmapped.js';
import { cell, messagesOf, typeOf } from './integrity.js';

/** A value of an interchange that no rule has read, and the document it belongs to. */
export type UnmappedCell = Omit<UnmappedValue, 'document'> & { readonly document: number | undefined };

export interface UnmappedCells extends Omit<Unmapped, 'values'> {
  readonly values: readonly UnmappedCell[];
}

/** Segments that say nothing by a qualifier alone: a time that is not known, a temperature that is not set. */
const valued = new Set(['DTM', 'TMP', 'RNG', 'MEA', 'DIM', 'LOC', 'RFF', 'NAD', 'CNT']);

/** Counts and references of the envelope, and the marks between sections: written anew, no content. */
const structural = new Set(['UNA', 'UNT', 'UNE', 'UNZ', 'UNS']);

/**
 * Finds the values of an interchange that no rule has read: a segment that the structure does not know, a second one
 * where one is expected, a component that is not mapped. A qualifier that a condition of the mapping names counts as
 * read where something of its segment was. Made once for a mapping; the documents must have their traces.
 */
export function unmappedCells(
  mapping: MappingDefinition,
): (tree: SourceTree, documents: readonly ReadDocument[]) => UnmappedCells {
  const known = qualifiersOf(mapping);
  const [{ each } = { each: '.' }] = mapping.documents;
  const type = mapping.options.message ?? '';
  return (tree, documents) => {
    const read = leavesRead(documents);
    const owners = ownersOf(tree, type, each, documents.length);
    const values: UnmappedCell[] = [];
    let found = 0;
    const look = (node: SourceNode, document: number | undefined): void => {
      const owner = owners.get(node) ?? document;
      if (node.kind === 'message' && typeOf(node) !== type) return;
      if (node.kind !== 'segment') for (const child of node.children) look(child, owner);
      else if (!structural.has(node.name)) {
        for (const leaf of lostIn(node, read.get(node) ?? none, known)) {
          if (++found > normaliseLimits.extensions) return;
          const value = node.value(leaf)?.trim() ?? '';
          const span = tree.bytes(node.valueSpan(leaf));
          values.push({ path: tree.path(node, leaf), value, span, document: owner });
        }
      }
    };
    look(tree.root, undefined);
    return { values, dropped: Math.max(0, found - values.length) };
  };
}

/** By segment what was read of it. Documents of one message share what it says for all: that is there once. */
function leavesRead(documents: readonly ReadDocument[]): ReadonlyMap<SourceNode, readonly CellLeaf[]> {
  const read = new Map<SourceNode, CellLeaf[]>();
  const add = ({ node, leaf }: Origin): void => {
    if (leaf.at !== 'cell') return;
    const known = read.get(node);
    if (!known) read.set(node, [leaf]);
    else if (!known.some((one) => isSame(one, leaf))) known.push(leaf);
  };
  for (const { traces = [] } of documents) {
    for (const { origin, others } of traces) {
      if (origin) add(origin);
      for (const other of others) add(other);
    }
  }
  return read;
}

const none: readonly CellLeaf[] = [];

const isSame = (one: CellLeaf, other: CellLeaf): boolean =>
  one.element === other.element && one.component === other.component && one.repetition === other.repetition;

function lostIn(
  segment: SourceNode,
  read: readonly CellLeaf[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
): Leaf[] {
  let anyRead = false;
  let anyOther = false;
  const lost: { leaf: CellLeaf; qualifier: boolean }[] = [];
  for (const { leaf, value } of valuesIn(segment)) {
    if (listsNothing(segment, leaf)) continue;
    if (read.some((one) => isSame(one, leaf))) {
      anyRead = true;
      if (!saysMore(segment, leaf, value)) continue;
    }
    const { element, component } = leaf;
    const qualifier = known.get(`${segment.name}.${element}.${component}`);
    const known_ = qualifier !== undefined && (qualifier.has(value) || qualifier.has(''));
    if (!known_) anyOther = true;
    lost.push({ leaf, qualifier: known_ });
  }
  if (!anyOther || (lost.length === 1 && !anyRead && valued.has(segment.name) && isFirst(lost[0]?.leaf))) {
    return [];
  }
  return lost.filter(({ qualifier }) => !(qualifier && anyRead)).map(({ leaf }) => leaf);
}

/** A time whose zone has a name, and a period of which the start is read: the document has not all that they say. */
function saysMore(segment: SourceNode, { element, component }: CellLeaf, value: string): boolean {
  if (segment.name !== 'DTM' || element !== 1 || component !== 2) return false;
  if (/^\d{8,}[A-Za-z]{2,}$/.test(value)) return !/(?:UTC|GMT)$/.test(value);
  return /^7\d\d$/.test(cell(segment, 1, 3) ?? '');
}

/** A code list, or its agency, that no code is of: terminals write them also where they leave the code out. */
function listsNothing({ name, cells }: SourceNode, { element, component }: CellLeaf): boolean {
  if (!listed.has(name) || element < 2 || (component !== 2 && component !== 3)) return false;
  return (cells[element - 1] ?? []).every((value, i) => i === 1 || i === 2 || value.trim() === '');
}

/** Segments whose second elements are a code, its list, the agency of the list, and a name. */
const listed = new Set(['LOC', 'NAD']);

const isFirst = (leaf: CellLeaf | undefined): boolean => leaf?.element === 1 && leaf.component === 1;

type CellLeaf = Extract<Leaf, { at: 'cell' }>;

/** What is more than blanks. */
function valuesIn({ cells, repeats }: SourceNode): { leaf: CellLeaf; value: string }[] {
  const values: { leaf: CellLeaf; value: string }[] = [];
  const add = (components: readonly string[], element: number, repetition: number): void => {
    components.forEach((text, i) => {
      const value = text.trim();
      if (value !== '') values.push({ leaf: { at: 'cell', element, component: i + 1, repetition }, value });
    });
  };
  cells.forEach((components, i) => {
    add(components, i + 1, 1);
    repeats.get(i)?.forEach((again, r) => add(again, i + 1, r + 2));
  });
  return values;
}

/** Which document a node is the whole of: the messages, or the groups in them, in their order. */
function ownersOf(
  tree: SourceTree,
  type: string,
  each: string,
  documents: number,
): ReadonlyMap<SourceNode, number> {
  const messages = messagesOf(tree.root).filter((message) => typeOf(message) === type);
  const nodes = each === '.' ? messages : messages.flatMap((message) => message.named(each));
  return nodes.length === documents ? new Map(nodes.map((node, i) => [node, i])) : new Map();
}

/** `[1.1=BM]` of a segment, `[TDT.1=20]` of a group. */
const condition = /\[(?:([A-Z]{3})\.)?([\d.]+)=([^\]]*)\]/g;

/** By place (`LOC.1.1`) the qualifiers that conditions of the mapping ask for; an empty one stands for any. */
function qualifiersOf(mapping: MappingDefinition): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>([['UNH.2.1', new Set([''])]]);
  const add = (place: string, values: readonly string[]): void => {
    const set = known.get(place) ?? new Set<string>();
    for (const value of values) set.add(value);
    known.set(place, set);
  };
  const visit = (rule: Rule, scope: string): void => {
    const from = rule.from === undefined ? [] : typeof rule.from === 'string' ? [rule.from] : rule.from;
    const sources = [...from, ...Object.values(rule.of ?? {})];
    for (const source of [...sources, ...(rule.each === undefined ? [] : [rule.each])]) {
      for (const [, tag = '', conditions = ''] of source.matchAll(/([A-Z]{3})((?:\[[^\]]*\])+)/g)) {
        for (const [, inner, place = '', values = ''] of conditions.matchAll(condition))
          add(`${inner ?? tag}.${place.includes('.') ? place : `${place}.1`}`, values.split('|'));
      }
      const tag = /([A-Z]{3})(?:\[[^/]*)?(?:\.[\d.]+)?$/.exec(source)?.[1] ?? scope;
      if (typeof rule.as === 'object' && 'dtm' in rule.as) add(`${tag}.1.3`, ['']);
    }
    const inner = rule.each === undefined ? scope : (/([A-Z]{3})(?:\[[^/]*)?$/.exec(rule.each)?.[1] ?? scope);
    for (const one of rule.rules ?? []) visit(one, inner);
  };
  for (const { rules } of mapping.documents) for (const rule of rules) visit(rule, '');
  return known;
}
