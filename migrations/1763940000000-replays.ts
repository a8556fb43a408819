import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deliveries that somebody has asked to have made again, as work that goes on by itself. docs/data-model.md. */
export class Replays1763940000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE replay (
        id uuid PRIMARY KEY,
        destination_id uuid NOT NULL REFERENCES destination,
        asked_by uuid NOT NULL,
        key_id uuid NOT NULL,
        reason text,
        created_at timestamptz NOT NULL,
        states text[] NOT NULL,
        cause text,
        document_type text,
        document_ids uuid[],
        created_from timestamptz,
        created_to timestamptz,
        mapping text NOT NULL CHECK (mapping IN ('original', 'current')),
        per_second real,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'paused', 'done', 'cancelled')),
        total integer NOT NULL,
        again integer NOT NULL DEFAULT 0,
        corrected integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        after_seq bigint NOT NULL DEFAULT 0,
        last_seq bigint NOT NULL,
        paced_until timestamptz,
        finished_at timestamptz
      );
      CREATE INDEX replay_destination ON replay (destination_id, id);
      CREATE INDEX replay_running ON replay (id) WHERE state = 'running';
      ALTER TABLE document ADD mapping_version text;
      CREATE INDEX document_supersedes ON document (supersedes) WHERE supersedes IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX document_supersedes; ALTER TABLE document DROP mapping_version; DROP TABLE replay',
    );
  }
}
