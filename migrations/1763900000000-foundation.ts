import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the main job. Their meaning column by column: docs/data-model.md. */
export class Foundation1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(setup);
    await runner.query(intake);
    await runner.query(documents);
    await runner.query(deliveries);
    await runner.query(setupVersion);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE attempt, delivery, destination_health, lane_lease, decision, document, message_identity, idempotency,
        normalisation, interchange, audit_event, route, destination, agreement, access_key, participant, node_key,
        setup_version;
      DROP FUNCTION setup_changed(), ensure_month(text, date), uuid_at(timestamptz);
    `);
  }
}

/** What administrators keep: who, with which rights, to where. */
const setup = `
  CREATE TABLE node_key (
    kid text PRIMARY KEY,
    algorithm text NOT NULL,
    private_sealed bytea NOT NULL,
    public_jwk jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
  );
  CREATE TABLE participant (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    name_zh text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('agency', 'enterprise', 'administration', 'node')),
    system text CHECK (system IN ('customs', 'inspection', 'border', 'maritime', 'port')),
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE access_key (
    id uuid PRIMARY KEY,
    participant_id uuid NOT NULL REFERENCES participant,
    role text NOT NULL CHECK (role IN ('participant', 'administrator')),
    label text NOT NULL,
    hash bytea NOT NULL UNIQUE,
    hint text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    revoked_at timestamptz
  );
  CREATE INDEX access_key_participant ON access_key (participant_id);
  CREATE TABLE agreement (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES participant,
    consumer_id uuid NOT NULL REFERENCES participant,
    document_type text NOT NULL,
    condition text,
    fields text[],
    personal boolean NOT NULL DEFAULT false,
    purpose text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz,
    state text NOT NULL DEFAULT 'granted' CHECK (state IN ('granted', 'suspended', 'revoked')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX agreement_parties ON agreement (owner_id, consumer_id);
  CREATE TABLE destination (
    id uuid PRIMARY KEY,
    participant_id uuid NOT NULL REFERENCES participant,
    code text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('mailbox', 'webhook', 'file', 'broker', 'peer')),
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'disabled')),
    config jsonb NOT NULL DEFAULT '{}',
    secret_sealed bytea,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (participant_id, code)
  );
  CREATE TABLE route (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    document_type text NOT NULL,
    condition text,
    destination_id uuid NOT NULL REFERENCES destination,
    priority smallint NOT NULL DEFAULT 100,
    fallback boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'enabled' CHECK (state IN ('enabled', 'disabled')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX route_destination ON route (destination_id);
  CREATE TABLE audit_event (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    actor_participant_id uuid,
    actor_key_id uuid,
    address text,
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id text NOT NULL,
    reason text,
    before jsonb,
    after jsonb
  );
  CREATE INDEX audit_event_subject ON audit_event (subject_type, subject_id);
`;

/**
 * Months are ranges of version 7 ids, whose first 48 bits are the time: the primary key stays the id alone and a
 * look-up by id touches one partition. Bodies up to a page stay in their row, uncompressed.
 */
const intake = `
  CREATE FUNCTION uuid_at(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT rpad(lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0'), 32, '0')::uuid
  $$;
  CREATE FUNCTION ensure_month(parent text, month date) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    first timestamptz := date_trunc('month', month::timestamp) AT TIME ZONE 'UTC';
    next timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') AT TIME ZONE 'UTC';
    name text := parent || to_char(month, '_YYYYMM');
  BEGIN
    IF to_regclass(name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', name, parent, uuid_at(first), uuid_at(next));
      EXECUTE format('ALTER TABLE %I SET (toast_tuple_target = 8160)', name);
    END IF;
  END $$;
  CREATE TABLE interchange (
    id uuid PRIMARY KEY,
    participant_id uuid NOT NULL,
    received_at timestamptz NOT NULL,
    channel text NOT NULL,
    content_type text,
    adapter_hint text,
    idempotency_key text,
    sha256 bytea NOT NULL,
    size integer NOT NULL,
    body bytea STORAGE EXTERNAL NOT NULL
  ) PARTITION BY RANGE (id);
  CREATE TABLE interchange_other PARTITION OF interchange DEFAULT;
  CREATE TABLE idempotency (
    participant_id uuid NOT NULL,
    key text NOT NULL,
    interchange_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (participant_id, key)
  );
  CREATE INDEX idempotency_age ON idempotency USING brin (created_at);
  CREATE TABLE normalisation (
    interchange_id uuid PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    participant_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'pending'
      CHECK (state IN ('pending', 'normalised', 'duplicate', 'held', 'rejected')),
    attempts smallint NOT NULL DEFAULT 0,
    adapter_id text,
    mapping_version text,
    identity text,
    duplicate_of uuid,
    document_ids uuid[] NOT NULL DEFAULT '{}',
    faults json,
    finished_at timestamptz
  );
  CREATE INDEX normalisation_pending ON normalisation (participant_id, seq) WHERE state = 'pending';
  CREATE INDEX normalisation_attention ON normalisation (state, interchange_id) WHERE state IN ('held', 'rejected');
  CREATE INDEX normalisation_participant ON normalisation (participant_id, interchange_id);
  CREATE TABLE message_identity (
    participant_id uuid NOT NULL,
    identity text NOT NULL,
    interchange_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (participant_id, identity)
  );
  CREATE INDEX message_identity_age ON message_identity USING brin (created_at);
`;

/** The body is json, not jsonb: kept as written, so that its hash and its signature stay true. */
const documents = `
  CREATE TABLE document (
    id uuid PRIMARY KEY,
    interchange_id uuid NOT NULL,
    ordinal integer NOT NULL,
    type text NOT NULL,
    schema_version text NOT NULL,
    origin_node text NOT NULL,
    sender_id uuid NOT NULL,
    occurred_at timestamptz,
    received_at timestamptz NOT NULL,
    keys text[] NOT NULL,
    order_key text NOT NULL,
    supersedes uuid,
    sha256 bytea NOT NULL,
    size integer NOT NULL,
    body json NOT NULL
  ) PARTITION BY RANGE (id);
  CREATE TABLE document_other PARTITION OF document DEFAULT;
  CREATE INDEX document_keys ON document USING gin (keys);
  CREATE INDEX document_sender ON document (sender_id, id);
  CREATE TABLE decision (
    document_id uuid NOT NULL,
    decided_at timestamptz NOT NULL,
    decisions json NOT NULL,
    PRIMARY KEY (document_id, decided_at)
  );
`;

const deliveries = `
  CREATE TABLE delivery (
    destination_id uuid NOT NULL,
    document_id uuid NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead', 'cancelled')),
    route_id uuid NOT NULL,
    agreement_id uuid,
    order_key text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    position bigint,
    replayed boolean NOT NULL DEFAULT false,
    fault json,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (destination_id, document_id)
  );
  CREATE INDEX delivery_pending ON delivery (destination_id, seq) WHERE state = 'pending';
  CREATE INDEX delivery_waiting ON delivery (destination_id, order_key, seq)
    WHERE state = 'pending' AND due_at IS NOT NULL;
  CREATE INDEX delivery_document ON delivery (document_id);
  CREATE INDEX delivery_dead ON delivery (destination_id, seq) WHERE state = 'dead';
  CREATE UNIQUE INDEX delivery_position ON delivery (destination_id, position) WHERE position IS NOT NULL;
  CREATE TABLE attempt (
    id uuid PRIMARY KEY,
    destination_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    ms integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('delivered', 'retry', 'dead-letter')),
    status integer,
    error text,
    response_head text,
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    seqs bigint[] NOT NULL
  );
  CREATE INDEX attempt_destination ON attempt (destination_id, first_seq);
  CREATE TABLE destination_health (
    destination_id uuid PRIMARY KEY,
    breaker text NOT NULL DEFAULT 'closed' CHECK (breaker IN ('closed', 'open', 'half-open')),
    failures integer NOT NULL DEFAULT 0,
    open_until timestamptz,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_position bigint NOT NULL DEFAULT 0
  );
  CREATE TABLE lane_lease (
    lane text PRIMARY KEY,
    owner uuid NOT NULL,
    until timestamptz NOT NULL
  );
`;

/** Every process reads the setup as one snapshot; a change of any row makes the snapshot stale everywhere at once. */
const setupVersion = `
  CREATE TABLE setup_version (one boolean PRIMARY KEY DEFAULT true CHECK (one), version bigint NOT NULL);
  INSERT INTO setup_version (version) VALUES (1);
  CREATE FUNCTION setup_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE setup_version SET version = version + 1;
    NOTIFY setup_changed;
    RETURN NULL;
  END $$;
  CREATE TRIGGER setup_changed AFTER INSERT OR UPDATE OR DELETE ON participant FOR EACH STATEMENT EXECUTE FUNCTION setup_changed();
  CREATE TRIGGER setup_changed AFTER INSERT OR UPDATE OR DELETE ON access_key FOR EACH STATEMENT EXECUTE FUNCTION setup_changed();
  CREATE TRIGGER setup_changed AFTER INSERT OR UPDATE OR DELETE ON agreement FOR EACH STATEMENT EXECUTE FUNCTION setup_changed();
  CREATE TRIGGER setup_changed AFTER INSERT OR UPDATE OR DELETE ON destination FOR EACH STATEMENT EXECUTE FUNCTION setup_changed();
  CREATE TRIGGER setup_changed AFTER INSERT OR UPDATE OR DELETE ON route FOR EACH STATEMENT EXECUTE FUNCTION setup_changed();
`;
