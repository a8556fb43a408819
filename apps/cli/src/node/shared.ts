import { writeFile } from 'node:fs/promises';
import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import type { ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { isObject, objectsAt, send, told, type HubOptions } from '../mapping/mapping-client.js';
import { read } from './node.js';

const path = '/v1/admin/directory/shared';

export async function listShared(options: HubOptions): Promise<ExitCode> {
  const items = await send(options, { title: 'list what is shared', method: 'GET', path });
  return told(options, items, (page) => objectsAt(page, 'items').map(described));
}

export interface Sharing {
  readonly mapping?: string;
  /** File of a code list. */
  readonly codeList?: string;
  readonly version?: string;
  readonly note?: string;
}

export async function share(wanted: Sharing, options: HubOptions): Promise<ExitCode> {
  const body = await sharing(wanted);
  if (!body.ok) return told(options, body, () => []);
  const shared = await send(options, { title: 'share', method: 'POST', path, body: body.value });
  return told(options, shared, (item) => [described(item)]);
}

async function sharing({ mapping, codeList, version, note }: Sharing): Promise<Result<JsonObject, Fault>> {
  const told = note === undefined ? {} : { note };
  if (codeList === undefined)
    return ok({
      mapping: { adapter: mapping ?? '', ...(version === undefined ? {} : { version }) },
      ...told,
    });
  const content = await read(codeList);
  if (!content.ok) return content;
  return ok({ codeList: { version: version ?? '1', content: content.value }, ...told });
}

export async function adopt(
  hash: string,
  output: string | undefined,
  options: HubOptions,
): Promise<ExitCode> {
  const items = await send(options, { title: 'list what is shared', method: 'GET', path });
  if (!items.ok) return told(options, items, () => []);
  const named = objectsAt(items.value, 'items').filter((one) => String(one['sha256']).startsWith(hash));
  const full = named.length === 1 ? String(named[0]?.['sha256']) : hash;
  const adopted = await send(options, {
    title: 'adopt',
    method: 'POST',
    path: `${path}/${encodeURIComponent(full)}/adopt`,
    body: {},
  });
  const kept = adopted.ok ? await keep(output, adopted.value) : adopted;
  return told(options, kept, (item) => [
    described(item),
    typeof item['draft'] === 'string'
      ? `草稿 draft ${item['draft']}: tongguan mapping diff, dry-run, publish`
      : (output ?? JSON.stringify(item['content'])),
  ]);
}

async function keep(output: string | undefined, item: JsonObject): Promise<Result<JsonObject, Fault>> {
  if (output === undefined || !isObject(item['content'])) return ok(item);
  try {
    await writeFile(output, `${JSON.stringify(item['content'], null, 2)}\n`);
    return ok(item);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(cliFaults.make('CLI_FILE_UNUSABLE', { values: { file: output, reason } }));
  }
}

const described = ({ kind, name, version, sha256, note }: JsonObject): string =>
  [kind, name, version, String(sha256).slice(0, 12), note].filter((part) => part !== undefined).join('  ');
