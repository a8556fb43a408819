import type { Leaf, SourceNode } from '#syntax';
import type { InferLimits } from './limits.js';
import type { Opened } from './open-samples.js';

/** A place of the samples that has a value, and what its values are. */
export interface Place {
  /** From the message: `DecLists/DecList/GNo`, `UNIT/LOC[1=9].2.1`. */
  readonly path: string;
  /** The nodes around it that repeat, outermost first, as paths from the message. */
  readonly scopes: readonly string[];
  /** Names from the innermost outwards, for what they mean. */
  readonly names: readonly string[];
  /** How many of the nodes that could have it have it. */
  readonly share: number;
  readonly count: number;
  /** Different values with how often each is there; bounded, the rest is counted in `count` alone. */
  readonly values: ReadonlyMap<string, number>;
}

interface Growing {
  path: string;
  scopes: readonly string[];
  names: readonly string[];
  count: number;
  holders: Set<SourceNode>;
  values: Map<string, number>;
}

const valueLength = 200;

/** A segment with a qualifier is mostly meant once: it repeats where it does so in this share of its places. */
const oftenEnough = 0.3;

/** All places with values, in the order of first appearance. */
export function profile({ syntax, samples }: Opened, limits: InferLimits): readonly Place[] {
  const grammar = syntax === 'edifact' || syntax === 'flat' ? 'segments' : 'tree';
  const messages = samples.flatMap((sample) => sample.messages);
  const walker = new Walker(grammar, limits);
  for (const message of messages) walker.findRepeated(message, '');
  for (const message of messages) walker.walk(message, message, '', [], []);
  return walker.places();
}

/** Element numbers by which a segment tells what it is about. */
const qualified = new Map([
  ...['LOC', 'NAD', 'MEA', 'TDT', 'FTX', 'TMP', 'PIA', 'CTA', 'ALI', 'PCI'].map((tag): [string, string] => [
    tag,
    '1',
  ]),
  ...['RFF', 'DTM', 'QTY', 'CNT', 'MOA', 'PAC', 'GEI', 'ERC'].map((tag): [string, string] => [tag, '1.1']),
]);

class Walker {
  private readonly repeated = new Set<string>();
  private readonly found = new Map<string, Growing>();
  private readonly holders = new Map<string, number>();
  private readonly counted = new Map<string, { nodes: number; several: number }>();
  private visited = 0;

  constructor(
    private readonly grammar: 'segments' | 'tree',
    private readonly limits: InferLimits,
  ) {}

  findRepeated(node: SourceNode, path: string): void {
    if (this.visited++ > this.limits.nodes) return;
    const counts = new Map<string, number>();
    for (const child of node.children) {
      const step = this.stepOf(child);
      if (step === undefined) continue;
      counts.set(step, (counts.get(step) ?? 0) + 1);
      const below = join(path, step);
      if (child.listed === true || child.kind === 'group' || isListItem(node, child))
        this.repeated.add(below);
      if (child.kind !== 'segment') this.findRepeated(child, below);
    }
    for (const [step, count] of counts) {
      const below = join(path, step);
      const seen = this.counted.get(below) ?? { nodes: 0, several: 0 };
      seen.nodes++;
      if (count > 1) seen.several++;
      this.counted.set(below, seen);
      if (count > 1 && seen.several >= seen.nodes * (step.includes('=') ? oftenEnough : 0))
        this.repeated.add(below);
      else if (step.includes('=') && seen.several < seen.nodes * oftenEnough) this.repeated.delete(below);
    }
  }

  walk(
    node: SourceNode,
    holder: SourceNode,
    path: string,
    scopes: readonly string[],
    names: readonly string[],
  ): void {
    if (this.visited++ > 2 * this.limits.nodes) return;
    if (node === holder) {
      const scope = scopes[scopes.length - 1] ?? '';
      this.holders.set(scope, (this.holders.get(scope) ?? 0) + 1);
    }
    this.ownValues(node, holder, path, scopes, names);
    for (const child of node.children) {
      const step = this.stepOf(child);
      if (step === undefined) continue;
      const below = join(path, step);
      const isScope = this.repeated.has(below);
      this.walk(
        child,
        isScope ? child : holder,
        below,
        isScope ? [...scopes, below] : scopes,
        [this.grammar === 'tree' ? child.name : step, ...names].slice(0, 4),
      );
    }
  }

  places(): Place[] {
    return [...this.found.values()].map(({ path, scopes, names, count, holders, values }) => ({
      path,
      scopes,
      names,
      count,
      values,
      share: holders.size / Math.max(1, this.holders.get(scopes[scopes.length - 1] ?? '') ?? 1),
    }));
  }

  private ownValues(
    node: SourceNode,
    holder: SourceNode,
    path: string,
    scopes: readonly string[],
    names: readonly string[],
  ): void {
    for (const [leaf, suffix, name] of this.leavesOf(node)) {
      const value = node.value(leaf)?.trim();
      if (value === undefined || value === '') continue;
      const at = leaf.at === 'attribute' ? join(path, suffix) : path + suffix;
      const place = this.place(at, scopes, name === '' ? names : [name, ...names]);
      if (!place) continue;
      place.count++;
      place.holders.add(holder);
      const short = value.slice(0, valueLength);
      const { values } = place;
      if (values.has(short) || values.size < this.limits.values)
        values.set(short, (values.get(short) ?? 0) + 1);
    }
  }

  private place(path: string, scopes: readonly string[], names: readonly string[]): Growing | undefined {
    const known = this.found.get(path);
    if (known) return known;
    if (this.found.size >= this.limits.places) return undefined;
    const made = {
      path,
      scopes,
      names,
      count: 0,
      holders: new Set<SourceNode>(),
      values: new Map<string, number>(),
    };
    this.found.set(path, made);
    return made;
  }

  /** Leaves with how they are written at the end of a path, and a name of their own. */
  private leavesOf(node: SourceNode): readonly (readonly [Leaf, string, string])[] {
    if (this.grammar === 'tree') {
      const text: readonly [Leaf, string, string] = [{ at: 'text' }, '', ''];
      const attributes = [...node.attributes.keys()]
        .filter((name) => !/^xmlns|^xsi:|^xml:/.test(name) && !name.includes(':'))
        .map((name): readonly [Leaf, string, string] => [{ at: 'attribute', name }, `@${name}`, name]);
      return node.children.length > 0 ? attributes : [text, ...attributes];
    }
    const qualifier = qualified.get(node.name);
    return node.cells.flatMap((cells, e) =>
      cells.flatMap((_, c): (readonly [Leaf, string, string])[] => {
        const element = e + 1;
        const component = c + 1;
        const place = component === 1 ? `${element}` : `${element}.${component}`;
        if (qualifier === `${element}.${component}` || (component === 1 && qualifier === `${element}`))
          return [];
        const written = cells.length > 1 && component === 1 ? `${element}.1` : place;
        return [[{ at: 'cell', element, component, repetition: 1 }, `.${written}`, '']];
      }),
    );
  }

  private stepOf(node: SourceNode): string | undefined {
    if (node.kind !== 'segment') return node.name;
    if (node.name === 'UNT' || node.name === 'UNZ') return undefined;
    const place = qualified.get(node.name);
    if (place === undefined) return node.name;
    const value = node.value({ at: 'cell', element: 1, component: 1, repetition: 1 })?.trim();
    return value !== undefined && /^[A-Z0-9]{1,3}$/.test(value)
      ? `${node.name}[${place}=${value}]`
      : node.name;
  }
}

/** Path of the node that a value is of: an element, or a segment. */
export const nodeOf = (path: string): string => path.replace(/(?:^|\/)@[^/]+$|\.\d+(?:\.\d+)?$/, '');

/** One of a list that has no other in the samples: its parent's name says so, or its own does. */
function isListItem(parent: SourceNode, { name, children, kind }: SourceNode): boolean {
  if (kind !== 'element') return false;
  if (name === 'row') return true;
  if (children.length < 2) return false;
  const [outer, inner] = [parent.name.toLowerCase(), name.toLowerCase()];
  return (
    outer === `${inner}s` ||
    outer === `${inner}list` ||
    (outer.endsWith('s') && outer.endsWith(`${inner}s`)) ||
    /list$|item$|detail$/.test(inner)
  );
}

const join = (path: string, step: string): string => (path === '' ? step : `${path}/${step}`);
