import {
  takes,
  type Leaf,
  type NodeKind,
  type StructureEntry,
  type StructureGroup,
  type TreeNode,
} from '#syntax';
import type { Path, Step } from './path.js';
import { nodesKey } from './path.js';
import { envelopeOf } from './locate.js';

/**
 * A place of the message to be written: one for each different step that the paths of a mapping take from here. Known
 * before any document, so that writing finds its nodes by number and their order is settled once.
 */
export class Shape {
  readonly slots: Shape[] = [];
  /** Values that a node has from its conditions: `LOC[1=9]`. */
  readonly fixed: { readonly way: readonly number[]; readonly leaf: Leaf; readonly value: string }[] = [];
  /** Rules go through several nodes here, or tell one of several: a list where the syntax has lists. */
  listed = false;
  /** What is written here where it is no text, in a syntax that tells them apart. */
  scalar: TreeNode['scalar'];
  private readonly bySlot = new Map<string, number>();
  private sorted: readonly number[] | undefined;

  constructor(
    readonly kind: NodeKind,
    readonly name: string,
    readonly parent: Shape | undefined,
    /** The segments that a message or group may hold; undefined where no structure says. */
    readonly group: StructureGroup | undefined,
    /** Place among its siblings by the structure. */
    readonly position: number,
  ) {}

  /** The slot of a step, made where there is none; undefined when the structure has no such step. */
  slot(step: Step): number | undefined {
    const key = nodesKey(step);
    const known = this.bySlot.get(key);
    if (known !== undefined) return known;
    const shape = this.inner(step);
    if (!shape) return undefined;
    shape.listed = step.conditions.length > 0 || step.nth !== undefined;
    const index = this.slots.push(shape) - 1;
    this.bySlot.set(key, index);
    for (const { names, leaf, operator, values } of step.conditions) {
      if (operator !== 'is') continue;
      const way = shape.way(names.map((name) => ({ name, conditions: [] })));
      if (!way) return undefined;
      shape.fixed.push({ way, leaf, value: values[0] ?? '' });
    }
    return index;
  }

  /** Slot numbers from here down the steps. */
  way(steps: readonly Step[]): readonly number[] | undefined {
    const [first, ...rest] = steps;
    if (!first) return [];
    const index = this.slot(first);
    const below = index === undefined ? undefined : this.slots[index]?.way(rest);
    return index === undefined || !below ? undefined : [index, ...below];
  }

  /** Slot numbers in the order of writing: by structure, then by first mention. Asked once all paths are known. */
  get order(): readonly number[] {
    this.sorted ??= this.slots
      .map((slot, index) => ({ index, position: slot.position }))
      .sort((a, b) => a.position - b.position || a.index - b.index)
      .map(({ index }) => index);
    return this.sorted;
  }

  private inner(step: Step): Shape | undefined {
    if (this.kind === 'element') return new Shape('element', step.name, this, undefined, 0);
    if (this.kind === 'segment') return undefined;
    if (step.name === 'UNH' || !this.group) return new Shape('segment', step.name, this, undefined, -1);
    const entry = this.group.entries.find((candidate) => fits(candidate, step));
    if (!entry) return undefined;
    const kind = entry.group?.name === step.name ? 'group' : 'segment';
    return new Shape(kind, step.name, this, kind === 'group' ? entry.group : undefined, entry.position);
  }
}

function fits(entry: StructureEntry, step: Step): boolean {
  if (entry.group) return entry.group.name === step.name;
  if (entry.tag !== step.name) return false;
  const ofQualifier = step.conditions.filter(
    ({ leaf, names }) =>
      leaf.at === 'cell' && leaf.element === 1 && leaf.component === 1 && names.length === 0,
  );
  const qualifier = ofQualifier.find(({ operator }) => operator === 'is')?.values[0];
  if (qualifier !== undefined) return takes(entry, qualifier);
  const others = new Set(
    ofQualifier.flatMap(({ operator, values }) => (operator === 'is-not' ? values : [])),
  );
  const { qualifiers, except } = entry;
  return !qualifiers || except || [...qualifiers].some((one) => !others.has(one));
}

/** A path as slot numbers, from one of three places. */
export interface Way {
  readonly start: 'scope' | 'message' | 'envelope';
  /** Parents to go up from the scope; the kind of envelope is that of the first slot. */
  readonly up: number;
  readonly slots: readonly number[];
  /** Of each slot the node that is meant, from 0; undefined: the first of all of them. */
  readonly nth: readonly number[] | undefined;
  readonly shape: Shape;
}

/** The shapes of one mapping. */
export class Shapes {
  readonly interchange: Shape | undefined;
  readonly package: Shape | undefined;

  private constructor(
    readonly message: Shape,
    interchange: Shape | undefined,
    pack: Shape | undefined,
  ) {
    this.interchange = interchange;
    this.package = pack;
  }

  static tree(root: string): Shapes {
    return new Shapes(new Shape('element', root, undefined, undefined, 0), undefined, undefined);
  }

  static segments(structure: StructureGroup | undefined): Shapes {
    const interchange = new Shape('interchange', 'interchange', undefined, undefined, 0);
    const pack = new Shape('package', 'package', interchange, undefined, 0);
    return new Shapes(new Shape('message', 'message', interchange, structure, 0), interchange, pack);
  }

  /** Undefined when a step is not in the structure, or the path leads out of the message. */
  resolve(path: Path, scope: Shape): Way | undefined {
    const kind = envelopeOf(path);
    const envelope = this.message.kind === 'message' ? kind : undefined;
    if (envelope !== undefined) {
      const shape = envelope === 'package' ? this.package : this.interchange;
      return shape && wayFrom(shape, 'envelope', 0, path);
    }
    if (path.absolute) return wayFrom(this.message, 'message', 0, path);
    let from = scope;
    for (let i = 0; i < path.up; i++) {
      if (from === this.message || !from.parent) return undefined;
      from = from.parent;
    }
    return wayFrom(from, 'scope', path.up, path);
  }
}

function wayFrom(from: Shape, start: Way['start'], up: number, path: Path): Way | undefined {
  const slots = from.way(path.steps);
  if (!slots) return undefined;
  let shape = from;
  for (const index of slots) shape = shape.slots[index] ?? shape;
  const counted = path.steps.some(({ nth }) => nth !== undefined);
  const nth = counted ? path.steps.map((step) => (step.nth ?? 1) - 1) : undefined;
  return { start, up, slots, nth, shape };
}
