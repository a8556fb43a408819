import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has read what: an answer with content leaves only after its row is here. docs/data-model.md. */
export class Readings1763920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reading (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        participant_id uuid NOT NULL,
        key_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('participant', 'administrator')),
        address text NOT NULL,
        what text NOT NULL,
        subject_id uuid,
        document_ids uuid[],
        first_position bigint,
        last_position bigint
      );
      CREATE INDEX reading_subject ON reading (subject_id, id);
      CREATE INDEX reading_participant ON reading (participant_id, id);
      CREATE INDEX reading_documents ON reading USING gin (document_ids) WHERE document_ids IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reading');
  }
}
