import type { Leaf, SourceNode } from '#syntax';
import type { Path, Step, StepCondition } from './path.js';

/** Where a rule stands while reading: the node of the nearest `each`, and the message. */
export interface Scope {
  readonly node: SourceNode;
  readonly message: SourceNode;
}

/** The first node of a path for which `accept` gives something. */
export type Search = <T>(
  scope: SourceNode,
  message: SourceNode,
  accept: (node: SourceNode) => T | undefined,
) => T | undefined;

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

type Start = (scope: SourceNode, message: SourceNode) => SourceNode | undefined;
type Accept<T> = (node: SourceNode) => T | undefined;

/** Compiles the steps of a path. The node taken is the first, in order, from which the rest of the path succeeds. */
export function compileSearch(path: Path): Search {
  const start = compileStart(path);
  const steps = path.steps.map(compileStep);
  const [only] = steps;
  if (steps.length === 0) {
    return (scope, message, accept) => {
      const node = start(scope, message);
      return node && accept(node);
    };
  }
  if (only && steps.length === 1) {
    return (scope, message, accept) => {
      const node = start(scope, message);
      return node && only(node, accept);
    };
  }
  return (scope, message, accept) => {
    const node = start(scope, message);
    return node && descend(steps, 0, node, accept);
  };
}

/** All nodes of a path, in order. */
export function compileSelect(path: Path): (scope: SourceNode, message: SourceNode) => readonly SourceNode[] {
  const search = compileSearch(path);
  return (scope, message) => {
    const found: SourceNode[] = [];
    search(scope, message, (node) => {
      found.push(node);
      return undefined;
    });
    return found;
  };
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

function compileStart(path: Path): Start {
  const kind = envelopeOf(path);
  if (kind !== undefined) {
    return (_, message) => {
      for (let node = message.parent; node; node = node.parent) if (node.kind === kind) return node;
      return undefined;
    };
  }
  if (path.absolute) return (_, message) => message;
  const { up } = path;
  if (up === 0) return (scope) => scope;
  return (scope) => {
    let node: SourceNode | undefined = scope;
    for (let i = 0; i < up && node; i++) node = node.parent;
    return node;
  };
}

type CompiledStep = <T>(node: SourceNode, accept: Accept<T>) => T | undefined;

function descend<T>(
  steps: readonly CompiledStep[],
  index: number,
  node: SourceNode,
  accept: Accept<T>,
): T | undefined {
  const step = steps[index];
  return step ? step(node, (next) => descend(steps, index + 1, next, accept)) : accept(node);
}

function compileStep({ name, conditions }: Step): CompiledStep {
  const tests = conditions.map(compileCondition);
  const [test] = tests;
  const several = tests.length > 1;
  return (node, accept) => {
    const { children } = node;
    const list = children.length > indexedFrom ? node.named(name) : children;
    for (const child of list) {
      if (child.name !== name || (test && !test(child))) continue;
      if (several && !tests.every((each) => each(child))) continue;
      const found = accept(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** Above this number of children their index by name is quicker than a walk. */
const indexedFrom = 8;

function compileCondition({ names, leaf, operator, values }: StepCondition): (node: SourceNode) => boolean {
  const read = names.length === 0 ? (node: SourceNode) => valueAt(node, leaf) : below(names, leaf);
  const [only = ''] = values;
  if (operator === 'exists') return (node) => read(node) !== undefined;
  if (operator === 'is') {
    return values.length === 1
      ? (node) => read(node)?.trim() === only
      : (node) => values.includes(read(node)?.trim() ?? '');
  }
  return (node) => {
    const value = read(node)?.trim();
    return value !== undefined && !values.includes(value);
  };
}

function below(names: readonly string[], leaf: Leaf): (node: SourceNode) => string | undefined {
  const steps = names.map((name) => compileStep({ name, conditions: [] }));
  return (node) => descend(steps, 0, node, (last) => valueAt(last, leaf));
}
