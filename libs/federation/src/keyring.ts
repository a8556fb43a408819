import {
  exportNodeKey,
  generateNodeKey,
  importNodeKey,
  open,
  seal,
  type KeyAlgorithm,
  type NodeKey,
} from '#evidence';
import type { Fault, Result } from '#kernel';
import { ensureNodeKey, signingKey, type NewNodeKey, type SealedNodeKey, type Sql } from '#store';

export interface KeyringParts {
  readonly sql: Sql;
  readonly masterKey: Buffer;
  /** Of keys that are made from now on. */
  readonly algorithm: KeyAlgorithm;
  /** A newer key could not be read: the last one stays in use. */
  readonly onFault: (error: Fault | Error) => void;
}

/** The key that this node signs with, the same in every process: changed at once when another one is activated. */
export class Keyring {
  private stop: () => Promise<void> = () => Promise.resolve();
  private reading: Promise<void> = Promise.resolve();

  private constructor(
    private readonly parts: KeyringParts,
    private key: NodeKey,
  ) {}

  /** Makes the first key where there is none. */
  static async open(parts: KeyringParts): Promise<Result<Keyring, Fault>> {
    const kept = await ensureNodeKey(parts.sql, () => newKey(parts));
    const key = opened(parts, kept);
    if (!key.ok) return key;
    const keyring = new Keyring(parts, key.value);
    keyring.stop = await parts.sql.listen('node_key_changed', () => void keyring.refresh());
    return { ok: true, value: keyring };
  }

  current(): NodeKey {
    return this.key;
  }

  /** A key as it is kept, with its private half sealed; it signs nothing yet. */
  make(): NewNodeKey {
    return newKey(this.parts);
  }

  /** What the database says now. */
  refresh(): Promise<void> {
    return (this.reading = this.reading.then(() => this.read()));
  }

  async close(): Promise<void> {
    await this.stop();
    await this.reading;
  }

  private async read(): Promise<void> {
    try {
      const kept = await signingKey(this.parts.sql);
      if (!kept || kept.kid === this.key.kid) return;
      const key = opened(this.parts, kept);
      if (key.ok) this.key = key.value;
      else this.parts.onFault(key.error);
    } catch (error) {
      this.parts.onFault(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** Sealed for its row alone. */
const placeOf = (kid: string): string => `node-key:${kid}`;

function newKey({ masterKey, algorithm }: KeyringParts): NewNodeKey {
  const made = generateNodeKey(algorithm);
  return {
    kid: made.kid,
    algorithm: made.publicJwk.alg,
    publicJwk: { ...made.publicJwk },
    privateSealed: seal(masterKey, exportNodeKey(made), placeOf(made.kid)),
  };
}

function opened({ masterKey }: KeyringParts, { kid, privateSealed }: SealedNodeKey): Result<NodeKey, Fault> {
  const plain = open(masterKey, privateSealed, placeOf(kid));
  return plain.ok ? importNodeKey(plain.value) : plain;
}
