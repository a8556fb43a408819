import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { stopProcess } from './child.js';
import { postmasterOf } from './processes.js';
import { officesOfSink } from './routes.js';
import type { Subject } from './subject.js';

/** Posts to the administration API. */
export type Create = (what: string, body: object) => Promise<Created>;

/**
 * The hub as an operator starts it, in one process with its own PostgreSQL, set up over its administration API.
 *
 * @param more what is set up beside the three webhooks
 */
export const hubWith = (
  settings: Readonly<Record<string, string>>,
  more: (create: Create) => Promise<void> = () => Promise.resolve(),
): Subject => ({
  name: 'hub',
  async start(sinkUrls, dataDir) {
    const administrator = `tg_${randomBytes(32).toString('base64url')}`;
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', fileURLToPath(new URL('../../apps/hub/src/main.js', import.meta.url))],
      {
        env: {
          ...process.env,
          PORT: '0',
          HOST: '127.0.0.1',
          DATA_DIR: dataDir,
          NODE_CODE: 'dalian',
          TONGGUAN_BOOTSTRAP_KEY: administrator,
          LOG_LEVEL: 'error',
          ALLOW_NETWORKS: '127.0.0.0/8',
          // One sender sends all: its own limit is not what is measured.
          RATE_LIMIT: '0',
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    try {
      const base = await announced(child);
      const create: Create = (what, body) => post(`${base}/v1/admin/${what}`, administrator, body);
      const { key, secrets } = await setUp(create, sinkUrls);
      await more(create);
      return {
        url: `${base}/v1/interchanges`,
        headers: [`Authorization: Bearer ${key}`],
        secrets,
        pid: child.pid ?? 0,
        postmaster: await postmasterOf(`${dataDir}/postgres`),
        stop: () => stopProcess(child),
      };
    } catch (error) {
      await stopProcess(child);
      throw error;
    }
  },
});

export const hubSubject = hubWith({});

/** The hub says on standard output where it listens. */
function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const url = /http:\/\/[\d.]+:\d+/.exec(text)?.[0];
      if (url !== undefined && text.endsWith('\n')) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the hub ended (${code}) before it listened`)));
  });
}

/** A broker that sends declarations; an agency with three webhooks; the right; one route for each webhook. */
async function setUp(
  create: Create,
  sinkUrls: readonly string[],
): Promise<{ readonly key: string; readonly secrets: readonly string[] }> {
  await create('participants', {
    code: 'broker',
    nameZh: '大连通达四海报关行',
    nameEn: 'Dalian Tongda Sihai Customs Broker',
    kind: 'enterprise',
  });
  await create('participants', {
    code: 'customs',
    nameZh: '口岸海关业务平台',
    nameEn: 'Port Customs Platform',
    kind: 'agency',
    system: 'customs',
  });
  await create('agreements', {
    owner: 'broker',
    consumer: 'customs',
    documentType: 'Declaration',
    purpose: '通关',
  });
  const secrets: string[] = [];
  for (const [at, url] of sinkUrls.entries()) {
    const code = `hall-${at + 1}`;
    const destination = await create('destinations', {
      participant: 'customs',
      code,
      kind: 'webhook',
      url,
      batchLimit: 100,
    });
    secrets.push(destination.secret ?? '');
    const offices = (officesOfSink[at] ?? []).map((office) => `'${office}'`).join(', ');
    await create('routes', {
      code: `declarations-${code}`,
      documentType: 'Declaration',
      condition: `document.declarationOffice in [${offices}]`,
      destination: `customs/${code}`,
    });
  }
  const { key } = await create('keys', { participant: 'broker', label: 'bench' });
  return { key: key ?? '', secrets };
}

export interface Created {
  readonly key?: string;
  readonly secret?: string;
}

async function post(url: string, key: string, body: object): Promise<Created> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Created;
}
