import { NamedNode, noAttributes, noCells, noRepeats } from '../named.js';
import type { Leaf, NodeKind, SourceNode, Span } from '../tree.js';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/**
 * A value of a JSON text. The items of a list that is a member stand as children of the member's name, each by itself;
 * only a list inside of a list, and one that is the whole text, is a node of its own.
 */
export class JsonNode extends NamedNode<JsonNode> implements SourceNode {
  /** Members that are a list without items: they have no node. */
  declare empty: string[] | undefined;
  declare readonly name: string;
  declare parent: JsonNode | undefined;
  declare readonly type: JsonType;
  declare readonly from: number;
  declare to: number;
  declare private readonly source: string;
  declare private readonly resolved: string | undefined;

  /** @param resolved a string with escapes, as it is meant; any other value is as it stands */
  constructor(
    name: string,
    parent: JsonNode | undefined,
    type: JsonType,
    from: number,
    to: number,
    source: string,
    resolved?: string,
  ) {
    super();
    this.empty = undefined;
    this.name = name;
    this.parent = parent;
    this.type = type;
    this.from = from;
    this.to = to;
    this.source = source;
    this.resolved = resolved;
  }

  get kind(): NodeKind {
    return 'element';
  }

  get attributes(): typeof noAttributes {
    return noAttributes;
  }

  get cells(): typeof noCells {
    return noCells;
  }

  get repeats(): typeof noRepeats {
    return noRepeats;
  }

  /** A string resolved, a number or boolean as written; nothing for `null`, objects and lists. */
  get text(): string {
    const { type } = this;
    if (type === 'string') return this.resolved ?? this.source.slice(this.from + 1, this.to - 1);
    return type === 'number' || type === 'boolean' ? this.source.slice(this.from, this.to) : '';
  }

  value(leaf: Leaf): string | undefined {
    if (leaf.at !== 'text') return undefined;
    const { text } = this;
    return text === '' ? undefined : text;
  }

  /** Of a string what stands between its quotes. */
  valueSpan(leaf: Leaf): Span {
    const inner = leaf.at === 'text' && this.type === 'string' ? 1 : 0;
    return { from: this.from + inner, to: this.to - inner };
  }
}
