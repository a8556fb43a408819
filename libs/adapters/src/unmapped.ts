import type { DocumentScope, MappingDefinition, Rule } from '#mapping';
import type { Leaf, SourceNode, SourceTree } from '#syntax';
import { normaliseLimits } from './limits.js';

/** A value of a message that no rule of its mapping names. */
export interface UnmappedValue {
  readonly path: string;
  readonly value: string;
  readonly span: { readonly from: number; readonly to: number };
  /** Which document of the message it belongs to; undefined for a value that stands outside of them. */
  readonly document: Place | undefined;
}

/** One of the documents of a kind that a message gives, from 0, in the order of the message. */
interface Place {
  readonly type: string;
  readonly index: number;
}

export interface Unmapped {
  readonly values: readonly UnmappedValue[];
  /** How many more there were. */
  readonly dropped: number;
}

/** What the rules name at an element, and below it. */
interface Named {
  readonly inside: Map<string, Named>;
  readonly attributes: Set<string>;
  text: boolean;
  repeats: boolean;
  /** A document of this type begins here. */
  starts: string | undefined;
  /** The last visit to an element around it that met it: whether it is there again. Visits are counted on and on. */
  visit: number;
}

/**
 * Finds the values of an XML message that no rule names, so that a new generation of a message loses nothing before
 * its mapping is extended. An element that the mapping expects once and that is there again counts as not named.
 * Made once for a mapping; looking through a message costs one walk.
 *
 * @param leaveOut names of elements that are passed over where no rule names them, with all that is in them
 * @param envelope name of the element that another message is in
 */
export function unmappedFinder(
  mapping: MappingDefinition,
  leaveOut: readonly string[] = [],
  envelope?: string,
): (tree: SourceTree, scopes?: readonly DocumentScope[]) => Unmapped {
  const root = none();
  const silent = new Set(leaveOut);
  let visits = 0;
  const kinds = mapping.documents.map(({ type, each, when, rules }) => {
    const start = at(root, root, each);
    start.repeats = true;
    if (start !== root) start.starts = type;
    // Kinds that begin at the same place name what is theirs: what one reads another may lose.
    const own = when === undefined ? start : none();
    for (const rule of rules) name(rule, own, root);
    return { type, own };
  });
  return (tree, scopes = []) => {
    const values: UnmappedValue[] = [];
    let found = 0;
    const begun = new Map<string, number>();
    /** Values of each document, so that one of them leaves room for the others. */
    const counts = new Map<Place | undefined, number>();
    const starts = new Map<SourceNode, { readonly place: Place; readonly own: Named }>();
    for (const { node, kind } of scopes) {
      const known = kinds[kind];
      if (known) starts.set(node, { place: begin(begun, known.type), own: known.own });
    }
    const report = (node: SourceNode, leaf: Leaf, document: Place | undefined): void => {
      const value = node.value(leaf)?.trim() ?? '';
      if (value === '') return;
      found++;
      const count = (counts.get(document) ?? 0) + 1;
      if (count > normaliseLimits.extensions) return;
      counts.set(document, count);
      values.push({ path: tree.path(node, leaf), value, span: tree.bytes(node.valueSpan(leaf)), document });
    };
    const look = (node: SourceNode, known: Named | undefined, within: Place | undefined): void => {
      const start = scopes.length > 0 ? starts.get(node) : undefined;
      const named = start?.own ?? known;
      const begins = start?.place ?? (named?.starts === undefined ? undefined : begin(begun, named.starts));
      const document = begins ?? within;
      if (!named?.text) report(node, { at: 'text' }, document);
      if (node.attributes.size > 0) {
        for (const name of node.attributes.keys()) {
          if (bookkeeping.test(name) || named?.attributes.has(name)) continue;
          report(node, { at: 'attribute', name }, document);
        }
      }
      if (node.children.length === 0 || node.name === envelope) return;
      const visit = ++visits;
      for (const child of node.children) {
        const inside = named?.inside.get(child.name);
        if (!inside) {
          if (!silent.has(child.name)) look(child, undefined, document);
          continue;
        }
        const again = inside.visit === visit && !inside.repeats;
        inside.visit = visit;
        look(child, again ? undefined : inside, document);
      }
    };
    look(tree.root, root, undefined);
    return { values, dropped: Math.max(0, found - values.length) };
  };
}

function begin(begun: Map<string, number>, type: string): Place {
  const index = begun.get(type) ?? 0;
  begun.set(type, index + 1);
  return { type, index };
}

/** Attributes that say how the XML is to be read, not what it says. */
const bookkeeping = /^(?:xmlns|xml:|xsi:|(?:noNamespaceS|s)chemaLocation$)/;

function name(rule: Rule, scope: Named, root: Named): void {
  const from = rule.from === undefined ? [] : typeof rule.from === 'string' ? [rule.from] : rule.from;
  const sources = [...from, ...Object.values(rule.of ?? {})];
  if (rule.rules) {
    const [source = rule.each ?? '.'] = sources;
    const inner = at(scope, root, source);
    if (rule.each !== undefined) inner.repeats = true;
    for (const one of rule.rules) name(one, inner, root);
    return;
  }
  for (const source of sources) {
    const [, path = '', attribute] = /^(.*?)\/?(?:@([^/]+))?$/.exec(source) ?? [];
    const place = at(scope, root, source.startsWith('/') ? `/${path}` : path);
    if (attribute === undefined) place.text = true;
    else place.attributes.add(attribute);
  }
}

/** Follows a path; `..` is not followed, as what it names is named where it stands. */
function at(scope: Named, root: Named, path: string): Named {
  let place = path.startsWith('/') ? root : scope;
  const steps = path.replace(/\[[^\]]*\]|#\d+/g, '').match(/'[^']*'|"[^"]*"|[^/]+/g) ?? [];
  for (const written of steps) {
    const step = written.replace(/^(['"])(.*)\1$/, '$2');
    if (step === '' || step === '.' || step === '..') continue;
    let inner = place.inside.get(step);
    if (!inner) place.inside.set(step, (inner = none()));
    place = inner;
  }
  return place;
}

const none = (): Named => ({
  inside: new Map(),
  attributes: new Set(),
  text: false,
  repeats: false,
  starts: undefined,
  visit: 0,
});
