import { readFile, writeFile } from 'node:fs/promises';
import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import type { ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { isObject, objectsAt, send, told, type HubOptions } from '../mapping/mapping-client.js';

const admin = '/v1/admin/nodes';

export async function listNodes(options: HubOptions): Promise<ExitCode> {
  const nodes = await send(options, { title: 'list nodes', method: 'GET', path: admin });
  return told(options, nodes, (page) => objectsAt(page, 'items').map(described));
}

export async function status(options: HubOptions): Promise<ExitCode> {
  const answer = await send(options, { title: 'status', method: 'GET', path: '/v1/admin/directory' });
  return told(options, answer, (one) => {
    const { node, province, directory, issuedAt, stale, key } = one;
    const forks = objectsAt(one, 'forks').map(forked);
    const fault = isObject(one['fault']) ? [`! ${String(one['fault']['message'])}`] : [];
    return [
      `${text(node)}: ${province === null ? '未加入互联 in no federation' : `省级 province ${text(province)}`}`,
      `目录 directory ${text(directory)}${issuedAt === null ? '' : ` ${text(issuedAt)}`}${stale === true ? ' 过久 old' : ''}`,
      `密钥 key ${text(key)}`,
      ...fault,
      ...forks,
    ];
  });
}

/** Writes the invitation for its owner's eyes alone; a file that is there is not overwritten. */
export async function invite(
  node: string,
  wanted: { output: string; hours?: number; endpoint?: string },
  options: HubOptions,
): Promise<ExitCode> {
  const { output, hours, endpoint = options.url } = wanted;
  const invited = await send(options, {
    title: `invite ${node}`,
    method: 'POST',
    path: `${admin}/invitations`,
    body: { node, endpoint: base(endpoint), ...(hours === undefined ? {} : { hours }) },
  });
  const written = invited.ok ? await write(output, invited.value) : invited;
  return told(options, written, ({ expiresAt }) => [
    `${output}  ${node}  有效至 good until ${text(expiresAt)}`,
    '经可靠途径交给该节点 · hand it over on a way that you trust: tongguan node join',
  ]);
}

export async function join(
  file: string,
  endpoint: string | undefined,
  options: HubOptions,
): Promise<ExitCode> {
  const invitation = await read(file);
  if (!invitation.ok) return told(options, invitation, () => []);
  const joined = await send(options, {
    title: 'join',
    method: 'POST',
    path: `${admin}/join`,
    body: { invitation: invitation.value, endpoint: base(endpoint ?? options.url) },
  });
  return told(options, joined, ({ province, directory, nodes }) => [
    `已加入 joined ${text(province)}  目录 directory ${text(directory)}`,
    `节点 nodes ${Array.isArray(nodes) ? nodes.join(' ') : ''}`,
  ]);
}

export async function revoke(node: string, reason: string, options: HubOptions): Promise<ExitCode> {
  const path = `${admin}/${encodeURIComponent(node)}/revoke`;
  const title = `revoke ${node}`;
  const revoked = await send(options, { title, method: 'POST', path, body: { reason } });
  return told(options, revoked, (one) => [described(one)]);
}

export async function publish(options: HubOptions): Promise<ExitCode> {
  const path = '/v1/admin/directory/publish';
  const published = await send(options, { title: 'publish', method: 'POST', path, body: {} });
  return told(options, published, ({ directory }) => [`目录 directory ${text(directory)}`]);
}

export async function rollKey(
  { reason, leaked = false }: { reason: string; leaked?: boolean },
  options: HubOptions,
): Promise<ExitCode> {
  const path = `${admin}/roll-key`;
  const rolled = await send(options, { title: 'roll key', method: 'POST', path, body: { reason, leaked } });
  return told(options, rolled, ({ kid, active }) => [
    `新密钥 new key ${text(kid)}`,
    active === true ? '已启用 it signs' : '目录包含后启用 it signs once the directory has it',
  ]);
}

/** What this node has seen of the history of another one: to be shown to it. */
export async function checkpoints(node: string, options: HubOptions): Promise<ExitCode> {
  const path = `${admin}/${encodeURIComponent(node)}/checkpoints`;
  const held = await send(options, { title: `checkpoints of ${node}`, method: 'GET', path });
  return told(options, held, seen);
}

export async function acceptFork(node: string, reason: string, options: HubOptions): Promise<ExitCode> {
  const path = `${admin}/${encodeURIComponent(node)}/accept-fork`;
  const title = `accept the history of ${node}`;
  const accepted = await send(options, { title, method: 'POST', path, body: { reason } });
  return told(options, accepted, (page) => seen(page).slice(0, 1));
}

const seen = (page: JsonObject): string[] =>
  objectsAt(page, 'items').map(({ height, hash, seenAt, replacedAt, checkpoint }) =>
    [
      `${text(height)}  ${text(hash)}  ${text(seenAt)}`,
      ...(replacedAt === null ? [] : [`已被替代 replaced ${text(replacedAt)}`]),
      text(checkpoint),
    ].join('  '),
  );

const forked = ({ node, height, foundAt, fault }: JsonObject): string =>
  `! ${text(node)} ${text(height)} ${text(foundAt)}: ${isObject(fault) ? text(fault['message']) : ''}`;

function described(node: JsonObject): string {
  const roles = [
    ...(node['province'] === true ? ['省级 province'] : []),
    ...(node['self'] === true ? ['本节点 this node'] : []),
    ...(node['state'] === 'revoked' ? [`已撤销 revoked ${text(node['revokedAt'])}`] : []),
  ];
  const names = `${text(node['nameZh'])} ${text(node['nameEn'])}`;
  return [text(node['code']), names, text(node['endpoint']), ...roles].join('  ');
}

const text = (value: unknown): string => String(value ?? '');

/** An address as nodes write it. */
const base = (url: string): string => url.replace(/\/+$/, '');

async function write(file: string, content: JsonObject): Promise<Result<JsonObject, Fault>> {
  try {
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return ok(content);
  } catch (error) {
    return fail(unusable(file, error));
  }
}

export async function read(file: string): Promise<Result<JsonObject, Fault>> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isObject(content) ? ok(content) : fail(unusable(file, new Error('JSON')));
  } catch (error) {
    return fail(unusable(file, error));
  }
}

const unusable = (file: string, error: unknown): Fault =>
  cliFaults.make('CLI_FILE_UNUSABLE', {
    values: { file, reason: error instanceof Error ? error.message : String(error) },
  });
