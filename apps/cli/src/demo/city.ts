import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startReceiver, type CloudEvent, type Receiver } from '../../../simulator/src/receiver/index.js';
import { applySetup } from '../apply/index.js';
import { HubClient } from './hub-client.js';
import { startHubProcess, type HubProcess } from './hub-process.js';

/** An event as a receiver of the demo saw it. */
export interface Seen {
  readonly event: CloudEvent;
  readonly at: number;
}

/** The node of Dalian with its parties, running. */
export interface City {
  readonly hub: HubProcess;
  readonly administrator: HubClient;
  readonly broker: HubClient;
  readonly terminal: HubClient;
  readonly keys: { readonly broker: string; readonly terminal: string };
  readonly customsReceiver: Receiver;
  readonly carrierReceiver: Receiver;
  readonly seenByCustoms: Seen[];
  readonly seenByCarrier: Seen[];
  /** Id of the destination `participant/code`. */
  destination(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Seen events kept in memory; the demo shows the latest. */
const SEEN_MOST = 10_000;

export interface CityOptions {
  readonly folder: string;
  readonly port: number;
  readonly print: (line: string) => void;
}

/** Starts the node and the receivers and applies the set-up file, as an operator would. */
export async function startCity(options: CityOptions): Promise<City> {
  const seenByCustoms: Seen[] = [];
  const seenByCarrier: Seen[] = [];
  const customsReceiver = await startReceiver({ onEvents: keep(seenByCustoms) });
  const carrierReceiver = await startReceiver({ onEvents: keep(seenByCarrier) });
  const hub = await startHubProcess({
    folder: options.folder,
    nodeCode: 'dalian',
    port: options.port,
    // The receivers of the demo are on this machine, which webhooks may not reach otherwise.
    environment: { ALLOW_NETWORKS: '127.0.0.0/8' },
  });
  const stop = async (): Promise<void> => {
    await hub.stop();
    await Promise.all([customsReceiver.close(), carrierReceiver.close()]);
  };
  try {
    const revealed = await applyCity(options, hub, customsReceiver.url, carrierReceiver.url);
    const shown = (title: string): string => revealed.get(title) ?? '';
    customsReceiver.trust(shown('create destination dalian-customs/h2018'));
    carrierReceiver.trust(shown('create destination bohai-lines/fleet'));
    const keys = {
      broker: shown('create key haitong-broker demo'),
      terminal: shown('create key dalian-terminal demo'),
    };
    const administrator = new HubClient(hub.url, hub.adminKey);
    return {
      hub,
      administrator,
      keys,
      customsReceiver,
      carrierReceiver,
      seenByCustoms,
      seenByCarrier,
      stop,
      broker: new HubClient(hub.url, keys.broker),
      terminal: new HubClient(hub.url, keys.terminal),
      destination: async (name) => {
        const answer = await administrator.get(`/v1/admin/destinations/${encodeURIComponent(name)}`);
        return String(answer.body['id']);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const keep =
  (seen: Seen[]) =>
  (events: readonly CloudEvent[]): void => {
    const at = Date.now();
    for (const event of events) seen.push({ event, at });
    if (seen.length > SEEN_MOST) seen.splice(0, seen.length - SEEN_MOST);
  };

async function applyCity(
  options: CityOptions,
  hub: HubProcess,
  customs: string,
  carrier: string,
): Promise<ReadonlyMap<string, string>> {
  const template = await readFile(new URL('./dalian.yaml', import.meta.url), 'utf8');
  const file = join(options.folder, 'dalian.yaml');
  await mkdir(options.folder, { recursive: true });
  await writeFile(file, template.replaceAll('{{customs}}', customs).replaceAll('{{carrier}}', carrier));
  const applied = await applySetup({
    file,
    url: hub.url,
    key: hub.adminKey,
    now: Date.now,
    print: () => undefined,
  });
  if (!applied.ok) throw new Error(applied.error.map((fault) => `${fault.code} ${fault.text.en}`).join('\n'));
  options.print(`  ${applied.value.done.length} 项设置已应用 · set-up steps applied: ${file}`);
  return applied.value.revealed;
}
