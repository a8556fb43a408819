/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What a node says of itself: the claims of a JWS of type tongguan-node-entry+jws, signed by the node, sent to the province.
 */
export interface NodeEntry {
  /**
   * Code of a node
   */
  code: string;
  /**
   * Grows with every entry: an older one is refused
   */
  sequence: number;
  /**
   * When it was written
   */
  issuedAt: string;
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
  /**
   * In a request to join: HMAC-SHA-256 under the hash of the token of the invitation over code, key and endpoint, in base64url
   */
  proof?: string;
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
