import type { JsonObject, Result, Fault } from '#kernel';
import { AdminClient, type AdminRequest } from '../apply/admin-client.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { print, printFaults } from '../terminal/print.js';

/** Where the administration is, and with which key. */
export interface AdminOptions {
  readonly url: string;
  readonly key?: string;
  readonly json?: boolean;
}

export interface NewKey {
  readonly participant: string;
  readonly label: string;
  readonly role: string;
  readonly expiresAt?: string;
  readonly reason?: string;
}

export const createKey = (wanted: NewKey, options: AdminOptions): Promise<ExitCode> =>
  ask(
    options,
    { title: 'create a key', method: 'POST', path: '/v1/admin/keys', body: { ...wanted } },
    revealed,
  );

export const rotateKey = (
  id: string,
  overlapSeconds: number | undefined,
  options: AdminOptions,
): Promise<ExitCode> =>
  ask(
    options,
    {
      title: 'rotate a key',
      method: 'POST',
      path: `/v1/admin/keys/${encodeURIComponent(id)}/rotate`,
      body: overlapSeconds === undefined ? {} : { overlapSeconds },
    },
    revealed,
  );

export const revokeKey = (id: string, reason: string, options: AdminOptions): Promise<ExitCode> =>
  ask(
    options,
    {
      title: 'revoke a key',
      method: 'POST',
      path: `/v1/admin/keys/${encodeURIComponent(id)}/revoke`,
      body: { reason },
    },
    (key) => [described(key)],
  );

/** Every key, page by page. */
export async function listKeys(participant: string | undefined, options: AdminOptions): Promise<ExitCode> {
  const filter = participant === undefined ? '' : `&participant=${encodeURIComponent(participant)}`;
  let cursor = '';
  for (;;) {
    let next = '';
    const path = `/v1/admin/keys?limit=200${filter}${cursor}`;
    const code = await ask(options, { title: 'list keys', method: 'GET', path }, (page) => {
      if (typeof page['next'] === 'string') next = `&cursor=${encodeURIComponent(page['next'])}`;
      return Array.isArray(page['items']) ? page['items'].map(described) : [];
    });
    if (code !== exitCodes.done || next === '') return code;
    cursor = next;
  }
}

async function ask(
  { url, key, json }: AdminOptions,
  request: AdminRequest,
  lines: (answer: JsonObject) => readonly string[],
): Promise<ExitCode> {
  if (key === undefined || key === '') {
    printFaults([cliFaults.make('CLI_KEY_MISSING')]);
    return exitCodes.refused;
  }
  const answer: Result<JsonObject, Fault> = await new AdminClient(url, key).send(request);
  if (!answer.ok) {
    printFaults([answer.error]);
    return exitCodes.refused;
  }
  const shown = lines(answer.value);
  if (json) print(JSON.stringify(answer.value));
  else shown.forEach((line) => print(line));
  return exitCodes.done;
}

const revealed = (key: JsonObject): string[] => [
  described(key),
  `只显示一次 shown this once: ${String(key['key'])}`,
];

function described(key: JsonObject): string {
  const ended =
    typeof key['revokedAt'] === 'string'
      ? `撤销 revoked ${key['revokedAt']}`
      : typeof key['expiresAt'] === 'string'
        ? `到期 expires ${key['expiresAt']}`
        : '';
  return `${String(key['id'])} ${String(key['role'])} …${String(key['hint'])} ${String(key['label'])} ${ended}`.trimEnd();
}
