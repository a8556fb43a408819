import { sha256 } from '../digest.js';

/** A document that a node has sent or received. */
export interface HeldDocument {
  /** UUID. */
  readonly id: string;
  /** What both nodes hash alike, in hexadecimal. */
  readonly sha256: string;
}

/** All documents whose place begins with a prefix and this byte. */
export interface Branch {
  readonly byte: number;
  readonly count: number;
  /** In hexadecimal. */
  readonly digest: string;
}

/** Bytes of a place that are looked at: below them are the documents themselves. */
export const digestTreeDepth = 2;

/** As in RFC 9162 §2.1: what is made of leaves can never be taken for what is made of branches. */
const ofLeaves = Buffer.of(0);
const ofBranches = Buffer.of(1);

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** Where a document hangs: the hash of its id, so that branches are evenly full whatever the ids. */
export const placeOf = (id: string): string => sha256(idBytes(id)).toString('hex');

/** The digest of all that hangs below some branches, in the order of their bytes. */
export function digestOfBranches(branches: readonly Branch[]): string {
  const parts = branches.flatMap(({ byte, digest }) => [Buffer.of(byte), Buffer.from(digest, 'hex')]);
  return sha256(Buffer.concat([ofBranches, ...parts])).toString('hex');
}

/** @param leaves in the order of their places */
function digestOfLeaves(leaves: readonly HeldDocument[]): string {
  const parts = leaves.flatMap((one) => [idBytes(one.id), Buffer.from(one.sha256, 'hex')]);
  return sha256(Buffer.concat([ofLeaves, ...parts])).toString('hex');
}

/**
 * Hashes over a set of documents, by which two nodes find where theirs differ without telling each other all of
 * them. This is the definition, and fit for thousands; the store computes the same in the database.
 */
export class DigestTree {
  private readonly leaves: readonly { readonly place: string; readonly document: HeldDocument }[];

  constructor(documents: readonly HeldDocument[]) {
    this.leaves = documents
      .map((document) => ({ place: placeOf(document.id), document }))
      .sort((a, b) => (a.place < b.place ? -1 : 1));
  }

  /** @param prefix of a place, in hexadecimal, of fewer bytes than the tree is deep */
  branches(prefix: string): Branch[] {
    const depth = prefix.length / 2;
    const byByte = new Map<number, HeldDocument[]>();
    for (const { place, document } of this.under(prefix)) {
      const byte = Number.parseInt(place.slice(prefix.length, prefix.length + 2), 16);
      const known = byByte.get(byte);
      if (known) known.push(document);
      else byByte.set(byte, [document]);
    }
    return [...byByte]
      .sort(([a], [b]) => a - b)
      .map(([byte, documents]) => ({
        byte,
        count: documents.length,
        digest:
          depth + 1 === digestTreeDepth
            ? digestOfLeaves(documents)
            : digestOfBranches(this.branches(prefix + hexByte(byte))),
      }));
  }

  /** The documents below a prefix, in the order of their places. */
  documents(prefix: string): HeldDocument[] {
    return this.under(prefix).map(({ document }) => document);
  }

  private under(prefix: string) {
    return this.leaves.filter(({ place }) => place.startsWith(prefix));
  }
}

export const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');
