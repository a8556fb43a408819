import { hash } from 'node:crypto';

/**
 * The hash tree of RFC 6962 §2.1: leaves and nodes are hashed with a byte before them that tells them apart, so no node
 * can be passed off as a leaf.
 */
const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

const digest = (bytes: Buffer): Buffer => hash('sha256', bytes, 'buffer');

export const leafHash = (leaf: Uint8Array): Buffer => digest(Buffer.concat([leafMark, leaf]));

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  digest(Buffer.concat([nodeMark, left, right]));

/** What stands for a tree without leaves. */
const emptyRoot = digest(Buffer.alloc(0));

/** Every level of a tree, leaves first, root last: for many paths of one tree. */
export type MerkleLevels = readonly (readonly Buffer[])[];

export function merkleLevels(leaves: readonly Uint8Array[]): MerkleLevels {
  let level: readonly Buffer[] = leaves.map(leafHash);
  const levels = [level];
  while (level.length > 1) levels.push((level = above(level)));
  return levels;
}

/** The root over leaves in their order. */
export const merkleRoot = (leaves: readonly Uint8Array[]): Buffer =>
  merkleLevels(leaves).at(-1)?.[0] ?? emptyRoot;

/** A node without a neighbour rises as it is: that gives the tree of the standard, whose left part is a power of two. */
function above(level: readonly Buffer[]): Buffer[] {
  const next: Buffer[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]];
    if (left) next.push(right ? nodeHash(left, right) : left);
  }
  return next;
}

/** The neighbours on the way from a leaf to the root: with the leaf they give the root again, and nothing else does. */
export const merklePath = (levels: MerkleLevels, index: number): Buffer[] =>
  levels.slice(0, -1).flatMap((level, depth) => level[Math.floor(index / 2 ** depth) ^ 1] ?? []);

/**
 * The root that a leaf and its path lead to; `undefined` when the path does not fit a tree of that size.
 *
 * @param count leaves of the tree
 */
export function rootOfPath(
  leaf: Uint8Array,
  index: number,
  count: number,
  path: readonly Uint8Array[],
): Buffer | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || index < 0 || index >= count)
    return undefined;
  let node = leafHash(leaf);
  let used = 0;
  let at = index;
  for (let size = count; size > 1; size = Math.ceil(size / 2)) {
    if ((at ^ 1) < size) {
      const neighbour = path[used++];
      if (neighbour?.length !== 32) return undefined;
      node = at % 2 === 0 ? nodeHash(node, neighbour) : nodeHash(neighbour, node);
    }
    at = Math.floor(at / 2);
  }
  return used === path.length ? node : undefined;
}
