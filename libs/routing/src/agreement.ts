/** The right of one participant to have documents of another. Without one nothing is shared. */
export interface Agreement {
  readonly id: string;
  readonly ownerId: string;
  readonly consumerId: string;
  /** A document type, or `*` for all. */
  readonly documentType: string;
  /** CEL; the right covers only documents for which it is true. */
  readonly condition?: string;
  /** JSON pointers; only these fields are shared. Without them the whole document is; an empty list shares none. */
  readonly fields?: readonly string[];
  /** Personal fields are shared as they are; otherwise masked. */
  readonly personal?: boolean;
  readonly purpose: string;
  /** Unix time in milliseconds, inclusive. */
  readonly validFrom: number;
  /** Unix time in milliseconds, exclusive. */
  readonly validTo?: number;
  readonly state: 'granted' | 'suspended' | 'revoked';
  readonly version: number;
}
