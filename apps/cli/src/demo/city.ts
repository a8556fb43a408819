import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TongguanClient } from '#client';
import { startReceiver, type CloudEvent, type Receiver } from '../../../simulator/src/receiver/index.js';
import { Sandbox } from '../../../simulator/src/sandbox/index.js';
import { applySetup } from '../apply/index.js';
import type { HubProcess } from './hub-process.js';

/** An event as a receiver of the demo saw it. */
export interface Seen {
  readonly event: CloudEvent;
  readonly at: number;
}

/** The node of Dalian with its parties, running. */
export interface City {
  readonly hub: HubProcess;
  readonly broker: TongguanClient;
  readonly terminal: TongguanClient;
  readonly keys: { readonly broker: string; readonly terminal: string };
  readonly customsReceiver: Receiver;
  readonly carrierReceiver: Receiver;
  readonly seenByCustoms: Seen[];
  readonly seenByCarrier: Seen[];
  /** The counter-agency that answers as messages ask. */
  readonly sandbox: Sandbox;
  stop(): Promise<void>;
}

/** Seen events kept in memory; the demo shows the latest. */
const SEEN_MOST = 10_000;

export interface CityOptions {
  /** The node, running; whoever started it ends it. */
  readonly hub: HubProcess;
  readonly folder: string;
  readonly print: (line: string) => void;
}

/** Starts the receivers and applies the set-up file, as an operator would. */
export async function startCity(options: CityOptions): Promise<City> {
  const { hub } = options;
  const seenByCustoms: Seen[] = [];
  const seenByCarrier: Seen[] = [];
  const customsReceiver = await startReceiver({ onEvents: keep(seenByCustoms) });
  const carrierReceiver = await startReceiver({ onEvents: keep(seenByCarrier) });
  const closeReceivers = (): Promise<unknown> =>
    Promise.all([customsReceiver.close(), carrierReceiver.close()]);
  const ending = new AbortController();
  let sandboxRuns: Promise<unknown> = Promise.resolve();
  const stop = async (): Promise<void> => {
    ending.abort();
    await sandboxRuns;
    await closeReceivers();
  };
  try {
    const revealed = await applyCity(options, customsReceiver.url, carrierReceiver.url);
    const shown = (title: string): string => revealed.get(title) ?? '';
    customsReceiver.trust(shown('create destination dalian-customs/h2018'));
    carrierReceiver.trust(shown('create destination bohai-lines/fleet'));
    const keys = {
      broker: shown('create key haitong-broker demo'),
      terminal: shown('create key dalian-terminal demo'),
    };
    const client = (key: string): TongguanClient => new TongguanClient({ url: hub.url, key });
    const sandbox = await startSandbox(client(shown('create key sandbox demo')), ending.signal);
    sandboxRuns = sandbox.run();
    return {
      hub,
      keys,
      customsReceiver,
      carrierReceiver,
      seenByCustoms,
      seenByCarrier,
      sandbox,
      stop,
      broker: client(keys.broker),
      terminal: client(keys.terminal),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As `tongguan sandbox` does, in this process. */
async function startSandbox(client: TongguanClient, signal: AbortSignal): Promise<Sandbox> {
  const events = client.stream(await mailboxOf(client), { signal });
  return new Sandbox({ client, events, signal });
}

/** Id of the mailbox that each party of the demo has. */
export async function mailboxOf(client: TongguanClient): Promise<string> {
  const found = await client.destinations.find('inbox', 'mailbox');
  if (!found.ok) throw new Error(`${found.error.code} ${found.error.title}`);
  return String(found.value?.['id']);
}

const keep =
  (seen: Seen[]) =>
  (events: readonly CloudEvent[]): void => {
    const at = Date.now();
    for (const event of events) seen.push({ event, at });
    if (seen.length > SEEN_MOST) seen.splice(0, seen.length - SEEN_MOST);
  };

async function applyCity(
  { hub, folder, print }: CityOptions,
  customs: string,
  carrier: string,
): Promise<ReadonlyMap<string, string>> {
  const template = await readFile(new URL('./dalian.yaml', import.meta.url), 'utf8');
  const file = join(folder, 'dalian.yaml');
  await mkdir(folder, { recursive: true });
  await writeFile(file, template.replaceAll('{{customs}}', customs).replaceAll('{{carrier}}', carrier));
  const applied = await applySetup({
    file,
    url: hub.url,
    key: hub.adminKey,
    now: Date.now,
    print: () => undefined,
  });
  if (!applied.ok) throw new Error(applied.error.map((fault) => `${fault.code} ${fault.text.en}`).join('\n'));
  print(`  ${applied.value.done.length} 项设置已应用 · set-up steps applied: ${file}`);
  return applied.value.revealed;
}
