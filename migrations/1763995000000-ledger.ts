import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of other nodes that do not hold to what they showed or took. Column by column: docs/data-model.md. */
export class Ledger1763995000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(looks);
    await runner.query(forks);
    await runner.query(comparisons);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notice_of_day;
      ALTER TABLE comparison DROP kept_back;
      DROP TABLE peer_fork;
      DELETE FROM peer_checkpoint WHERE replaced_at IS NOT NULL;
      ALTER TABLE peer_checkpoint DROP CONSTRAINT peer_checkpoint_pkey, DROP replaced_at;
      ALTER TABLE peer_checkpoint ADD PRIMARY KEY (node_code, height);
      ALTER TABLE membership DROP looking_until;
    `);
  }
}

/** A look at the province takes as long as its network does: no lock is held meanwhile. */
const looks = `ALTER TABLE membership ADD looking_until timestamptz`;

/** A history that was accepted in place of another leaves that one to be shown. */
const forks = `
  ALTER TABLE peer_checkpoint ADD replaced_at timestamptz, DROP CONSTRAINT peer_checkpoint_pkey,
    ADD PRIMARY KEY (node_code, height, hash);
  CREATE TABLE peer_fork (
    node_code text PRIMARY KEY,
    height bigint NOT NULL,
    hash bytea NOT NULL,
    checkpoint text NOT NULL,
    fault json NOT NULL,
    found_at timestamptz NOT NULL
  );
`;

/** The administration is told once of a day and a peer, and once more when what is missing cannot be mended. */
const comparisons = `
  ALTER TABLE comparison ADD kept_back json NOT NULL DEFAULT '[]';
  CREATE UNIQUE INDEX notice_of_day ON notice (participant_id, subject_id, (fault->>'code'))
    WHERE kind = 'documents-differ';
`;
