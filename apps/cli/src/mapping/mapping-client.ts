import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { AdminClient, type AdminRequest } from '../apply/admin-client.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { print, printFaults } from '../terminal/print.js';

/** Where the administration is, with which key, and how to print. */
export interface HubOptions {
  readonly url: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** Path of the mapping of an adapter. */
export const pathOf = (adapter: string, rest = ''): string =>
  `/v1/admin/mappings/${encodeURIComponent(adapter)}${rest}`;

export const pathOfVersion = (adapter: string, version: string, rest = ''): string =>
  pathOf(adapter, `/versions/${encodeURIComponent(version)}${rest}`);

/** One request to the administration. */
export function send({ url, key }: HubOptions, request: AdminRequest): Promise<Result<JsonObject, Fault>> {
  if (key === undefined || key === '') return Promise.resolve(fail(cliFaults.make('CLI_KEY_MISSING')));
  return new AdminClient(url, key).send(request);
}

/** Every page of a list. */
export async function sendForAll(
  options: HubOptions,
  title: string,
  path: string,
): Promise<Result<JsonObject[], Fault>> {
  const items: JsonObject[] = [];
  for (let cursor = ''; ;) {
    const page = await send(options, { title, method: 'GET', path: `${path}?limit=200${cursor}` });
    if (!page.ok) return page;
    items.push(...objectsAt(page.value, 'items'));
    const { next } = page.value;
    if (typeof next !== 'string') return ok(items);
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
}

export function objectsAt(value: JsonObject, member: string): JsonObject[] {
  const list = value[member];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

export function objectAt(value: JsonObject, member: string): JsonObject {
  const inner = value[member];
  return isObject(inner) ? inner : {};
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What came of it, printed. */
export function told<T extends JsonObject | JsonObject[]>(
  { json }: HubOptions,
  outcome: Result<T, Fault>,
  lines: (value: T) => readonly string[],
): ExitCode {
  if (!outcome.ok) {
    printFaults([outcome.error]);
    return exitCodes.refused;
  }
  const { value } = outcome;
  if (json) (Array.isArray(value) ? value : [value]).forEach((one) => print(JSON.stringify(one)));
  else lines(value).forEach((line) => print(line));
  return exitCodes.done;
}
