import type { Fault } from '#kernel';
import { chainFaults } from './faults.js';
import type { PublicKeyLike } from '../node-key.js';
import { beginning, readCheckpoint, verifyCheckpoint, type BlockHead } from './checkpoint.js';
import { readEntries, type Entry } from './entry.js';
import { merkleRoot } from './merkle.js';

/** A block as it is kept, or as an export gives it. */
export interface KeptBlock {
  readonly checkpoint: string;
  readonly entries: Buffer;
}

/** What is known after looking at a block. */
export interface CheckedBlock {
  /** `undefined` when its head cannot be read. */
  readonly head: BlockHead | undefined;
  /** Empty when they are not those that were sealed. */
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
}

/**
 * Looks at blocks in their order, one at a time: their signatures, that each follows the one before, and that the
 * entries are those that were sealed. It keeps nothing but the last head.
 */
export class ChainReader {
  private last: BlockHead | undefined;

  /**
   * @param keys public keys of the node, retired ones too
   * @param whole the first block must be the first of all: nothing may be missing before it
   */
  constructor(
    private readonly keys: readonly PublicKeyLike[],
    private readonly whole: boolean,
  ) {}

  /** The newest head that was looked at. */
  get head(): BlockHead | undefined {
    return this.last;
  }

  next(block: KeptBlock): CheckedBlock {
    const verified = verifyCheckpoint(block.checkpoint, this.keys);
    const head = verified.ok ? verified.value : readCheckpoint(block.checkpoint);
    const faults: Fault[] = verified.ok ? [] : [verified.error];
    if (!head) return { head, entries: [], faults };
    faults.push(...this.place(head));
    this.last = head;
    const entries = readEntries(block.entries);
    const sealed =
      entries?.length === head.entries &&
      merkleRoot(entries.map(({ bytes }) => bytes)).toString('hex') === head.root;
    if (sealed) return { head, entries, faults };
    faults.push(chainFaults.make('EVIDENCE_BLOCK_CHANGED', { values: { height: head.height } }));
    return { head, entries: [], faults };
  }

  private place(head: BlockHead): Fault[] {
    const before = this.last;
    const expected = before ? before.height + 1 : this.whole ? 1 : head.height;
    const gap = { from: expected, to: head.height - 1 };
    if (head.height > expected) return [chainFaults.make('EVIDENCE_BLOCKS_MISSING', { values: gap })];
    const previous = before?.hash.toString('hex') ?? (head.height === 1 ? beginning : head.previous);
    return head.height === expected && head.previous === previous && (before?.node ?? head.node) === head.node
      ? []
      : [chainFaults.make('EVIDENCE_CHAIN_BROKEN', { values: { height: head.height } })];
  }
}
