import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mappings that administrators keep, and dry runs of them. Column by column: docs/data-model.md. */
export class MappingVersions1763910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(versions);
    await runner.query(steadfast);
    await runner.query(takesEffect);
    await runner.query(dryRuns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE dry_run, mapping_version; DROP FUNCTION mapping_version_kept();`);
  }
}

const versions = `
  CREATE TABLE mapping_version (
    id uuid PRIMARY KEY,
    adapter_id text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    state text NOT NULL DEFAULT 'draft' CONSTRAINT mapping_version_state_check
      CHECK (state IN ('draft', 'published', 'retired', 'discarded')),
    definition text NOT NULL,
    codes text NOT NULL,
    note text,
    based_on text NOT NULL,
    author_participant_id uuid,
    author_key_id uuid,
    editor_key_ids uuid[] NOT NULL,
    publisher_participant_id uuid,
    publisher_key_id uuid,
    published_at timestamptz,
    publish_reason text,
    retired_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT mapping_version_number_key UNIQUE (adapter_id, number)
  );
  CREATE UNIQUE INDEX mapping_version_in_force ON mapping_version (adapter_id) WHERE state = 'published';
`;

/** What messages were once read with is kept as it was: the lineage of their documents follows from it. */
const steadfast = `
  CREATE FUNCTION mapping_version_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR NEW.definition <> OLD.definition OR NEW.codes <> OLD.codes
      OR NEW.number <> OLD.number OR NEW.adapter_id <> OLD.adapter_id THEN
      RAISE EXCEPTION 'mapping version % of % is not a draft', OLD.number, OLD.adapter_id;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER mapping_version_kept BEFORE UPDATE OR DELETE ON mapping_version FOR EACH ROW
    WHEN (OLD.state <> 'draft') EXECUTE FUNCTION mapping_version_kept();
`;

/** Work on drafts is no news to anybody; what comes into force or goes out of it makes every set-up stale. */
const takesEffect = `
  CREATE TRIGGER setup_changed_by_insert AFTER INSERT ON mapping_version FOR EACH ROW
    WHEN (NEW.state = 'published') EXECUTE FUNCTION setup_changed();
  CREATE TRIGGER setup_changed_by_update AFTER UPDATE ON mapping_version FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND 'published' IN (OLD.state, NEW.state)) EXECUTE FUNCTION setup_changed();
`;

const dryRuns = `
  CREATE TABLE dry_run (
    id uuid PRIMARY KEY,
    adapter_id text NOT NULL,
    candidate text NOT NULL,
    wanted json NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT dry_run_state_check
      CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    result json,
    created_at timestamptz NOT NULL DEFAULT now(),
    touched_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX dry_run_adapter ON dry_run (adapter_id, id);
`;
