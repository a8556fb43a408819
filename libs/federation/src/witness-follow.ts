import { readCheckpoint, verifyCheckpoint, type BlockHead } from '#evidence';
import type { PeerNode } from './peer-directory.js';
import { readText } from './read-text.js';

/** Checkpoints asked for at once, and bytes that an answer may have: one of them has about 700. */
const atOnce = 1_000;
const answerMost = 4 * 1024 * 1024;
/** Pages in a row; what is left is followed with the next exchange. More than a day of blocks. */
const pagesMost = 20;
/** Milliseconds that one page may take. */
const pageTimeout = 10_000;

/** A checkpoint as a peer lists it. */
export interface ListedHead {
  readonly head: BlockHead;
  readonly checkpoint: string;
}

/** What the checkpoints of a peer come to between two of them. */
export type Followed =
  /** Each follows the one before, up to the last one. */
  | { readonly kind: 'linked' }
  /** Up to here they do; there are more. */
  | { readonly kind: 'more'; readonly reached: ListedHead }
  /** One that the peer has signed does not follow the one before. */
  | { readonly kind: 'forked' }
  /** There are none up to there. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'unknown'; readonly reason: string };

type Head = Pick<BlockHead, 'height' | 'hash'>;

/**
 * Asks a peer for its checkpoints after one of them, page by page, up to another one. They hang together by their
 * hashes: signatures are looked at only of those at which it ends, as they are all that is told to anybody.
 *
 * @param kept called with the last one of each page, whose signature is good
 */
export async function followPeer(
  peer: PeerNode,
  from: Head,
  to: Head,
  kept: (reached: ListedHead) => Promise<void>,
): Promise<Followed> {
  const keys = [...peer.keys, ...peer.retired.map(({ jwk }) => jwk)];
  const signed = ({ checkpoint }: ListedHead): boolean => verifyCheckpoint(checkpoint, keys).ok;
  let last: ListedHead | undefined;
  let at: Head = from;
  for (let pages = 0; pages < pagesMost; pages++) {
    const page = await pageOf(peer, at.height);
    if (typeof page === 'string') return { kind: 'unknown', reason: page };
    if (page.length === 0) return { kind: 'ended' };
    for (const one of page) {
      const sound = one.head.height === at.height + 1 && one.head.previous === at.hash.toString('hex');
      const same = one.head.height !== to.height || one.head.hash.equals(to.hash);
      if (!sound || !same) return broken(one);
      if (one.head.height === to.height) return { kind: 'linked' };
      [last, at] = [one, one.head];
    }
    if (!last || !signed(last)) return { kind: 'unknown', reason: 'a checkpoint is not signed by that node' };
    await kept(last);
  }
  return last ? { kind: 'more', reached: last } : { kind: 'ended' };

  function broken(one: ListedHead): Followed {
    const proven = signed(one) && (last === undefined || signed(last));
    if (!proven || one.head.height !== at.height + 1)
      return { kind: 'unknown', reason: 'its list of checkpoints is not one' };
    return { kind: 'forked' };
  }
}

/** Why not, when there is no page. */
async function pageOf(peer: PeerNode, above: number): Promise<ListedHead[] | string> {
  try {
    const response = await fetch(`${peer.endpoint}/v1/checkpoints?above=${above}&limit=${atOnce}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(pageTimeout),
    });
    const text = await readText(response, answerMost);
    if (!response.ok || text === undefined) return `HTTP ${response.status}`;
    const items: unknown = Reflect.get(Object(JSON.parse(text)), 'items');
    const page = (Array.isArray(items) ? items : []).map((item) => listed(item, peer.code));
    return page.every((one) => one !== undefined) ? page : 'an answer that is no list of checkpoints';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function listed(item: unknown, node: string): ListedHead | undefined {
  const checkpoint: unknown = Reflect.get(Object(item), 'checkpoint');
  const head = typeof checkpoint === 'string' ? readCheckpoint(checkpoint) : undefined;
  return head?.node === node && typeof checkpoint === 'string' ? { head, checkpoint } : undefined;
}
