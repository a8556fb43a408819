import { uuidv7, type JsonObject } from '#kernel';
import { advisoryLocks } from '../advisory-locks.js';
import { acceptFork, type PeerHead } from '../evidence/peers.js';
import type { Act } from '../setup/act.js';
import type { NewNodeKey } from '../setup/node-keys.js';
import type { Tx } from '../sql.js';
import { latestDirectory, membership, type KeptDirectory, type Membership } from './membership.js';
import { txOf } from './manager-tx.js';
import { takeOver, type RemoteParticipant, type Takeover } from './remote-participants.js';

/** At the province: what a node says of itself. */
export interface KeptEntry {
  readonly code: string;
  readonly sequence: number;
  readonly signed: string;
  readonly entry: JsonObject;
  readonly state: 'active' | 'revoked';
  readonly revokedAt?: number;
}

export interface NewSharedItem {
  readonly sha256: Buffer;
  readonly kind: 'mapping' | 'code-list';
  readonly name: string;
  readonly version: string;
  readonly note?: string;
  readonly content: string;
}

/** Directories that are kept; the one in use is the newest. */
const directoriesKept = 10;

/** Codes that one record of the audit names at most. */
const namedAtMost = 500;

/** What an act does to the federation. Of several at once one comes after the other. */
export class Federation {
  readonly tx: Tx;

  constructor(private readonly act: Act) {
    this.tx = txOf(act.manager);
  }

  get now(): number {
    return this.act.now;
  }

  /** Until the end of the act nobody else changes the federation. Comes first in every act on it. */
  async lock(): Promise<void> {
    await this.tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks.federation]);
  }

  membership(): Promise<Membership | undefined> {
    return membership(this.tx);
  }

  directory(): Promise<KeptDirectory | undefined> {
    return latestDirectory(this.tx);
  }

  async join(
    joined: Pick<Membership, 'province' | 'provinceEndpoint' | 'provinceKeys' | 'endpoint'>,
  ): Promise<void> {
    await this.tx.execute(
      `INSERT INTO membership (province, province_endpoint, province_keys, endpoint, joined_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (one) DO UPDATE SET province_endpoint = $2, province_keys = $3, endpoint = $4, announced_sha256 = NULL`,
      [
        joined.province,
        joined.provinceEndpoint,
        JSON.stringify(joined.provinceKeys),
        joined.endpoint,
        new Date(this.now),
      ],
    );
    const { province, provinceEndpoint, provinceKeys, endpoint } = joined;
    const pinned = provinceKeys.map((key) => key['jwk'] ?? null);
    await this.act.record('node.joined', province, null, { province, provinceEndpoint, endpoint, pinned });
  }

  /** A directory in use that is not older than this one, and not the same, is gone. */
  async giveWay(version: number, content: string): Promise<void> {
    const known = await this.directory();
    if (!known || known.version < version || (known.version === version && known.content === content)) return;
    await this.tx.execute('DELETE FROM directory WHERE version >= $1', [version]);
    const before = { version: known.version, content: known.content };
    await this.act.record('directory.reset', known.issuer, before, { version, content });
  }

  async moveTo(endpoint: string): Promise<void> {
    await this.tx.execute('UPDATE membership SET endpoint = $1', [endpoint]);
  }

  async invite(nodeCode: string, tokenHash: Buffer, expiresAt: number): Promise<void> {
    // The one before, if there is one, is lost or in the wrong hands.
    await this.tx.execute(
      'UPDATE node_invitation SET expires_at = $2 WHERE node_code = $1 AND used_at IS NULL',
      [nodeCode, new Date(this.now)],
    );
    await this.tx.execute(
      'INSERT INTO node_invitation (id, node_code, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [uuidv7(this.now), nodeCode, tokenHash, new Date(this.now), new Date(expiresAt)],
    );
    const expires = new Date(expiresAt).toISOString();
    await this.act.record('node.invited', nodeCode, null, { node: nodeCode, expiresAt: expires });
  }

  /** Hashes of the tokens that a node may join with now. */
  async invitations(nodeCode: string): Promise<Buffer[]> {
    const rows = await this.tx.query<{ hash: Buffer }>(
      `SELECT token_hash AS hash FROM node_invitation
       WHERE node_code = $1 AND used_at IS NULL AND expires_at > $2`,
      [nodeCode, new Date(this.now)],
    );
    return rows.map(({ hash }) => hash);
  }

  async useInvitation(tokenHash: Buffer): Promise<void> {
    await this.tx.execute('UPDATE node_invitation SET used_at = $2 WHERE token_hash = $1', [
      tokenHash,
      new Date(this.now),
    ]);
  }

  async entries(): Promise<KeptEntry[]> {
    return this.tx.query<KeptEntry & Record<string, unknown>>(`${entryColumns} ORDER BY node_code`);
  }

  async entry(code: string): Promise<KeptEntry | undefined> {
    const [row] = await this.tx.query<KeptEntry & Record<string, unknown>>(
      `${entryColumns} WHERE node_code = $1`,
      [code],
    );
    return row;
  }

  /** @param shown of the entry, for the audit */
  async putEntry(
    action: 'node.joined' | 'node.announced',
    { code, sequence, signed, entry }: Omit<KeptEntry, 'state' | 'revokedAt'>,
    shown: JsonObject,
  ): Promise<void> {
    await this.tx.execute(
      `INSERT INTO node_entry (node_code, sequence, signed, entry, updated_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (node_code) DO UPDATE SET sequence = $2, signed = $3, entry = $4, updated_at = $5,
         state = 'active', revoked_at = NULL`,
      [code, sequence, signed, JSON.stringify(entry), new Date(this.now)],
    );
    await this.act.record(action, code, null, shown);
  }

  async revoke(code: string, entry: JsonObject): Promise<void> {
    await this.tx.execute(
      `UPDATE node_entry SET state = 'revoked', revoked_at = $2, entry = $3, updated_at = $2 WHERE node_code = $1`,
      [code, new Date(this.now), JSON.stringify(entry)],
    );
    await this.tx.execute(
      'UPDATE node_invitation SET expires_at = $2 WHERE node_code = $1 AND used_at IS NULL AND expires_at > $2',
      [code, new Date(this.now)],
    );
    await this.act.record('node.revoked', code, { state: 'active' }, { state: 'revoked' });
  }

  /** What a peer shows now is its history from here on. @returns whether there was anything to accept */
  async acceptFork(code: string): Promise<boolean> {
    const accepted = await acceptFork(this.tx, code, this.now);
    if (!accepted) return false;
    const { before, after } = accepted;
    await this.act.record('node.fork-accepted', code, before ? shownHead(before) : null, shownHead(after));
    return true;
  }

  /** @param pinned the keys of the province that the next directory may be signed with */
  async keep(
    action: 'directory.published' | 'directory.applied',
    directory: Omit<KeptDirectory, 'receivedAt'>,
    pinned: readonly JsonObject[],
    remote: readonly RemoteParticipant[],
  ): Promise<Takeover> {
    const { version, issuer, issuedAt, content, signed } = directory;
    await this.tx.execute(
      `INSERT INTO directory (version, issuer, issued_at, content_sha256, signed, received_at)
       VALUES ($1, $2, $3, decode($4, 'hex'), $5, $6)`,
      [version, issuer, new Date(issuedAt), content, signed, new Date(this.now)],
    );
    await this.tx.execute('DELETE FROM directory WHERE version <= $1', [version - directoriesKept]);
    await this.tx.execute('UPDATE membership SET province_keys = $1', [JSON.stringify(pinned)]);
    const takeover = await takeOver(this.tx, remote, this.now);
    const named = Object.fromEntries(
      Object.entries(takeover).map(([what, codes]) => [what, codes.slice(0, namedAtMost)]),
    );
    await this.act.record(action, issuer, null, { version, content, ...named });
    return takeover;
  }

  async share(item: NewSharedItem): Promise<void> {
    const { sha256, kind, name, version, note, content } = item;
    // Its hash is what it is known by: another content is another item.
    await this.tx.execute(
      'DELETE FROM shared_item WHERE kind = $1 AND name = $2 AND version = $3 AND sha256 <> $4',
      [kind, name, version, sha256],
    );
    await this.tx.execute(
      `INSERT INTO shared_item (sha256, kind, name, version, note, content, shared_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (kind, name, version) DO UPDATE SET sha256 = $1, note = $5, content = $6, shared_at = $7`,
      [sha256, kind, name, version, note ?? null, content, new Date(this.now)],
    );
    const hash = sha256.toString('hex');
    await this.act.record('directory.item-shared', `${kind} ${name}`, null, { version, sha256: hash });
  }

  /** @param active whether it signs from now on; otherwise others are to be told first */
  async makeKey(key: NewNodeKey, active: boolean): Promise<void> {
    await this.tx.execute(
      `INSERT INTO node_key (kid, algorithm, private_sealed, public_jwk, created_at, activated_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        key.kid,
        key.algorithm,
        key.privateSealed,
        JSON.stringify(key.publicJwk),
        new Date(this.now),
        active ? new Date(this.now) : null,
      ],
    );
    await this.act.record('node-key.made', key.kid, null, { algorithm: key.algorithm });
  }

  /**
   * The newest of these keys signs from now on, and those before it stay good for a while.
   *
   * @param kids keys that the others know
   * @returns its kid; `undefined` when there is none that is not active
   */
  async activate(kids: readonly string[], overlapMs: number): Promise<string | undefined> {
    const [row] = await this.tx.query<{ kid: string }>(
      `UPDATE node_key SET activated_at = $2 WHERE kid = (
         SELECT kid FROM node_key WHERE kid = ANY ($1) AND activated_at IS NULL AND retired_at IS NULL
         ORDER BY created_at DESC LIMIT 1) RETURNING kid`,
      [kids, new Date(this.now)],
    );
    if (!row) return undefined;
    await this.tx.execute(`UPDATE node_key SET retired_at = least(retired_at, $2) WHERE kid <> $1`, [
      row.kid,
      new Date(this.now + overlapMs),
    ]);
    await this.act.record('node-key.activated', row.kid, null, {
      formerUntil: new Date(this.now + overlapMs).toISOString(),
    });
    return row.kid;
  }
}

const shownHead = ({ height, hash }: PeerHead): JsonObject => ({ height, hash: hash.toString('hex') });

const entryColumns = `
  SELECT node_code AS code, sequence::float8 AS sequence, signed, entry, state,
    (extract(epoch FROM revoked_at) * 1000)::float8 AS "revokedAt"
  FROM node_entry`;
