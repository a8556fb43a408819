import { createHash } from 'node:crypto';
import { entrySql } from './record-sql.js';
import { isSmall, type Watched } from './watched-table.js';
import { watched } from './watched.js';

/** What the hub names its connections: a change that is made by hand leaves no entry, and is found by that. */
const byTheHub = `current_setting('application_name') LIKE 'tongguan%'`;

const transition = { INSERT: 'NEW', UPDATE: 'NEW', DELETE: 'OLD' } as const;

/** Nothing that a deployment may turn off: that it was turned off must stand in the chain. */
export const always = 'evidence_switch';

/**
 * One row for a statement, with the entries of all rows that it wrote: what a batch costs is the hashes alone. Times
 * of a whole row are written in UTC.
 */
function functionOf(table: Watched, event: Watched['events'][number]): string {
  const entry = entrySql(table, event === 'DELETE');
  const needed =
    event === 'INSERT' && table.implied !== undefined
      ? `WHERE NOT (${table.implied})`
      : spares(table, event)
        ? `WHERE ${entry} NOT IN (SELECT ${entry} FROM former t)`
        : '';
  const zone = table.columns === 'all' ? ` SET timezone TO 'UTC'` : '';
  return `CREATE OR REPLACE FUNCTION evidence_${table.table}_${event.toLowerCase()}() RETURNS trigger
    LANGUAGE plpgsql${zone} AS $body$
    BEGIN
      INSERT INTO evidence_pending (entries) SELECT string_agg(${entry}, ''::bytea) FROM changed t ${needed} HAVING count(*) > 0;
      RETURN NULL;
    END $body$;`;
}

const spares = (table: Watched, event: Watched['events'][number]): boolean =>
  event === 'UPDATE' && table.sparing === true;

const triggerOf = (table: Watched, event: Watched['events'][number]): string => `
  CREATE OR REPLACE TRIGGER evidence_${event.toLowerCase()} AFTER ${event} ON ${table.table}
    REFERENCING ${spares(table, event) ? 'OLD TABLE AS former ' : ''}${transition[event]} TABLE AS changed FOR EACH STATEMENT
    WHEN (${byTheHub}) EXECUTE FUNCTION evidence_${table.table}_${event.toLowerCase()}();`;

const every = (make: (table: Watched, event: Watched['events'][number]) => string): string =>
  watched.flatMap((table) => table.events.map((event) => make(table, event))).join('\n');

export const functionsSql = (): string => every(functionOf);

export const triggersSql = (): string => every(triggerOf);

export const noTriggersSql = (): string =>
  every(({ table }, event) =>
    table === always ? '' : `DROP TRIGGER IF EXISTS evidence_${event.toLowerCase()} ON ${table};`,
  );

/** Rows entered by one statement at most: what is sealed at once is counted in statements. */
const enteredAtOnce = 1_000;

const entered = (table: Watched, which: string): string => `INSERT INTO evidence_pending (entries)
  SELECT string_agg(entry, ''::bytea) FROM (
    SELECT ${entrySql(table)} AS entry, row_number() OVER () / ${enteredAtOnce} AS part FROM ${table.table} t WHERE ${which}
  ) AS e GROUP BY part ORDER BY part`;

/** The small tables as they are, entered anew: after a time without triggers, and when a column has come. */
export const standSql = (): string =>
  watched
    .filter(isSmall)
    .map((table) => entered(table, 'true'))
    .join(';\n');

/** Statements with the time since when nobody watched: what may have changed meanwhile, entered as it is. */
export const unsettledSql = (): readonly string[] =>
  watched.flatMap((table) =>
    table.unsettled === undefined
      ? []
      : [entered(table, `NOT (${table.implied ?? 'false'}) AND (${table.unsettled})`)],
  );

/** SQL that gives the columns of the tables whose rows are hashed whole. */
export const columnsSql = `SELECT coalesce(string_agg(table_name || '.' || column_name, ',' ORDER BY table_name, column_name), '') AS columns
  FROM information_schema.columns WHERE table_schema = current_schema()
    AND table_name IN (${watched.flatMap(({ table, columns }) => (columns === 'all' ? [`'${table}'`] : [])).join(', ')})`;

/** Changes when what is hashed, or how, does. */
export const definitionOf = (columns: string): string =>
  createHash('sha256')
    .update(functionsSql())
    .update(triggersSql())
    .update(columns)
    .digest('hex')
    .slice(0, 16);
