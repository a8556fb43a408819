/** What is known about a document beside its body: who sent it, when, and which bytes it came from. */
export interface Envelope {
  /** UUID version 7. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: string;
  /** Code of the node that normalised it. */
  readonly originNode: string;
  /** Code of the participant that sent the interchange. */
  readonly sender: string;
  /** Primary key of the document. */
  readonly subject?: string;
  /** RFC 3339, when what the document tells of happened. */
  readonly occurredAt?: string;
  /** RFC 3339, when the interchange was stored. */
  readonly receivedAt: string;
  /** Business keys, `kind:value`. */
  readonly keys: readonly string[];
  /** Id of the document that this one takes the place of. */
  readonly supersedes?: string;
  readonly interchangeId: string;
  /** SHA-256 of the bytes as received, in hexadecimal. */
  readonly interchangeSha256: string;
  /** True when an administrator had it sent once more. */
  readonly replayed?: boolean;
}
