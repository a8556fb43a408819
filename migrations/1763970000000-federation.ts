import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other nodes and their participants, and the directory that says who they are. docs/federation.md, docs/data-model.md. */
export class Federation1763970000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(participants);
    await runner.query(nodeKeys);
    await runner.query(directories);
    await runner.query(province);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE shared_item, node_entry, node_invitation, directory, membership;
      DROP TRIGGER node_key_changed ON node_key;
      DROP FUNCTION node_key_changed(), directory_changed();
      ALTER TABLE node_key DROP activated_at;
      ALTER TABLE participant DROP CONSTRAINT participant_node_code_check,
        DROP node_code, DROP listed, DROP gives, DROP takes, DROP withdrawn;
    `);
  }
}

/** A participant of another node is named after it; a node itself has its own code. */
const participants = `
  ALTER TABLE participant
    ADD node_code text,
    ADD listed boolean NOT NULL DEFAULT false,
    ADD gives text[] NOT NULL DEFAULT '{}',
    ADD takes text[] NOT NULL DEFAULT '{}',
    ADD withdrawn boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT participant_code_check,
    ADD CONSTRAINT participant_code_check CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,62}(@[a-z][a-z0-9-]{1,30})?$'),
    ADD CONSTRAINT participant_node_code_check CHECK (
      CASE WHEN node_code IS NULL THEN position('@' IN code) = 0
           WHEN kind = 'node' THEN code = node_code
           ELSE split_part(code, '@', 2) = node_code END);
`;

/** A new key is there before it signs: others must be able to know it first. */
const nodeKeys = `
  ALTER TABLE node_key ADD activated_at timestamptz DEFAULT now();
  CREATE FUNCTION node_key_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NOTIFY node_key_changed;
    RETURN NULL;
  END $$;
  CREATE TRIGGER node_key_changed AFTER INSERT OR UPDATE OR DELETE ON node_key
    FOR EACH STATEMENT EXECUTE FUNCTION node_key_changed();
`;

const directories = `
  CREATE TABLE membership (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    province text NOT NULL,
    province_endpoint text NOT NULL,
    province_keys jsonb NOT NULL,
    endpoint text NOT NULL,
    sequence bigint NOT NULL DEFAULT 0,
    announced_sha256 bytea,
    checked_at timestamptz,
    fault json,
    stale_told_at timestamptz,
    joined_at timestamptz NOT NULL
  );
  CREATE TABLE directory (
    version bigint PRIMARY KEY,
    issuer text NOT NULL,
    issued_at timestamptz NOT NULL,
    content_sha256 bytea NOT NULL,
    signed text NOT NULL,
    received_at timestamptz NOT NULL
  );
  CREATE FUNCTION directory_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NOTIFY directory_changed;
    RETURN NULL;
  END $$;
  CREATE TRIGGER directory_changed AFTER INSERT OR UPDATE OR DELETE ON directory
    FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();
  CREATE TRIGGER directory_changed AFTER INSERT OR DELETE ON membership
    FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();
`;

/** What a province keeps of the nodes that it knows, and what it shares with them. */
const province = `
  CREATE TABLE node_invitation (
    id uuid PRIMARY KEY,
    node_code text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX node_invitation_node ON node_invitation (node_code);
  CREATE TABLE node_entry (
    node_code text PRIMARY KEY,
    sequence bigint NOT NULL,
    signed text NOT NULL,
    entry json NOT NULL,
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'revoked')),
    revoked_at timestamptz,
    updated_at timestamptz NOT NULL
  );
  CREATE TABLE shared_item (
    sha256 bytea PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('mapping', 'code-list')),
    name text NOT NULL,
    version text NOT NULL,
    note text,
    content text NOT NULL,
    shared_at timestamptz NOT NULL,
    UNIQUE (kind, name, version)
  );
`;
