import type { PublicJwk } from '#evidence';

/** A key that a node signed with until a moment, or will no more after it. */
export interface RetiredKey {
  readonly jwk: PublicJwk;
  /** Unix milliseconds. */
  readonly retiredAt: number;
  /** It may have leaked: what it signed is dated by whoever has it. */
  readonly revoked?: boolean;
}

/** A node as the directory tells of it. */
export interface PeerNode {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Base of its interface, without a slash at its end: `https://port.yingkou.example`. */
  readonly endpoint: string;
  /** Those that verify now, newest first; none of a node that is revoked. */
  readonly keys: readonly PublicJwk[];
  /** Those that verify nothing new, newest first: for what was signed before. */
  readonly retired: readonly RetiredKey[];
  readonly state: 'active' | 'revoked';
}

/** Who the other nodes are: the last good directory, in memory, the same in every process. */
export interface PeerDirectory {
  /** 0 while this node has none. */
  version(): number;
  /** @returns `undefined` for a code that the directory does not have */
  node(code: string): PeerNode | undefined;
  nodes(): readonly PeerNode[];
  /** The code of this node. */
  self(): string;
  /** The code of the node that publishes the directory; `undefined` while this node has joined none. */
  province(): string | undefined;
  /**
   * Asks the province now, as when a signature names a key that is not known. However often it is called, the province
   * is asked once in a few seconds: who calls in between gets the answer of the last time, and it is asked once more
   * when they are over. Resolves when the answer is in force here, or when there is none; never rejects.
   */
  refresh(): Promise<void>;
}
