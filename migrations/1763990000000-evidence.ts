import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The chain over what this node has written, and what other nodes have signed of it. Column by column:
 * docs/data-model.md. The triggers that fill it are made at the start of the hub (`EVIDENCE`), not here.
 */
export class Evidence1763990000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence_switch (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        watching boolean NOT NULL,
        definition text NOT NULL
      );
      CREATE TABLE evidence_pending (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        entries bytea STORAGE EXTERNAL NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
      CREATE TABLE evidence_block (
        height bigint PRIMARY KEY,
        sealed_at timestamptz NOT NULL,
        hash bytea NOT NULL,
        entries bytea STORAGE EXTERNAL NOT NULL,
        checkpoint text NOT NULL
      );
      CREATE INDEX evidence_block_time ON evidence_block (sealed_at);
      CREATE TABLE evidence_cosignature (
        height bigint NOT NULL,
        node_code text NOT NULL,
        hash bytea NOT NULL,
        signature text NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (height, node_code)
      );
      CREATE TABLE peer_checkpoint (
        node_code text NOT NULL,
        height bigint NOT NULL,
        hash bytea NOT NULL,
        checkpoint text NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (node_code, height)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE
        found record;
      BEGIN
        FOR found IN SELECT tgname, tgrelid::regclass AS of FROM pg_trigger
          WHERE tgname IN ('evidence_insert', 'evidence_update', 'evidence_delete') LOOP
          EXECUTE format('DROP TRIGGER %I ON %s', found.tgname, found.of);
        END LOOP;
        FOR found IN SELECT oid::regprocedure AS name FROM pg_proc
          WHERE proname LIKE 'evidence\\_%' AND pronamespace = current_schema()::regnamespace LOOP
          EXECUTE format('DROP FUNCTION %s', found.name);
        END LOOP;
      END $$;
      DROP TABLE peer_checkpoint, evidence_cosignature, evidence_block, evidence_pending, evidence_switch;
    `);
  }
}
