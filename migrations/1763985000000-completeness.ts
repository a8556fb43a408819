import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what two nodes tell whether they hold the same documents, and what came of looking. docs/data-model.md. */
export class Completeness1763985000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(hashes);
    await runner.query(comparisons);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE comparison;
      ALTER TABLE document_proof DROP COLUMN origin_sha256;
      DROP FUNCTION origin_sha256(text);
    `);
  }
}

/** What the origin signed stands before the first "~" of a proof, and is the same however much of it is shown. */
const hashes = `
  CREATE FUNCTION origin_sha256(proof text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT sha256(convert_to(split_part(proof, '~', 1), 'UTF8'))
  $$;
  ALTER TABLE document_proof ADD origin_sha256 bytea GENERATED ALWAYS AS (origin_sha256(proof)) STORED;
`;

const comparisons = `
  CREATE TABLE comparison (
    id uuid PRIMARY KEY,
    node_code text NOT NULL,
    day date NOT NULL,
    at timestamptz NOT NULL,
    own_count integer NOT NULL,
    own_digest bytea NOT NULL,
    peer_count integer NOT NULL,
    peer_digest bytea NOT NULL,
    only_here uuid[] NOT NULL,
    only_there uuid[] NOT NULL,
    unlike uuid[] NOT NULL,
    truncated boolean NOT NULL,
    offered integer NOT NULL
  );
  CREATE INDEX comparison_peer ON comparison (node_code, id);
`;
