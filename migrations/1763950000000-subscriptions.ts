import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Routes that enterprises make for themselves, within their agreements. docs/data-model.md. */
export class Subscriptions1763950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subscription (
        id uuid PRIMARY KEY,
        participant_id uuid NOT NULL REFERENCES participant,
        code text NOT NULL,
        document_types text[] NOT NULL,
        condition text,
        fields text[],
        format text,
        destination_id uuid NOT NULL REFERENCES destination,
        state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (participant_id, code)
      );
      CREATE INDEX subscription_destination ON subscription (destination_id);
      CREATE TRIGGER setup_changed AFTER INSERT OR UPDATE OR DELETE ON subscription
        FOR EACH STATEMENT EXECUTE FUNCTION setup_changed();
      ALTER TABLE destination DROP CONSTRAINT destination_state_check,
        ADD CONSTRAINT destination_state_check CHECK (state IN ('active', 'paused', 'disabled', 'unverified'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE subscription;
      UPDATE destination SET state = 'disabled' WHERE state = 'unverified';
      ALTER TABLE destination DROP CONSTRAINT destination_state_check,
        ADD CONSTRAINT destination_state_check CHECK (state IN ('active', 'paused', 'disabled'));
    `);
  }
}
