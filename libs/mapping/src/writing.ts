import type { Fault } from '#kernel';
import { DraftNode } from './draft-node.js';
import { mappingFaults } from './faults.js';
import { maxFaults } from './reading.js';
import type { Shapes, Way } from './shape.js';

/** Values that are not in the documents: control references, times of sending. */
export type WriteParams = Readonly<Record<string, string>>;

/** State of one writing. */
export class WriteRun {
  readonly faults: Fault[] = [];
  /** Rules with `when` wait until all others have written, fixed values until those are done too. */
  readonly conditional: (() => void)[] = [];
  readonly fills: (() => void)[] = [];
  readonly interchange: DraftNode | undefined;
  readonly messages: DraftNode[] = [];
  message: DraftNode;
  private pack: DraftNode | undefined;
  private readonly lists = new Map<DraftNode, Map<string, string>>();
  /** Pointer of the item being written. */
  base = '';
  document = 0;

  constructor(
    private readonly shapes: Shapes,
    readonly params: WriteParams,
  ) {
    this.interchange = shapes.interchange && new DraftNode(shapes.interchange, undefined);
    this.message = this.begin();
  }

  /** What a rule has written outside of the document or item, for all that share the node that its path starts at. */
  shared(rule: string, owner: DraftNode): string | undefined {
    return this.lists.get(owner)?.get(rule);
  }

  share(rule: string, owner: DraftNode, text: string): void {
    const lists = this.lists.get(owner) ?? new Map<string, string>();
    this.lists.set(owner, lists.set(rule, text));
  }

  /** The node that a path starts at; the message for what stands in the envelope. */
  owner(way: Way, scope: DraftNode): DraftNode {
    return way.start === 'scope' ? this.start(way, scope, this.message) : this.message;
  }

  /** Starts a further message of the interchange. */
  begin(): DraftNode {
    const message = new DraftNode(this.shapes.message, this.interchange);
    this.messages.push(message);
    this.message = message;
    return message;
  }

  /** Packages are written only where a rule says something of UNG. */
  get package(): DraftNode | undefined {
    return this.pack;
  }

  make(way: Way, scope: DraftNode, message: DraftNode): DraftNode {
    let node = this.start(way, scope, message);
    for (let i = 0; i < way.slots.length; i++) node = node.make(way.slots[i] ?? 0, way.nth?.[i]);
    return node;
  }

  find(way: Way, scope: DraftNode, message: DraftNode): DraftNode | undefined {
    if (way.start === 'envelope' && way.shape.parent === this.shapes.package && !this.pack) return undefined;
    let node: DraftNode | undefined = this.start(way, scope, message);
    for (let i = 0; i < way.slots.length && node; i++) node = node.find(way.slots[i] ?? 0, way.nth?.[i]);
    return node;
  }

  /** The node that a list appends to: all steps but the last. */
  append(way: Way, scope: DraftNode, message: DraftNode): DraftNode {
    let node = this.start(way, scope, message);
    const last = way.slots.length - 1;
    way.slots.forEach((slot, i) => {
      node = i === last ? node.append(slot) : node.make(slot, way.nth?.[i]);
    });
    return node;
  }

  fault(
    code: keyof typeof mappingFaults.definitions,
    pointer: string,
    values: Readonly<Record<string, string | number>>,
    path?: string,
  ): void {
    if (this.faults.length >= maxFaults) return;
    const place = { pointer, ...(path === undefined ? {} : { path }) };
    this.faults.push(mappingFaults.make(code, { place, values: { ...values, document: this.document } }));
  }

  private start(way: Way, scope: DraftNode, message: DraftNode): DraftNode {
    if (way.start === 'message') return message;
    if (way.start === 'envelope') return this.envelope(way);
    let node = scope;
    for (let i = 0; i < way.up; i++) node = node.parent ?? node;
    return node;
  }

  private envelope(way: Way): DraftNode {
    const { interchange, shapes } = this;
    if (!interchange) throw new Error('no envelope');
    if (way.shape.parent !== shapes.package || !shapes.package) return interchange;
    this.pack ??= new DraftNode(shapes.package, interchange);
    return this.pack;
  }
}
