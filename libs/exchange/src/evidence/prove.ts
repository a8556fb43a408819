import { BlockProofs, chainFaults, entryPrefix, payloadOf, uuidBytes, type InclusionProof } from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import { blockWith, checkpointsAfter, cosignaturesFrom, evidenceRecord, type Block, type Tx } from '#store';

/** A clock may have been put back by so much between the writing of a row and the sealing of its block. */
const CLOCK_MS = 60_000;
/** Blocks that are looked through for a row: how long the sealing may have lagged behind. */
const BLOCKS = 1_000;
/** Heads between a block and the co-signature that vouches for it; what is further on is left out. */
const HEADS = 500;
const COSIGNATURES = 20;

/**
 * That a row is in the chain, for whoever has nothing but the public keys.
 *
 * @param withContent of a document its body too, so that the proof stands for itself
 * @returns `EVIDENCE_NOT_SEALED` for what is too young; `EVIDENCE_ROW_CHANGED` for what is no longer as it was written
 */
export async function prove(
  tx: Tx,
  kind: 'interchange' | 'document',
  id: string,
  withContent: boolean,
): Promise<Result<InclusionProof, Fault>> {
  const subject = uuidBytes(id);
  const row = await evidenceRecord(tx, kind, subject, withContent);
  const writtenAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  const block = row && (await blockWith(tx, entryPrefix(kind, subject), writtenAt - CLOCK_MS, BLOCKS));
  if (!row || !block) return fail(chainFaults.make('EVIDENCE_NOT_SEALED', { values: { table: kind, id } }));
  const proof = new BlockProofs(block).of(kind, row.record);
  if (!proof) {
    const values = { table: kind, id, height: block.height };
    return fail(chainFaults.make('EVIDENCE_ROW_CHANGED', { values }));
  }
  return ok({
    ...proof,
    ...(await vouchers(tx, block)),
    ...(row.content === undefined ? {} : { content: contentText(kind, row.content) }),
  });
}

export const contentText = (kind: 'interchange' | 'document', content: Buffer): string =>
  content.toString(kind === 'interchange' ? 'base64' : 'utf8');

/** The nearest co-signatures, and the heads that lead from the block to them. */
async function vouchers(tx: Tx, block: Block): Promise<Pick<InclusionProof, 'later' | 'cosignatures'>> {
  const near = (await cosignaturesFrom(tx, block.height, COSIGNATURES)).filter(
    ({ height }) => height <= block.height + HEADS,
  );
  const last = near.at(-1);
  if (!last) return {};
  const heads = await checkpointsAfter(tx, block.height, last.height - block.height);
  return {
    later: heads.map(({ checkpoint }) => payloadOf(checkpoint)),
    cosignatures: near.map(({ signature }) => signature),
  };
}
