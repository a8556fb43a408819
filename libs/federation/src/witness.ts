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
}

/**
 * Nodes that exchange documents see to each other's past: each signs the newest checkpoint of the other, when it agrees
 * with the one it saw before. From then on neither can write its history anew unseen.
 */
export class Witness {
  constructor(private readonly parts: WitnessParts) {}

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
