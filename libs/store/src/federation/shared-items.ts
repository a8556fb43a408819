import type { Tx } from '../sql.js';

/** At the province: a mapping or a code list that it shares. */
export interface SharedItemView {
  readonly kind: 'mapping' | 'code-list';
  readonly name: string;
  readonly version: string;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly note: string | null;
  readonly sharedAt: Date;
}

export const sharedItems = (tx: Tx): Promise<SharedItemView[]> =>
  tx.query<SharedItemView & Record<string, unknown>>(
    `SELECT kind, name, version, encode(sha256, 'hex') AS sha256, octet_length(content)::integer AS bytes, note,
       shared_at AS "sharedAt"
     FROM shared_item ORDER BY kind, name, version LIMIT 10000`,
  );

/** @param sha256 in hexadecimal */
export async function sharedContent(tx: Tx, sha256: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  const [row] = await tx.query<{ content: string }>(
    `SELECT content FROM shared_item WHERE sha256 = decode($1, 'hex')`,
    [sha256],
  );
  return row?.content;
}

export interface InvitationView {
  readonly node: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** At the province: who was invited, the newest first. */
export const nodeInvitations = (tx: Tx): Promise<InvitationView[]> =>
  tx.query<InvitationView & Record<string, unknown>>(
    `SELECT node_code AS node, created_at AS "createdAt", expires_at AS "expiresAt", used_at AS "usedAt"
     FROM node_invitation ORDER BY id DESC LIMIT 1000`,
  );
