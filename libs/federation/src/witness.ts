import { chainFaults, cosign, verifyCheckpoint, verifyCosignature, type NodeKey } from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import { blocksFrom, currentCheckpoint, keepCosignature, keepPeerCheckpoint, type Sql } from '#store';
import type { PeerNode } from './peer-directory.js';

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

/**
 * Nodes that exchange documents see to each other's past: each signs the newest checkpoint of the other, when it agrees
 * with the one it saw before. From then on neither can write its history anew unseen.
 */
export class Witness {
  /** What was signed last for each peer: the same checkpoint again costs nothing. */
  private readonly signed = new Map<string, { readonly checkpoint: string; readonly signature: string }>();

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

  /** What came from a peer with a request or an answer. */
  async receive(peer: PeerNode, { checkpoint, cosignature }: Vouchers): Promise<void> {
    await this.guarded(peer, async () => {
      if (cosignature !== undefined) this.tell(peer, await this.take(peer, cosignature));
      if (checkpoint === undefined || this.signed.get(peer.code)?.checkpoint === checkpoint) return;
      const signature = await this.sign(peer, checkpoint);
      this.tell(peer, signature);
      if (signature.ok) this.signed.set(peer.code, { checkpoint, signature: signature.value });
      else this.signed.delete(peer.code);
    });
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
   * Sign what a peer has given. A checkpoint that was signed before is signed again.
   *
   * @returns the co-signature for it; `EVIDENCE_PEER_FORKED` and `EVIDENCE_PEER_BEHIND` are for the administrator
   */
  async sign(peer: PeerNode, checkpoint: string): Promise<Result<string, Fault>> {
    const { sql, self, key, now } = this.parts;
    const verified = verifyCheckpoint(checkpoint, peer.keys);
    if (!verified.ok) return verified;
    const head = verified.value;
    const values = { node: peer.code, height: head.height };
    if (head.node !== peer.code) return fail(chainFaults.make('EVIDENCE_CHECKPOINT_MALFORMED'));
    const { height, hash } = head;
    const seen = { nodeCode: peer.code, height, hash, checkpoint, seenAt: now() };
    const finding = await sql.transaction((tx) => keepPeerCheckpoint(tx, seen));
    if (finding === 'forked') return fail(chainFaults.make('EVIDENCE_PEER_FORKED', { values }));
    if (finding === 'behind') return fail(chainFaults.make('EVIDENCE_PEER_BEHIND', { values }));
    return ok(cosign(key(), self, head, now()));
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
