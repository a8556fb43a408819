/** Children up to this number are looked through; above it an index by name is made once. */
const indexedFrom = 8;

const nothing: readonly never[] = Object.freeze([]);
export const noChildren: readonly never[] = nothing;
export const noAttributes: ReadonlyMap<string, string> = new Map();
export const noCells: readonly (readonly string[])[] = nothing;
export const noRepeats: ReadonlyMap<number, readonly (readonly string[])[]> = new Map();

/** A node whose children are asked for by name, many times: long lists of them are looked through only once. */
export abstract class NamedNode<N extends { readonly name: string }> {
  /** Replaced by a list of its own with the first child: most nodes have none. */
  list: N[] | undefined;
  private index: Map<string, N[]> | undefined;

  get children(): readonly N[] {
    return this.list ?? nothing;
  }

  push(child: N): void {
    if (this.list) this.list.push(child);
    else this.list = [child];
  }

  first(name: string): N | undefined {
    const { list } = this;
    if (!list) return undefined;
    if (list.length > indexedFrom) return (this.index ?? this.makeIndex(list)).get(name)?.[0];
    for (const child of list) if (child.name === name) return child;
    return undefined;
  }

  named(name: string): readonly N[] {
    const { list } = this;
    if (!list) return nothing;
    if (list.length > indexedFrom) return (this.index ?? this.makeIndex(list)).get(name) ?? nothing;
    return list.filter((child) => child.name === name);
  }

  private makeIndex(list: readonly N[]): Map<string, N[]> {
    const index = new Map<string, N[]>();
    for (const child of list) {
      const same = index.get(child.name);
      if (same) same.push(child);
      else index.set(child.name, [child]);
    }
    this.index = index;
    return index;
  }
}
