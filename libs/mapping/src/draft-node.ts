import type { Cells, Leaf, NodeKind, TreeNode } from '#syntax';
import type { Shape } from './shape.js';

const noRepeats: TreeNode['repeats'] = new Map();
const noCells: Cells = [];

/** A node of a message being written. */
export class DraftNode implements TreeNode {
  text = '';
  readonly attributes = new Map<string, string>();
  readonly cells: string[][] = [];
  private readonly slots: (DraftNode[] | undefined)[] = [];

  constructor(
    readonly shape: Shape,
    readonly parent: DraftNode | undefined,
  ) {}

  get kind(): NodeKind {
    return this.shape.kind;
  }

  get name(): string {
    return this.shape.name;
  }

  get repeats(): TreeNode['repeats'] {
    return noRepeats;
  }

  get listed(): boolean {
    return this.shape.listed;
  }

  get scalar(): TreeNode['scalar'] {
    return this.shape.scalar;
  }

  get children(): readonly TreeNode[] {
    const children: TreeNode[] = [];
    for (const index of this.shape.order) children.push(...(this.slots[index] ?? []));
    const trigger = this.shape.kind === 'group' ? this.shape.group?.entries[0] : undefined;
    if (trigger && children[0]?.name !== trigger.tag) {
      const [qualifier] = trigger.qualifiers ?? [];
      children.unshift(bareSegment(trigger.tag, qualifier));
    }
    return children;
  }

  /** @param nth from 0 */
  find(slot: number, nth = 0): DraftNode | undefined {
    return this.slots[slot]?.[nth];
  }

  /** A node of a slot, made where there is none, with those that come before it. */
  make(slot: number, nth = 0): DraftNode {
    const found = this.find(slot, nth);
    if (found) return found;
    for (let before = this.slots[slot]?.length ?? 0; before < nth; before++) this.append(slot);
    return this.append(slot);
  }

  /** A further node of a slot, with the values that its conditions say. */
  append(slot: number): DraftNode {
    const shape = this.shape.slots[slot];
    if (!shape) throw new Error(`${this.name} has no slot ${slot}`);
    const node = new DraftNode(shape, this);
    const nodes = this.slots[slot];
    if (nodes) nodes.push(node);
    else this.slots[slot] = [node];
    for (const { way, leaf, value } of shape.fixed) {
      let at = node;
      for (const index of way) at = at.make(index);
      at.set(leaf, value);
    }
    return node;
  }

  get(leaf: Leaf): string {
    if (leaf.at === 'text') return this.text;
    if (leaf.at === 'attribute') return this.attributes.get(leaf.name) ?? '';
    return this.cells[leaf.element - 1]?.[leaf.component - 1] ?? '';
  }

  set(leaf: Leaf, value: string): void {
    if (leaf.at === 'text') {
      this.text = value;
    } else if (leaf.at === 'attribute') {
      this.attributes.set(leaf.name, value);
    } else {
      while (this.cells.length < leaf.element) this.cells.push([]);
      const element = this.cells[leaf.element - 1] ?? [];
      while (element.length < leaf.component) element.push('');
      element[leaf.component - 1] = value;
    }
  }
}

/** A group that nothing was written into but its inner segments still needs the segment that starts it. */
function bareSegment(tag: string, qualifier: string | undefined): TreeNode {
  return {
    kind: 'segment',
    name: tag,
    children: [],
    text: '',
    attributes: new Map(),
    cells: qualifier === undefined ? noCells : [[qualifier]],
    repeats: noRepeats,
  };
}
