import { setImmediate as otherWork } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { NodeKey } from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import { signAnswer, verifyPeer, type PeerSigned, type SignedAnswer } from '../peer-signature.js';
import type { Vouchers, Witness } from '../witness.js';
import { custodyReceipt } from './custody.js';
import { transferFaults } from './faults.js';
import { checkOffer, said, type ProvenOffer } from './offers.js';
import { transferPath } from './peer-request.js';
import { takeOffers, type Refused, type Taken, type TakingWork } from './taking.js';
import { readBatch, type Offer, type TransferAnswer, type TransferBatch } from './wire.js';

const unpacked = promisify(gunzip);

export interface ReceivingWork extends TakingWork {
  readonly key: () => NodeKey;
  /** Co-signs the checkpoints of those that send; absent where nothing is sealed. */
  readonly witness?: Witness;
  /** Told after the commit. */
  readonly settled: (taken: {
    readonly interchangeId: string;
    readonly destinationIds: ReadonlySet<string>;
  }) => void;
}

const AT_ONCE = 20;

/** Takes what other nodes offer: verified, stored and routed in one transaction, and only then signed for. */
export class TransferDesk {
  constructor(private readonly work: ReceivingWork) {}

  async receive(request: PeerSigned): Promise<Result<SignedAnswer, Fault>> {
    const opened = await this.open(request);
    if (!opened.ok) return opened;
    const { batch, nonce } = opened.value;
    const { proven, refused } = await this.prove(batch);
    const taken = await takeOffers(this.work, { batch, body: request.body, proven, refused });
    if (!taken.ok) return taken;
    const { interchangeId, destinationIds } = taken.value;
    if (interchangeId !== undefined) this.work.settled({ interchangeId, destinationIds });
    return ok(await this.answer(batch, nonce, taken.value, [...refused, ...taken.value.refused]));
  }

  /** The batch, if it is signed by the node that sends it, for this node, now. Nothing is unpacked before. */
  private async open(request: PeerSigned): Promise<Result<{ batch: TransferBatch; nonce: string }, Fault>> {
    const { directory, limits, now } = this.work;
    const at = { directory, now: now(), tolerance: limits.tolerance };
    const verified = await verifyPeer(request, transferPath, at);
    if (!verified.ok) return verified;
    const { sender, nonce } = verified.value;
    const text = await this.unpack(request);
    const batch = text.ok ? readBatch(text.value, limits) : text;
    if (!batch.ok) return batch;
    const { receiver, sender: named } = batch.value;
    if (receiver !== directory.self()) {
      const values = { receiver, node: directory.self() };
      return fail(transferFaults.make('TRANSFER_RECEIVER_WRONG', { values }));
    }
    if (named !== sender) {
      const values = { sender: named, node: sender };
      return fail(transferFaults.make('TRANSFER_SENDER_MISMATCH', { values }));
    }
    return ok({ batch: batch.value, nonce });
  }

  private async unpack({ headers, body }: PeerSigned): Promise<Result<string, Fault>> {
    const { limits, directory } = this.work;
    if (headers['content-encoding'] !== 'gzip') return ok(Buffer.from(body).toString('utf8'));
    try {
      return ok((await unpacked(body, { maxOutputLength: limits.unpacked })).toString('utf8'));
    } catch (error) {
      const tooLarge =
        typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        error.code === 'ERR_BUFFER_TOO_LARGE';
      const values = { node: directory.self(), size: `> ${limits.unpacked} B`, reason: 'not gzip' };
      return fail(transferFaults.make(tooLarge ? 'TRANSFER_TOO_LARGE' : 'TRANSFER_MALFORMED', { values }));
    }
  }

  /** One by one: what is wrong with one document is no reason to refuse another. */
  private async prove(batch: TransferBatch): Promise<{ proven: ProvenOffer[]; refused: Refused[] }> {
    const proven: ProvenOffer[] = [];
    const refused: Refused[] = [];
    let asked = false;
    const check = (offer: Offer) => {
      const { directory, limits, now } = this.work;
      return checkOffer(offer, { sender: batch.sender, directory, limits, now: now() });
    };
    for (const [index, offer] of batch.documents.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await otherWork();
      let checked = check(offer);
      if (!checked.ok && !asked && mayBeNew.has(checked.error.code)) {
        asked = true;
        await this.work.directory.refresh();
        checked = check(offer);
      }
      if (checked.ok) proven.push(checked.value);
      else refused.push({ ...said(offer), problem: checked.error });
    }
    return { proven, refused };
  }

  private async answer(
    batch: TransferBatch,
    nonce: string,
    taken: Taken,
    refused: readonly Refused[],
  ): Promise<SignedAnswer> {
    const key = this.work.key();
    const node = this.work.directory.self();
    const receipts: TransferAnswer['receipts'][number][] = [];
    for (const [index, kept] of taken.kept.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await otherWork();
      const { documentId, originNode: origin, proof, createdAt: since } = kept;
      const receipt = custodyReceipt(key, { node, from: batch.sender, documentId, origin, proof, since });
      receipts.push({ id: documentId, receipt });
    }
    const told = refused.map(({ id, problem }) => ({ id, problem }));
    const vouchers = await this.vouch(batch);
    return signAnswer(
      key,
      { self: node, sender: batch.sender, nonce },
      { receipts, refused: told, ...vouchers },
    );
  }

  private async vouch(batch: TransferBatch): Promise<Vouchers> {
    const { witness, directory } = this.work;
    const sender = directory.node(batch.sender);
    if (!witness || !sender) return {};
    await witness.receive(sender, batch);
    return witness.give(sender);
  }
}

/** What a newer directory may have. */
const mayBeNew = new Set(['TRANSFER_NODE_ABSENT', 'TRANSFER_KEY_UNKNOWN']);
