import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openSql, startEmbedded } from '#store';
import { startHubProcess, type HubProcess } from '../hub-process.js';
import { provinceCodes, type ProvinceCode } from './province.js';

const names: Readonly<Record<ProvinceCode, readonly [string, string]>> = {
  liaoning: ['辽宁省节点', 'Province of Liaoning'],
  dalian: ['大连节点', 'City of Dalian'],
  yingkou: ['营口节点', 'City of Yingkou'],
};

export interface ProvinceNodes {
  readonly nodes: Readonly<Record<ProvinceCode, HubProcess>>;
  stop(): Promise<void>;
}

/**
 * Three nodes on one machine: a hub each in a process of its own, with a database of its own in one embedded
 * PostgreSQL.
 *
 * @param port of Dalian; the others have any
 */
export async function startNodes(folder: string, port: number): Promise<ProvinceNodes> {
  await mkdir(folder, { recursive: true });
  const embedded = await startEmbedded({ dataDir: join(folder, 'postgres') });
  if (!embedded.ok) throw new Error(`${embedded.error.code} ${embedded.error.text.en}`);
  const started: Partial<Record<ProvinceCode, HubProcess>> = {};
  const stop = async (): Promise<void> => {
    await Promise.all(Object.values(started).map((hub) => hub.stop()));
    await embedded.value.stop();
  };
  try {
    await Promise.all(
      provinceCodes.map(async (code) => {
        const databaseUrl = await databaseOf(embedded.value.url, code);
        started[code] = await startNode(code, databaseUrl, folder, code === 'dalian' ? port : 0);
      }),
    );
    const { liaoning, dalian, yingkou } = started;
    if (!liaoning || !dalian || !yingkou) throw new Error('a node did not start');
    return { nodes: { liaoning, dalian, yingkou }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function databaseOf(url: string, code: ProvinceCode): Promise<string> {
  const sql = openSql({ url, connections: 1 });
  try {
    await sql.query(`CREATE DATABASE ${code}`);
  } finally {
    await sql.end();
  }
  const own = new URL(url);
  own.pathname = `/${code}`;
  return own.href;
}

function startNode(
  code: ProvinceCode,
  databaseUrl: string,
  folder: string,
  port: number,
): Promise<HubProcess> {
  const [zh, en] = names[code];
  return startHubProcess({
    folder: join(folder, code),
    nodeCode: code,
    port,
    environment: {
      DATABASE_URL: databaseUrl,
      NODE_NAME_ZH: zh,
      NODE_NAME_EN: en,
      DIRECTORY_SECONDS: '2',
      DATABASE_CONNECTIONS: '5',
      // The receivers of the demo are on this machine, which webhooks may not reach otherwise.
      ALLOW_NETWORKS: '127.0.0.0/8',
    },
  });
}
