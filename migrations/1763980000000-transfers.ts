import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What proves a document to other nodes, and what proves that they have it. docs/federation.md, docs/data-model.md. */
export class Transfers1763980000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(transfers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE custody_receipt, document_proof');
  }
}

/** Salts and digests do not compress: what is read back whole is not tried. */
const transfers = `
  CREATE TABLE document_proof (
    document_id uuid PRIMARY KEY,
    origin_node text NOT NULL,
    from_node text,
    hops text[] NOT NULL,
    expires_at timestamptz NOT NULL,
    proof text STORAGE EXTERNAL NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE TABLE custody_receipt (
    document_id uuid NOT NULL,
    node_code text NOT NULL,
    receipt text NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (document_id, node_code)
  );
`;
