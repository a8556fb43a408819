import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is owed stays as it was decided, and waits where it may not go yet. docs/data-model.md. */
export class Owed1763996000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery ADD agreement_version integer, ADD wanted text[], ADD format text, ADD also uuid[];
      ALTER TABLE replay ADD withdrawn integer NOT NULL DEFAULT 0;
      ALTER TABLE destination ADD barred text CONSTRAINT destination_barred_check CHECK (barred IN ('disabled', 'unverified'));
      UPDATE destination SET barred = state WHERE state IN ('disabled', 'unverified');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE destination DROP barred;
      ALTER TABLE replay DROP withdrawn;
      ALTER TABLE delivery DROP agreement_version, DROP wanted, DROP format, DROP also;
    `);
  }
}
