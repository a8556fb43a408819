#!/usr/bin/env bash
# Run once, when the primary's folder is made: lets the replica copy and follow it.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$REPLICATION_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE replication WITH REPLICATION LOGIN PASSWORD :'password';
SELECT pg_create_physical_replication_slot('replica');
ALTER SYSTEM SET max_slot_wal_keep_size = '16GB';
SQL
echo 'host replication replication all scram-sha-256' >>"$PGDATA/pg_hba.conf"
