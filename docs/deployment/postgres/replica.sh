#!/usr/bin/env bash
# Copies the primary when this folder is empty, then follows it by its slot. `pg_ctl promote` makes it the primary.
set -euo pipefail
export PGDATA=${PGDATA:-/var/lib/postgresql/18/docker}
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA" && chmod 700 "$PGDATA"
  until pg_basebackup --pgdata "$PGDATA" --write-recovery-conf --slot replica --checkpoint fast \
    --dbname "host=${PRIMARY_HOST:-postgres} user=replication application_name=replica"; do
    rm -rf "${PGDATA:?}"/* && sleep 5
  done
fi
exec postgres -c hot_standby=on
