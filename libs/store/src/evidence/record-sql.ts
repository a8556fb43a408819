import type { Form, KeyColumn, Watched } from './watched-table.js';

const forms: Record<Form, (column: string) => string> = {
  uuid: (column) => `'"' || ${column} || '"'`,
  text: (column) => `to_json(${column})::text`,
  number: (column) => `${column}::text`,
  boolean: (column) => `${column}::text`,
  time: (column) => `${micros(column)}::text`,
  hex: (column) => `'"' || encode(${column}, 'hex') || '"'`,
  array: (column) => `array_to_json(${column})::text`,
  digest: (column) => `'"' || encode(sha256(convert_to(${column}::text, 'UTF8')), 'hex') || '"'`,
};

/** Microseconds since 1970: the same whatever the time zone of the session is. */
const micros = (column: string): string => `(extract(epoch FROM ${column}) * 1000000)::bigint`;

const keyForms: Record<KeyColumn['as'], (column: string) => string> = {
  uuid: (column) => `uuid_send(${column})`,
  time: (column) => `int8send(${micros(column)})`,
  text: (column) => `convert_to(${column}, 'UTF8')`,
  number: (column) => `int8send(${column})`,
  hash: (column) => column,
};

/**
 * SQL over a row `t`: the record that is hashed, JSON text with a member for each column. Times are microseconds since
 * 1970, `digest` columns stand as the SHA-256 of their text. Of a whole row it is what `to_jsonb` makes of it in UTC.
 */
export function recordSql({ columns }: Watched): string {
  if (columns === 'all') return 'to_jsonb(t)::text';
  const members = Object.entries(columns).map(
    ([name, form], at) =>
      `'${at === 0 ? '{' : ','}"${name}":' || coalesce(${forms[form](`t.${name}`)}, 'null')`,
  );
  return `${members.join(' || ')} || '}'`;
}

/** SQL over a row `t`: the key as bytes, fixed in length but for a text, which comes last. */
export const subjectSql = ({ key }: Watched): string =>
  key.map(({ name, as }) => keyForms[as](`t.${name}`)).join(' || ');

/** SQL over a row `t`: `kind (1) | length of subject (1) | subject | SHA-256 of the record (32)`. */
export function entrySql(table: Watched, gone = false): string {
  const kind = `'\\x${table.kind.toString(16).padStart(2, '0')}'::bytea`;
  const hash = gone ? `'\\x${'00'.repeat(32)}'::bytea` : `sha256(convert_to(${recordSql(table)}, 'UTF8'))`;
  const subject = subjectSql(table);
  const sizes = { uuid: 16, time: 8, number: 8, hash: 32 };
  const fixed = table.key.every(({ as }) => as !== 'text');
  const length = fixed
    ? `'\\x${table.key
        .reduce((sum, { as }) => sum + (as === 'text' ? 0 : sizes[as]), 0)
        .toString(16)
        .padStart(2, '0')}'::bytea`
    : `set_byte('\\x00'::bytea, 0, octet_length(${subject}))`;
  return `${kind} || ${length} || ${subject} || ${hash}`;
}

/** SQL over `s.subject`: the key columns again, for finding the row of an entry. */
export function keyOfSubjectSql({ key }: Watched): readonly string[] {
  let at = 1;
  return key.map(({ as }) => {
    const size = as === 'uuid' ? 16 : as === 'hash' ? 32 : 8;
    const from = at;
    const part = `substring(s.subject FROM ${from} FOR ${size})`;
    at += size;
    if (as === 'hash') return part;
    const number = `('x' || encode(${part}, 'hex'))::bit(64)::bigint`;
    if (as === 'uuid') return `encode(${part}, 'hex')::uuid`;
    if (as === 'text') return `convert_from(substring(s.subject FROM ${from}), 'UTF8')`;
    return as === 'number' ? number : `(timestamptz 'epoch' + ${number} * interval '1 microsecond')`;
  });
}

/** SQL over a row `t`: what its `sha256` is of, as bytes. */
export const contentSql = ({ content }: Watched): string =>
  content
    ? content.json
      ? `convert_to(t.${content.column}::text, 'UTF8')`
      : `t.${content.column}`
    : 'NULL::bytea';
