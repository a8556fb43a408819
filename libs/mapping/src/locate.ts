import type { Leaf, SourceNode } from '#syntax';
import { stepKey, type Path, type Step, type StepCondition } from './path.js';

/** Equal for paths of the same nodes. */
export const pathKey = (path: Path): string =>
  [path.absolute ? '/' : '../'.repeat(path.up), ...path.steps.map(stepKey)].join('/');

/** Segments of the envelope: they stand around the message and are addressed as though they stood in it. */
const envelopes: ReadonlyMap<string, string> = new Map([
  ['UNB', 'interchange'],
  ['UNZ', 'interchange'],
  ['UNG', 'package'],
  ['UNE', 'package'],
]);

export const envelopeOf = (path: Path): string | undefined =>
  path.absolute ? envelopes.get(path.steps[0]?.name ?? '') : undefined;

export const isEnvelopeTag = (name: string): boolean => envelopes.has(name);

/**
 * What the paths of a mapping have found so far. Hundreds of rules share a few dozen places, and the documents of one
 * message ask for the same ones again: each is looked for once per scope.
 */
export interface Found {
  readonly message: SourceNode;
  /** By number of the path: the node it was last asked from, and what it found there. */
  readonly anchors: (SourceNode | undefined)[];
  readonly nodes: (readonly SourceNode[])[];
}

/** All nodes of a path, in order. */
export type Locate = (scope: SourceNode, found: Found) => readonly SourceNode[];

const nowhere: readonly SourceNode[] = [];

/** One different path of a mapping, and how many rules go through it. */
interface Known {
  readonly locate: Locate;
  uses: number;
}

/**
 * Compiles the paths of one mapping, each different one once.
 *
 * @param repeated whether the messages give several documents each, which ask for the same places of the message
 */
export class Locator {
  private readonly known = new Map<string, Known>();

  constructor(private readonly repeated: boolean) {}

  /** How many different places there are. */
  get size(): number {
    return this.known.size;
  }

  /** The nodes of a path, its leaf left out. */
  locate(path: Path): Locate {
    const kind = envelopeOf(path);
    let key = kind ?? (path.absolute ? '/' : '../'.repeat(path.up));
    let { locate } = this.remember(key, () => compileStart(path, kind));
    for (const step of path.steps) {
      const outer = locate;
      key += `/${stepKey(step)}`;
      const use = (id: number, known: () => Known): Locate =>
        this.inner(outer, step, path.absolute, id, known);
      ({ locate } = this.remember(key, use));
    }
    return locate;
  }

  private inner(outer: Locate, step: Step, absolute: boolean, id: number, known: () => Known): Locate {
    const children = compileStep(step);
    const always = absolute && this.repeated;
    const search = (scope: SourceNode, found: Found): readonly SourceNode[] => {
      const parents = outer(scope, found);
      const [only] = parents;
      if (!only) return nowhere;
      return parents.length === 1 ? children(only) : parents.flatMap(children);
    };
    return (scope, found) => {
      if (!always && known().uses === 1) return search(scope, found);
      const anchor = absolute ? found.message : scope;
      if (found.anchors[id] === anchor) return found.nodes[id] ?? nowhere;
      const nodes = search(scope, found);
      found.anchors[id] = anchor;
      found.nodes[id] = nodes;
      return nodes;
    };
  }

  private remember(key: string, compile: (id: number, known: () => Known) => Locate): Known {
    const before = this.known.get(key);
    if (before) {
      before.uses++;
      return before;
    }
    const made: Known = { locate: compile(this.known.size, () => made), uses: 1 };
    this.known.set(key, made);
    return made;
  }
}

/** The value at the end of a path: of the first place that has one, white space alone being none. */
export function valueAt(node: SourceNode, leaf: Leaf): string | undefined {
  const value = node.value(leaf);
  return value === undefined || isBlank(value) ? undefined : value;
}

export function isBlank(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return false;
  }
  return true;
}

function compileStart(path: Path, kind: string | undefined): Locate {
  if (kind !== undefined) {
    return (_, { message }) => {
      for (let node = message.parent; node; node = node.parent) if (node.kind === kind) return [node];
      return nowhere;
    };
  }
  if (path.absolute) return (_, { message }) => [message];
  const { up } = path;
  if (up === 0) return (scope) => [scope];
  return (scope) => {
    let node: SourceNode | undefined = scope;
    for (let i = 0; i < up && node; i++) node = node.parent;
    return node ? [node] : nowhere;
  };
}

function compileStep(step: Step): (node: SourceNode) => readonly SourceNode[] {
  const all = compileNodes(step);
  const { nth } = step;
  if (nth === undefined) return all;
  return (node) => {
    const only = all(node)[nth - 1];
    return only ? [only] : nowhere;
  };
}

/** The children of a node that a step names and whose conditions hold. */
function compileNodes(step: Step): (node: SourceNode) => readonly SourceNode[] {
  const { name } = step;
  const holds = compileHolds(step);
  return (node) => {
    const { children } = node;
    const indexed = children.length > indexedFrom;
    const list = indexed ? node.named(name) : children;
    if (indexed && !holds) return list;
    let nodes: SourceNode[] | undefined;
    for (const child of list) {
      if (child.name !== name || (holds && !holds(child))) continue;
      if (nodes) nodes.push(child);
      else nodes = [child];
    }
    return nodes ?? nowhere;
  };
}

/** Whether the conditions of a step hold for a node; undefined when it has none. */
export function compileHolds({ conditions }: Step): ((node: SourceNode) => boolean) | undefined {
  const [test, ...others] = joined(conditions).map(compileCondition);
  if (!test || others.length === 0) return test;
  return (node) => test(node) && others.every((other) => other(node));
}

/** `[1!=9][1!=11]` looks at one place twice: as one condition it looks once. */
function joined(conditions: readonly StepCondition[]): readonly StepCondition[] {
  const merged: StepCondition[] = [];
  for (const condition of conditions) {
    const same = merged.findIndex(
      ({ operator, names, leaf }) =>
        operator === 'is-not' &&
        condition.operator === 'is-not' &&
        JSON.stringify([names, leaf]) === JSON.stringify([condition.names, condition.leaf]),
    );
    const earlier = merged[same];
    if (earlier) merged[same] = { ...earlier, values: [...earlier.values, ...condition.values] };
    else merged.push(condition);
  }
  return merged;
}

/** Above this number of children their index by name is quicker than a walk. */
const indexedFrom = 8;

function compileCondition({ names, leaf, operator, values }: StepCondition): (node: SourceNode) => boolean {
  const read = below(names, leaf);
  const [only = ''] = values;
  if (operator === 'exists') return (node) => read(node) !== undefined;
  if (operator === 'is') {
    return values.length === 1
      ? (node) => isTrimmed(read(node), only)
      : (node) => values.includes(read(node)?.trim() ?? '');
  }
  return (node) => {
    const value = read(node)?.trim();
    return value !== undefined && !values.includes(value);
  };
}

/** What is not longer than the value and not equal does not become so without its white space. */
const isTrimmed = (text: string | undefined, value: string): boolean =>
  text !== undefined && (text === value || (text.length > value.length && text.trim() === value));

function below(names: readonly string[], leaf: Leaf): (node: SourceNode) => string | undefined {
  const [first, ...rest] = names;
  if (first === undefined) return (node) => valueAt(node, leaf);
  const inner = below(rest, leaf);
  return (node) => {
    for (const child of node.named(first)) {
      const value = inner(child);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}
