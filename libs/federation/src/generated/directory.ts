/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * Who the nodes are: the claims of a JWS of type tongguan-directory+jws, signed by the province.
 */
export interface Directory {
  /**
   * Grows with every directory: an older one is refused
   */
  version: number;
  /**
   * Code of the province
   */
  issuer: string;
  /**
   * When it was signed; a province signs anew before its directory is old
   */
  issuedAt: string;
  /**
   * By code, the province too
   *
   * @maxItems 1000
   */
  nodes: ListedNode[];
  /**
   * Mappings and code lists for all nodes; their content is at /v1/directory/shared/{sha256}
   *
   * @maxItems 10000
   */
  shared: SharedItem[];
  /**
   * Every new key of the province, signed by the one before: JWS of type tongguan-key-roll+jws, oldest first
   *
   * @maxItems 1000
   */
  rolls: string[];
}
/**
 * A node.
 */
export interface ListedNode {
  /**
   * Code of a node
   */
  code: string;
  /**
   * Chinese name
   */
  nameZh: string;
  /**
   * English name
   */
  nameEn: string;
  /**
   * Base of its interface, without a slash at its end
   */
  endpoint: string;
  /**
   * Nothing that a revoked node signs counts
   */
  state: 'active' | 'revoked';
  /**
   * When it was revoked
   */
  revokedAt?: string;
  /**
   * Every key that the node signed with, newest first
   *
   * @minItems 1
   * @maxItems 100
   */
  keys: DatedKey[];
  /**
   * Those that others may know of, by code
   *
   * @maxItems 20000
   */
  participants: ListedParticipant[];
}
/**
 * A public key of a node, with its time.
 */
export interface DatedKey {
  /**
   * As its own JWK set has it (RFC 7517)
   */
  jwk: {
    kty: 'OKP' | 'EC';
    crv: 'Ed25519' | 'SM2';
    x: string;
    y?: string;
    kid: string;
    alg: 'EdDSA' | 'SM2-SM3';
    use: 'sig';
  };
  /**
   * When it was made
   */
  since: string;
  /**
   * Nothing that it signs from then on counts; may be to come
   */
  retiredAt?: string;
  /**
   * Retired because the node was revoked: it may have leaked, so no time that it signed counts
   */
  revoked?: true;
}
/**
 * An organisation at a node that others may know of.
 */
export interface ListedParticipant {
  /**
   * Its code at its own node
   */
  code: string;
  /**
   * Chinese name
   */
  nameZh: string;
  /**
   * English name
   */
  nameEn: string;
  /**
   * What it is
   */
  kind: 'agency' | 'enterprise' | 'administration';
  /**
   * Whose message formats it speaks
   */
  system?: 'customs' | 'inspection' | 'border' | 'maritime' | 'port';
  /**
   * Document types that it offers
   *
   * @maxItems 200
   */
  gives: string[];
  /**
   * Document types that it wants
   *
   * @maxItems 200
   */
  takes: string[];
}
/**
 * A mapping or a code list that the province shares.
 */
export interface SharedItem {
  /**
   * What it is
   */
  kind: 'mapping' | 'code-list';
  /**
   * Adapter of the mapping, or id of the list
   */
  name: string;
  /**
   * Its version at the province
   */
  version: string;
  /**
   * Of its content
   */
  sha256: string;
  /**
   * Of its content
   */
  bytes: number;
  /**
   * What it is about
   */
  note?: string;
  /**
   * When it was shared
   */
  sharedAt: string;
}
