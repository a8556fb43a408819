import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a participant is told beside its documents, and what is known of a destination that fails or has a rate. */
export class Notices1763930000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        participant_id uuid NOT NULL,
        kind text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        fault json NOT NULL
      );
      CREATE INDEX notice_participant ON notice (participant_id, id);
      ALTER TABLE destination_health ADD failing_since timestamptz, ADD paced_until timestamptz;
      ALTER TABLE attempt ADD request text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attempt DROP request;
      ALTER TABLE destination_health DROP failing_since, DROP paced_until;
      DROP TABLE notice;
    `);
  }
}
