import type { SourceNode } from '#syntax';

const nowhere: readonly SourceNode[] = [];

/**
 * The children of the node that rules read from, by the number that each name has. A message is walked once and the
 * hundreds of rules that find nothing cost one look each. It holds the node it last looked at until it is cleared.
 */
export class Slots {
  /** The first child of each name. */
  readonly first: (SourceNode | undefined)[] = [];
  /** All children of a name that stands more than once. */
  readonly all: (SourceNode[] | undefined)[] = [];
  private readonly numbers = new Map<string, number>();
  private node: SourceNode | undefined;
  private repeated = false;

  /** The number of a name. All are asked for before the first look. */
  number(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(name, number);
      this.first.push(undefined);
      this.all.push(undefined);
    }
    return number;
  }

  look(node: SourceNode): void {
    if (this.node === node || this.numbers.size === 0) return;
    this.clear();
    this.node = node;
    const { first, all, numbers } = this;
    for (const child of node.children) {
      const number = numbers.get(child.name);
      if (number === undefined) continue;
      const before = first[number];
      if (!before) {
        first[number] = child;
        continue;
      }
      this.repeated = true;
      const list = all[number];
      if (list) list.push(child);
      else all[number] = [before, child];
    }
  }

  nodes(number: number): readonly SourceNode[] {
    const first = this.first[number];
    return this.all[number] ?? (first ? [first] : nowhere);
  }

  clear(): void {
    if (!this.node) return;
    this.node = undefined;
    this.first.fill(undefined);
    if (this.repeated) this.all.fill(undefined);
    this.repeated = false;
  }
}
