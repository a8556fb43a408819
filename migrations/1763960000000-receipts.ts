import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a participant is told what became of its messages, and what was not done by the time promised. docs/data-model.md. */
export class Receipts1763960000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE receipt_preference (
        id uuid PRIMARY KEY,
        participant_id uuid NOT NULL UNIQUE REFERENCES participant,
        destination_id uuid NOT NULL REFERENCES destination,
        kinds text[] NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX receipt_preference_destination ON receipt_preference (destination_id);
      CREATE TRIGGER setup_changed AFTER INSERT OR UPDATE OR DELETE ON receipt_preference
        FOR EACH STATEMENT EXECUTE FUNCTION setup_changed();
      CREATE TABLE promise_mark (
        step text NOT NULL,
        lane uuid NOT NULL,
        seq bigint NOT NULL DEFAULT 0,
        after_id uuid,
        PRIMARY KEY (step, lane)
      );
      INSERT INTO promise_mark (step, lane, after_id)
        VALUES ('since', '00000000-0000-0000-0000-000000000000', uuid_at(now()));
      CREATE TABLE broken_promise (
        interchange_id uuid NOT NULL,
        step text NOT NULL CHECK (step IN ('normalised', 'delivered', 'answered')),
        at timestamptz NOT NULL,
        PRIMARY KEY (interchange_id, step)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE broken_promise, promise_mark, receipt_preference');
  }
}
