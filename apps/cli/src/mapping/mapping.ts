import { readFileSync } from 'node:fs';
import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { print } from '../terminal/print.js';
import {
  isObject,
  objectAt,
  objectsAt,
  pathOf,
  pathOfVersion,
  send,
  sendForAll,
  told,
  type HubOptions,
} from './mapping-client.js';

/** What every adapter reads by. */
export async function listMappings(options: HubOptions): Promise<ExitCode> {
  const all = await sendForAll(options, 'list mappings', '/v1/admin/mappings');
  return told(options, all, (items) =>
    items.map((one) => {
      const drafts = one.drafts === 0 ? '' : ` 草稿 drafts ${String(one.drafts)}`;
      const unusable =
        'unusable' in one ? ` 无法使用 unusable ${String(objectAt(one, 'unusable').label)}` : '';
      return `${String(one.adapter)} ${String(one.inForce)}${drafts}${unusable}`;
    }),
  );
}

export async function mappingHistory(adapter: string, options: HubOptions): Promise<ExitCode> {
  const all = await sendForAll(options, 'list versions', pathOf(adapter, '/versions'));
  return told(options, all, (items) => items.map(described));
}

/** The mapping with its code tables as JSON, ready to be edited and handed to `draft`. */
export async function getMapping(adapter: string, version: string, options: HubOptions): Promise<ExitCode> {
  const path = pathOfVersion(adapter, version);
  const got = await send(options, { title: 'show a mapping', method: 'GET', path });
  return told(options, got, ({ definition, codes }) => [JSON.stringify({ definition, codes }, null, 2)]);
}

/** A new draft, or with `draft` another content of one that there is. */
export async function draftMapping(
  adapter: string,
  wanted: { readonly file?: string; readonly from?: string; readonly note?: string; readonly draft?: string },
  options: HubOptions,
): Promise<ExitCode> {
  const content = wanted.file === undefined ? ok({}) : contentOf(wanted.file);
  if (!content.ok) return told(options, content, () => []);
  const note = wanted.note === undefined ? {} : { note: wanted.note };
  if (wanted.draft === undefined) {
    const body = { ...content.value, ...note, ...(wanted.from === undefined ? {} : { from: wanted.from }) };
    const path = pathOf(adapter, '/versions');
    return checked(options, await send(options, { title: 'begin a draft', method: 'POST', path, body }));
  }
  const path = pathOfVersion(adapter, wanted.draft);
  const now = await send(options, { title: 'show a draft', method: 'GET', path });
  if (!now.ok) return told(options, now, () => []);
  const body = { ...content.value, ...note };
  const request = {
    title: 'change a draft',
    method: 'PATCH',
    path,
    body,
    version: Number(now.value.version),
  };
  return checked(options, await send(options, request));
}

export async function diffMapping(
  adapter: string,
  version: string,
  against: string | undefined,
  options: HubOptions,
): Promise<ExitCode> {
  const query = against === undefined ? '' : `?against=${encodeURIComponent(against)}`;
  const path = pathOfVersion(adapter, version, `/diff${query}`);
  const diff = await send(options, { title: 'compare mappings', method: 'GET', path });
  return told(options, diff, (value) => [
    `${String(value.before)} → ${String(value.after)}`,
    ...objectsAt(value, 'changes').flatMap((change) => {
      const text = objectAt(change, 'text');
      return [`${marks.get(String(change.kind)) ?? ' '} ${String(text.zh)}`, `  ${String(text.en)}`];
    }),
  ]);
}

/** Of the draft as it is now: what changes between the reading and the act is refused. */
export async function publishMapping(
  adapter: string,
  version: string,
  reason: string,
  options: HubOptions,
): Promise<ExitCode> {
  const draft = await send(options, {
    title: 'show a draft',
    method: 'GET',
    path: pathOfVersion(adapter, version),
  });
  if (!draft.ok) return told(options, draft, () => []);
  const published = await send(options, {
    title: 'publish a draft',
    method: 'POST',
    path: pathOfVersion(adapter, version, '/publish'),
    body: { reason },
    version: Number(draft.value.version),
  });
  return told(options, published, (row) => [described(row)]);
}

export async function rollBackMapping(
  adapter: string,
  to: string,
  reason: string,
  options: HubOptions,
): Promise<ExitCode> {
  const request = {
    title: 'roll back',
    method: 'POST',
    path: pathOf(adapter, '/rollback'),
    body: { to, reason },
  };
  return told(options, await send(options, request), (row) => [described(row)]);
}

const marks = new Map([
  ['added', '+'],
  ['removed', '-'],
  ['changed', '~'],
  ['moved', '↕'],
]);

function described(row: JsonObject): string {
  const note = typeof row.note === 'string' ? ` ${row.note}` : '';
  const at = typeof row.publishedAt === 'string' ? ` 发布 published ${row.publishedAt}` : '';
  const ended = typeof row.retiredAt === 'string' ? ` 停用 retired ${row.retiredAt}` : '';
  return `${String(row.label)} ${String(row.state)}${at}${ended}${note}`;
}

/** A draft that may not be published yet counts as refused: a script stops there. */
function checked(options: HubOptions, outcome: Result<JsonObject, Fault>): ExitCode {
  const code = told(options, outcome, (row) => [described(row)]);
  if (!outcome.ok) return code;
  const faults = objectsAt(objectAt(outcome.value, 'check'), 'faults');
  if (!options.json) for (const fault of faults) faultLines(fault).forEach((line) => print(line));
  return faults.length > 0 ? exitCodes.refused : code;
}

function faultLines(fault: JsonObject): string[] {
  const { zh, en } = objectAt(fault, 'text');
  return [`${String(fault.code)} ${String(fault.pointer ?? '')}`, `  ${String(zh)}`, `  ${String(en)}`];
}

/** A file as `get` prints it, or a mapping alone. */
function contentOf(file: string): Result<JsonObject, Fault> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isObject(value)) throw new Error('not an object');
    if (!isObject(value.definition)) return ok({ definition: value });
    return ok({ definition: value.definition, ...(isObject(value.codes) ? { codes: value.codes } : {}) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(cliFaults.make('CLI_FILE_UNREADABLE', { values: { file, reason } }));
  }
}
