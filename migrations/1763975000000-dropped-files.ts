import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that participants dropped in their folders, for as long as an answer to them is owed. docs/file-drop.md. */
export class DroppedFiles1763975000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dropped_file (
        interchange_id uuid NOT NULL,
        name text NOT NULL,
        participant_id uuid NOT NULL REFERENCES participant,
        taken_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (interchange_id, name)
      );
      CREATE INDEX dropped_file_participant_id_idx ON dropped_file (participant_id, interchange_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dropped_file');
  }
}
