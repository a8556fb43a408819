import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '#kernel';
import { billOfScene, Party, type HandOverScene } from '../../../../simulator/src/hand-overs/index.js';
import { AdminClient, type AdminRequest } from '../../apply/admin-client.js';
import { applySetup } from '../../apply/index.js';
import { until } from '../waiting.js';

/** A node that runs: what a province needs of it. */
export interface RunningNode {
  readonly url: string;
  readonly adminKey: string;
}

/** The province and its cities by their codes, joined and sharing what the set-up files say. */
export interface RunningProvince {
  /** A party of any node, by its code. */
  readonly party: (code: string) => Party;
  /** Set-up steps that were taken. */
  readonly steps: number;
}

export const provinceCodes = ['liaoning', 'dalian', 'yingkou'] as const;
export type ProvinceCode = (typeof provinceCodes)[number];

export interface ProvinceOptions {
  readonly nodes: Readonly<Record<ProvinceCode, RunningNode>>;
  /** Where the set-up files go as they are applied. */
  readonly folder: string;
  /** What the cargo owner of Yingkou may ask for. */
  readonly scene: Pick<HandOverScene, 'seed' | 'number'>;
}

const settled = 60_000;

/** Does what the operators of three nodes do: set up their own parties, join, then say what they share. */
export async function joinProvince({ nodes, folder, scene }: ProvinceOptions): Promise<RunningProvince> {
  const parties = new Map<string, Party>();
  let steps = 0;
  for (const code of provinceCodes) {
    const { done, keys } = await applied(nodes[code], folder, `${code}.yaml`, {});
    steps += done;
    for (const [participant, key] of keys)
      parties.set(participant, new Party(participant, nodes[code].url, key));
  }
  const [province, ...cities] = provinceCodes;
  for (const city of cities) await joined(nodes[province], nodes[city], city);
  await until('every node to know the parties of the others', () => acquainted(nodes), settled);
  for (const code of provinceCodes)
    steps += (await applied(nodes[code], folder, `${code}-sharing.yaml`, { bill: billOfScene(scene) })).done;
  return {
    steps,
    party: (code) => {
      const party = parties.get(code);
      if (!party) throw new Error(`no party ${code}`);
      return party;
    },
  };
}

async function applied(
  { url, adminKey }: RunningNode,
  folder: string,
  name: string,
  filled: Readonly<Record<string, string>>,
): Promise<{ done: number; keys: (readonly [string, string])[] }> {
  const template = await readFile(new URL(name, import.meta.url), 'utf8');
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(
    file,
    template.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => filled[key] ?? ''),
  );
  const result = await applySetup({ file, url, key: adminKey, now: Date.now, print: () => undefined });
  if (!result.ok)
    throw new Error(result.error.map((one) => `${name}: ${one.code} ${one.text.en}`).join('\n'));
  const { done, revealed } = result.value;
  return {
    done: done.length,
    keys: [...revealed].flatMap(([title, key]) => {
      const participant = /^create key (\S+) /.exec(title)?.[1];
      return participant === undefined ? [] : [[participant, key] as const];
    }),
  };
}

/** One file, two commands. */
async function joined(province: RunningNode, city: RunningNode, code: string): Promise<void> {
  const invitation = await ask(province, {
    title: `invite ${code}`,
    method: 'POST',
    path: '/v1/admin/nodes/invitations',
    body: { node: code, endpoint: province.url },
  });
  await ask(city, {
    title: 'join',
    method: 'POST',
    path: '/v1/admin/nodes/join',
    body: { invitation, endpoint: city.url },
  });
}

async function ask({ url, adminKey }: RunningNode, request: AdminRequest): Promise<JsonObject> {
  const answer = await new AdminClient(url, adminKey).send(request);
  if (!answer.ok) throw new Error(`${request.title}: ${answer.error.code} ${answer.error.text.en}`);
  return answer.value;
}

/** Parties of other nodes that the set-up files name. */
const expected: Readonly<Record<ProvinceCode, readonly string[]>> = {
  liaoning: ['dalian-customs@dalian', 'dayao-terminal@dalian', 'dalian-msa@dalian', 'yingkou'],
  dalian: ['shenyang-broker@liaoning', 'shenyang-customs@liaoning', 'shenyang-ciq@liaoning', 'yingkou'],
  yingkou: ['dalian-msa@dalian', 'dayao-terminal@dalian'],
};

async function acquainted(nodes: ProvinceOptions['nodes']): Promise<true | undefined> {
  for (const code of provinceCodes)
    for (const participant of expected[code]) {
      const path = `/v1/admin/participants/${encodeURIComponent(participant)}`;
      const { url, adminKey } = nodes[code];
      const known = await new AdminClient(url, adminKey).send({ title: 'look', method: 'GET', path });
      if (!known.ok) return undefined;
    }
  return true;
}
