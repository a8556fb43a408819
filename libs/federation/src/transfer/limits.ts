/** Bounds of what goes from node to node. */
export interface TransferLimits {
  /** Documents in one request at most; what one takes as well. */
  readonly batch: number;
  /** Characters of proofs in one request, past the first. */
  readonly bytes: number;
  /** Bytes that a request may have when it is unpacked. */
  readonly unpacked: number;
  /** Nodes that a document passes at most. */
  readonly hops: number;
  /** How long after its making a document may be passed on, in milliseconds. */
  readonly expiryMs: number;
  /** How long after it was signed a proof may be good for at most, whatever its origin says, in milliseconds. */
  readonly spanMs: number;
  /** How far clocks may be apart, in seconds. */
  readonly tolerance: number;
  /** From the connection to the status of the answer, in milliseconds. */
  readonly timeoutMs: number;
}

export const transferLimits: TransferLimits = {
  batch: 500,
  bytes: 8 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  hops: 8,
  expiryMs: 30 * 24 * 3_600_000,
  spanMs: 365 * 24 * 3_600_000,
  tolerance: 300,
  timeoutMs: 30_000,
};
