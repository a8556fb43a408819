import type { Leaf, SourceNode, SourceTree } from '#syntax';
import type { LineageEntry, LineagePlace } from './reading.js';

/** Where a value stands. */
export interface Origin {
  readonly node: SourceNode;
  readonly leaf: Leaf;
}

/**
 * What a leaf of a document was read from, as the reader meets it: nodes of the tree, no paths and no bytes yet. Keeping
 * one costs a fraction of its lineage entry, which is made when somebody asks.
 */
export class Trace {
  declare readonly origin: Origin | undefined;
  declare readonly others: readonly Origin[];
  declare private readonly base: string;
  declare private readonly inside: string;
  declare private readonly rule: string;
  declare private made: LineageEntry | undefined;

  /**
   * @param base pointer of the item that the rule is read in
   * @param inside pointer of the leaf in that item
   * @param origin undefined for a constant or a default
   * @param others the further places of a value that is made of several
   */
  constructor(
    base: string,
    inside: string,
    rule: string,
    origin: Origin | undefined,
    others: readonly Origin[] = none,
  ) {
    this.origin = origin;
    this.others = others;
    this.base = base;
    this.inside = inside;
    this.rule = rule;
    this.made = undefined;
  }

  /** JSON pointer in the document. */
  get pointer(): string {
    return this.base + this.inside;
  }

  /** @param tree the one that was read */
  entry(tree: SourceTree): LineageEntry {
    return (this.made ??= this.make(tree));
  }

  private make(tree: SourceTree): LineageEntry {
    const { pointer, rule, origin, others } = this;
    if (!origin) return { pointer, rule, const: true };
    const place = placeOf(tree, origin);
    if (others.length === 0) return { pointer, rule, ...place };
    return { pointer, rule, ...place, also: others.map((other) => placeOf(tree, other)) };
  }
}

const none: readonly Origin[] = [];

const placeOf = (tree: SourceTree, { node, leaf }: Origin): LineagePlace => ({
  path: tree.path(node, leaf),
  span: tree.bytes(node.valueSpan(leaf)),
});
