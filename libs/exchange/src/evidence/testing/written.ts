import { generateNodeKey, sha256 } from '#evidence';
import { uuidv7 } from '#kernel';
import { openSql, watchEvidence, type Sql } from '#store';
import { freshDatabase } from '#store/testing';
import { Sealer, sealerLimits, type SealerLimits } from '../sealer.js';

export const key = generateNodeKey();
/** Of the node yingkou. */
export const peer = generateNodeKey();
export const keys = [key.publicJwk, peer.publicJwk];
export const now = Date.now();
export const participant = uuidv7(now);
export const destination = uuidv7(now);
const route = uuidv7(now);

/** A node that watches, and somebody beside it with a terminal. */
export interface Watched {
  readonly url: string;
  readonly sql: Sql;
  readonly hand: Sql;
  sealer(limits?: Partial<SealerLimits>): Sealer;
  end(): Promise<void>;
}

export async function openWatched(): Promise<Watched> {
  const database = await freshDatabase();
  const sql = openSql({ url: database.url, connections: 3 });
  const hand = openSql({ url: database.url, connections: 1, name: 'psql' });
  await watchEvidence(sql, true);
  return {
    url: database.url,
    sql,
    hand,
    sealer: (limits) =>
      new Sealer({
        sql,
        nodeCode: 'dalian',
        key: () => Promise.resolve(key),
        now: Date.now,
        limits: { ...sealerLimits, ...limits },
        failed: () => undefined,
      }),
    async end() {
      await hand.end();
      await sql.end();
      await database.drop();
    },
  };
}

/** Of any time: those of the program never go back. */
const idAt = (at: number): string => {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${uuidv7(now).slice(13)}`;
};

/** One row in every table, as the hub writes them. */
export async function writeOne(
  tx: Sql,
  at = now,
): Promise<{ interchange: string; document: string; attempt: string }> {
  const interchange = idAt(at);
  const document = idAt(at);
  const attempt = idAt(at);
  const body = Buffer.from(`UNH+1+COARRI:D:95B:UN'UNT+2+1' ${interchange}`);
  const text = JSON.stringify({ containerNumber: 'CSQU3054383', note: '大连港 1' });
  await tx.execute(
    `INSERT INTO interchange (id, participant_id, received_at, channel, content_type, adapter_hint, idempotency_key, sha256, size, body)
     VALUES ($1, $2, now(), 'http', 'text/plain; x="1"', NULL, 'key:1', $3, $4, $5)`,
    [interchange, participant, sha256(body), body.length, body],
  );
  await tx.execute(`INSERT INTO normalisation (interchange_id, participant_id) VALUES ($1, $2)`, [
    interchange,
    participant,
  ]);
  await tx.execute(
    `INSERT INTO document (id, interchange_id, ordinal, type, schema_version, origin_node, sender_id, occurred_at, received_at,
       keys, order_key, sha256, size, body)
     VALUES ($1, $2, 0, 'ContainerMove', '1.0', 'dalian', $3, now(), now(), '{container:CSQU3054383}', 'container:CSQU3054383', $4, $5, $6)`,
    [document, interchange, participant, sha256(text), Buffer.byteLength(text), text],
  );
  await tx.execute(`INSERT INTO decision VALUES ($1, now(), '[{"outcome":"deliver","n":1}]')`, [document]);
  await tx.execute(
    `INSERT INTO delivery (destination_id, document_id, route_id, order_key, created_at) VALUES ($1, $2, $3, 'x', now())`,
    [destination, document, route],
  );
  await tx.execute(
    `UPDATE normalisation SET state = 'normalised', attempts = 1, document_ids = ARRAY[$2::uuid], finished_at = now() WHERE interchange_id = $1`,
    [interchange, document],
  );
  await tx.execute(
    `INSERT INTO attempt (id, destination_id, started_at, ms, outcome, first_seq, last_seq, seqs) VALUES ($1, $2, now(), 12, 'delivered', 1, 1, '{1}')`,
    [attempt, destination],
  );
  await tx.execute(
    `UPDATE delivery SET state = 'delivered', attempts = 1, finished_at = now() WHERE destination_id = $1 AND document_id = $2`,
    [destination, document],
  );
  await tx.execute(
    `INSERT INTO document_proof (document_id, origin_node, hops, expires_at, proof, created_at)
     VALUES ($1, 'dalian', '{dalian}', now() + interval '1 day', 'x~1~', now())`,
    [document],
  );
  await tx.execute(`INSERT INTO custody_receipt VALUES ($1, 'yingkou', 'a.b1.c', now())`, [document]);
  await tx.execute(
    `INSERT INTO reading (id, at, participant_id, key_id, role, address, what, subject_id)
     VALUES ($1, now(), $2, $2, 'participant', '10.0.0.7', 'document', $3)`,
    [idAt(at), participant, document],
  );
  return { interchange, document, attempt };
}

export async function writeSetUp(tx: Sql): Promise<void> {
  await tx.execute(
    `INSERT INTO participant (id, code, name_zh, name_en, kind) VALUES ($1, 'terminal', '大连集装箱码头', 'Dalian Container Terminal', 'enterprise')`,
    [participant],
  );
  await tx.execute(
    `INSERT INTO destination (id, participant_id, code, kind, config) VALUES ($1, $2, 'box', 'webhook', '{"url":"https://terminal.example/"}')`,
    [destination, participant],
  );
  await tx.execute(
    `INSERT INTO route (id, code, document_type, destination_id) VALUES ($1, 'moves', '*', $2)`,
    [route, destination],
  );
  await tx.execute(
    `INSERT INTO access_key (id, participant_id, role, label, hash, hint) VALUES ($1, $2, 'participant', 'x', sha256('x'), 'x')`,
    [uuidv7(now), participant],
  );
  await tx.execute(
    `INSERT INTO agreement (id, owner_id, consumer_id, document_type, purpose) VALUES ($1, $2, $2, '*', '通关')`,
    [uuidv7(now), participant],
  );
  await tx.execute(
    `INSERT INTO subscription (id, participant_id, code, document_types, destination_id) VALUES ($1, $2, 'mine', '{*}', $3)`,
    [uuidv7(now), participant, destination],
  );
  await tx.execute(
    `INSERT INTO mapping_version (id, adapter_id, number, definition, codes, based_on, editor_key_ids) VALUES ($1, 'port/x', 1, '{}', '{}', '1.0.0', '{}')`,
    [uuidv7(now)],
  );
  await tx.execute(
    `INSERT INTO node_key (kid, algorithm, private_sealed, public_jwk) VALUES ('k1', 'EdDSA', 'x', '{"x":1}')`,
  );
  await tx.execute(
    `INSERT INTO membership (province, province_endpoint, province_keys, endpoint, joined_at)
     VALUES ('dalian', 'https://dalian.example', '[{"kid":"k1"}]', 'https://dalian.example', now())`,
  );
  await tx.execute(`INSERT INTO directory VALUES (1, 'dalian', now(), sha256('1'), 'a.b1.c', now())`);
  await tx.execute(
    `INSERT INTO node_entry (node_code, sequence, signed, entry, updated_at) VALUES ('yingkou', 1, 'a.b1.c', '{"n":1}', now())`,
  );
  await tx.execute(
    `INSERT INTO node_invitation (id, node_code, token_hash, created_at, expires_at) VALUES ($1, 'yingkou', sha256('1'), now(), now())`,
    [uuidv7(now)],
  );
  await tx.execute(
    `INSERT INTO shared_item (sha256, kind, name, version, content, shared_at) VALUES (sha256('1'), 'mapping', 'x', '1.0', '1', now())`,
  );
  await tx.execute(
    `INSERT INTO audit_event (id, action, subject_type, subject_id, after) VALUES ($1, 'participant.created', 'participant', $2, '{"code":"terminal"}')`,
    [uuidv7(now), participant],
  );
}

/** So that whatever is asked for can be changed: the constraints of the tables are not what is tried here. */
export async function loosen(tx: Sql): Promise<void> {
  await tx.query(`
    DO $$
    DECLARE
      found record;
    BEGIN
      FOR found IN SELECT conname, conrelid::regclass AS of FROM pg_constraint
        WHERE contype IN ('c', 'f') AND conparentid = 0 AND connamespace = 'public'::regnamespace LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.of, found.conname);
      END LOOP;
      DROP TRIGGER mapping_version_kept ON mapping_version;
      ALTER TABLE document_proof ALTER origin_sha256 DROP EXPRESSION;
      FOR found IN SELECT attname, attrelid::regclass AS of FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        WHERE attidentity <> '' AND relnamespace = 'public'::regnamespace AND NOT relispartition LOOP
        EXECUTE format('ALTER TABLE %s ALTER %I DROP IDENTITY', found.of, found.attname);
      END LOOP;
    END $$`);
}

/** SQL for the least change of a value. */
export function bent(column: string, type: string): string {
  const name = `"${column}"`;
  if (type === 'uuid')
    return `CASE WHEN ${name} IS NULL THEN gen_random_uuid() ELSE (left(${name}::text, 35) || CASE right(${name}::text, 1) WHEN '0' THEN '1' ELSE '0' END)::uuid END`;
  if (type === 'text') return `coalesce(${name}, '') || ' '`;
  if (type === 'boolean') return `NOT ${name}`;
  if (type === 'bytea')
    return `CASE WHEN ${name} IS NULL THEN '\\x00'::bytea ELSE set_bit(${name}, 0, 1 - get_bit(${name}, 0)) END`;
  if (type === 'timestamp with time zone') return `coalesce(${name}, now()) + interval '1 microsecond'`;
  if (type === 'json') return `coalesce(replace(${name}::text, '1', '2'), '1')::json`;
  if (type === 'jsonb') return `coalesce(${name}, '{}') || '{"new":1}'`;
  if (type === 'ARRAY')
    return `array_cat(coalesce(${name}, '{}'), coalesce(${name}[1:1], '{}')) || ARRAY[NULL]::text[]::${column === 'seqs' ? 'bigint' : /^also$|ids$/.test(column) ? 'uuid' : 'text'}[]`;
  return `coalesce(${name}, 0) + 1`;
}
