/** Children up to this number are looked through; above it an index by name is made once. */
const indexedFrom = 8;

const nothing: readonly never[] = Object.freeze([]);
export const noChildren: readonly never[] = nothing;
export const noAttributes: ReadonlyMap<string, string> = new Map();
export const noCells: readonly (readonly string[])[] = nothing;
export const noRepeats: ReadonlyMap<number, readonly (readonly string[])[]> = new Map();

/** A node whose children are asked for by name, many times: long lists of them are looked through only once. */
export abstract class NamedNode<N extends { readonly name: string; nextSame: N | undefined }> {
  /** Replaced by a list of its own with the first child: most nodes have none. */
  declare list: N[] | undefined;
  /** The next sibling of the same name, once the parent has an index. */
  declare nextSame: N | undefined;
  declare private index: Map<string, N> | undefined;

  /** Assigned here: fields that are defined cost a call of their own for every node, half of the time of parsing. */
  constructor() {
    this.list = undefined;
    this.nextSame = undefined;
    this.index = undefined;
  }

  get children(): readonly N[] {
    return this.list ?? nothing;
  }

  push(child: N): void {
    this.index = undefined;
    if (this.list) this.list.push(child);
    else this.list = [child];
  }

  first(name: string): N | undefined {
    const { list } = this;
    if (!list) return undefined;
    if (list.length > indexedFrom) return (this.index ?? this.makeIndex(list)).get(name);
    for (const child of list) if (child.name === name) return child;
    return undefined;
  }

  named(name: string): readonly N[] {
    const { list } = this;
    if (!list) return nothing;
    if (list.length <= indexedFrom) return list.filter((child) => child.name === name);
    let child = (this.index ?? this.makeIndex(list)).get(name);
    if (!child) return nothing;
    const found: N[] = [];
    for (; child; child = child.nextSame) found.push(child);
    return found;
  }

  /** From the last to the first, so that each name leads to its first and every node to its next. */
  private makeIndex(list: readonly N[]): Map<string, N> {
    const index = new Map<string, N>();
    for (let at = list.length - 1; at >= 0; at--) {
      const child = list[at];
      if (!child) continue;
      child.nextSame = index.get(child.name);
      index.set(child.name, child);
    }
    this.index = index;
    return index;
  }
}
