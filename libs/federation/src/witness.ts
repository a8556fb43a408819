import {
  chainFaults,
  cosign,
  verifyCheckpoint,
  verifyCosignature,
  type BlockHead,
  type NodeKey,
} from '#evidence';
import { fail, ok, uuidv7, type Fault, type Result } from '#kernel';
import {
  blocksFrom,
  currentCheckpoint,
  keepCosignature,
  keepPeerCheckpoint,
  tellFork,
  type PeerCheckpointFinding,
  type PeerHead,
  type Sql,
} from '#store';
import type { PeerNode } from './peer-directory.js';
import { followPeer } from './witness-follow.js';

export interface WitnessParts {
  readonly sql: Sql;
  /** Code of this node. */
  readonly self: string;
  readonly key: () => NodeKey;
  readonly now: () => number;
  /** Told of what is wrong with what a peer gave: documents are exchanged all the same. */
  readonly onFault: (peer: string, error: Fault | Error) => void;
}

/** What two nodes give each other beside documents. */
export interface Vouchers {
  /** The newest of the node that gives it: JWS. */
  readonly checkpoint?: string;
  /** For the checkpoint that the other has given last: JWS. */
  readonly cosignature?: string;
}

/** A checkpoint of a peer, and what it says. */
interface Given {
  readonly head: BlockHead;
  readonly checkpoint: string;
}

/**
 * Nodes that exchange documents see to each other's past: each signs the newest checkpoint of the other, when it agrees
 * with the one it saw before. From then on neither can write its history anew unseen.
 */
export class Witness {
  /** What was signed last for each peer: the same checkpoint again costs nothing. */
  private readonly signed = new Map<string, { readonly checkpoint: string; readonly signature: string }>();

  /** Blocks of peers that are asked for, by the peer. */
  private readonly following = new Map<string, Promise<void>>();

  constructor(private readonly parts: WitnessParts) {}

  /** What goes to a peer with a request or an answer. */
  async give(peer: PeerNode): Promise<Vouchers> {
    const signature = this.signed.get(peer.code)?.signature;
    const own = await this.guarded(peer, () => this.checkpoint());
    return {
      ...(own === undefined ? {} : { checkpoint: own }),
      ...(signature === undefined ? {} : { cosignature: signature }),
    };
  }

  /**
   * What came from a peer with a request or an answer. When blocks lie between what was seen and what is given they are
   * asked for meanwhile, and the signature goes with a later request: documents do not wait for it.
   */
  async receive(peer: PeerNode, { checkpoint, cosignature }: Vouchers): Promise<void> {
    await this.guarded(peer, async () => {
      if (cosignature !== undefined) this.tell(peer, await this.take(peer, cosignature));
      if (checkpoint === undefined || this.signed.get(peer.code)?.checkpoint === checkpoint) return;
      const given = this.read(peer, checkpoint);
      const finding = given.ok ? await this.keep(given.value) : undefined;
      if (given.ok && finding && 'last' in finding) return this.followLater(peer, checkpoint);
      await this.signOrTell(peer, checkpoint);
    });
  }

  /** Resolves when nothing is asked of peers any more. */
  async settled(): Promise<void> {
    await Promise.all(this.following.values());
  }

  private followLater(peer: PeerNode, checkpoint: string): void {
    if (this.following.has(peer.code)) return;
    const work = this.guarded(peer, () => this.signOrTell(peer, checkpoint)).finally(() =>
      this.following.delete(peer.code),
    );
    this.following.set(peer.code, work);
  }

  private async signOrTell(peer: PeerNode, checkpoint: string): Promise<void> {
    const signature = await this.sign(peer, checkpoint);
    this.tell(peer, signature);
    if (signature.ok) this.signed.set(peer.code, { checkpoint, signature: signature.value });
    else this.signed.delete(peer.code);
  }

  private tell(peer: PeerNode, result: Result<unknown, Fault>): void {
    if (!result.ok) this.parts.onFault(peer.code, result.error);
  }

  /** Nothing about checkpoints may keep documents from their way. */
  private async guarded<T>(peer: PeerNode, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.parts.onFault(peer.code, error instanceof Error ? error : new Error(String(error)));
      return undefined;
    }
  }

  /** What to give a peer together with whatever else is sent; absent while nothing is sealed. */
  async checkpoint(): Promise<string | undefined> {
    return (await currentCheckpoint(this.parts.sql))?.checkpoint;
  }

  /**
   * Sign what a peer has given, when it goes on from what was seen: the peer is asked for what lies between. A checkpoint
   * that was signed before is signed again.
   *
   * @returns the co-signature for it; of `EVIDENCE_PEER_FORKED` and `EVIDENCE_PEER_BEHIND` the administration is told
   */
  async sign(peer: PeerNode, checkpoint: string): Promise<Result<string, Fault>> {
    const { self, key, now } = this.parts;
    const given = this.read(peer, checkpoint);
    if (!given.ok) return given;
    const { head } = given.value;
    const judged = await this.judge(peer, given.value);
    if (!judged.ok) {
      const { code } = judged.error;
      if (code === 'EVIDENCE_PEER_FORKED' || code === 'EVIDENCE_PEER_BEHIND')
        await this.tellFork(given.value, judged.error);
      return judged;
    }
    return ok(cosign(key(), self, head, now()));
  }

  private read(peer: PeerNode, checkpoint: string): Result<Given, Fault> {
    const verified = verifyCheckpoint(checkpoint, peer.keys);
    if (!verified.ok) return verified;
    if (verified.value.node !== peer.code) return fail(chainFaults.make('EVIDENCE_CHECKPOINT_MALFORMED'));
    return ok({ head: verified.value, checkpoint });
  }

  private keep({ head, checkpoint }: Given, followed?: PeerHead): Promise<PeerCheckpointFinding> {
    const { sql, now } = this.parts;
    const { node, height, hash } = head;
    const previous = Buffer.from(head.previous, 'hex');
    const seen = { nodeCode: node, height, hash, previous, checkpoint, seenAt: now() };
    return sql.transaction((tx) => keepPeerCheckpoint(tx, seen, followed));
  }

  /** Whether a checkpoint goes on from what was seen, and from nothing else. */
  private async judge(peer: PeerNode, given: Given): Promise<Result<true, Fault>> {
    const { height } = given.head;
    const values = { node: peer.code, height };
    const forked = fail(chainFaults.make('EVIDENCE_PEER_FORKED', { values }));
    const unfollowed = (reason: string) =>
      fail(chainFaults.make('EVIDENCE_PEER_UNFOLLOWED', { values: { ...values, reason } }));
    const finding = await this.keep(given);
    if (finding.kind === 'forked') return forked;
    if (!('last' in finding)) return ok(true);
    const behind = finding.kind === 'behind';
    let reached: PeerHead = finding.last;
    const keepReached = async (one: Given): Promise<void> => {
      if (behind) return;
      await this.keep(one, reached);
      reached = one.head;
    };
    const [from, to] = behind ? [given.head, finding.last] : [finding.last, given.head];
    const followed = await followPeer(peer, from, to, keepReached);
    if (followed.kind === 'forked') return forked;
    if (followed.kind === 'unknown') return unfollowed(followed.reason);
    if (followed.kind === 'more') return unfollowed('there are more of them than are asked for at once');
    if (followed.kind === 'ended')
      return behind
        ? fail(chainFaults.make('EVIDENCE_PEER_BEHIND', { values }))
        : unfollowed('its list ends before');
    if (behind) return ok(true);
    const kept = await this.keep(given, reached);
    if (kept.kind === 'forked') return forked;
    return kept.kind === 'gap' ? unfollowed('another process is at it') : ok(true);
  }

  private async tellFork({ head, checkpoint }: Given, fault: Fault): Promise<void> {
    const { sql, now } = this.parts;
    const { node, height, hash } = head;
    const foundAt = now();
    const fork = { nodeCode: node, height, hash, checkpoint, fault, foundAt };
    await sql.transaction((tx) => tellFork(tx, fork, uuidv7(foundAt)));
  }

  /** Keep what a peer has signed of a block of this node. */
  async take(peer: PeerNode, signature: string): Promise<Result<true, Fault>> {
    const { sql, self, now } = this.parts;
    const verified = verifyCosignature(signature, peer.keys);
    if (!verified.ok) return verified;
    const { by, node, height, hash } = verified.value;
    const [block] = await blocksFrom(sql, height, 1);
    // What is of another block than ours is kept too: it is the peer's proof that ours was changed.
    if (by !== peer.code || node !== self || !block)
      return fail(chainFaults.make('EVIDENCE_COSIGNATURE_STRANGE', { values: { node: peer.code } }));
    await keepCosignature(sql, {
      height,
      nodeCode: by,
      hash: Buffer.from(hash, 'hex'),
      signature,
      receivedAt: now(),
    });
    return ok(true);
  }
}
