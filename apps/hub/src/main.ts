import 'reflect-metadata';
import { useCodeLists } from './code-lists.js';
import { readConfig, type Config } from './config.js';
import { describeFaults } from './describe-faults.js';
import { openLog } from './log.js';
import { openStand } from './node/stand.js';
import { Shutdown } from './shutdown.js';
import { startDoor } from './start-door.js';
import { startWorker } from './start-worker.js';
import { Refusal } from './refusal.js';

/** `--role gateway|worker|all` on the command line comes before the environment. */
function roleArgument(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--role');
  return at >= 0 ? argv[at + 1] : argv.find((one) => one.startsWith('--role='))?.slice('--role='.length);
}

async function main(): Promise<void> {
  const config = readConfig(process.env, roleArgument(process.argv));
  if (!config.ok) return refuse(new Refusal(config.error));
  const log = openLog(config.value.logLevel, config.value.nodeCode);
  const shutdown = new Shutdown(log, config.value.closeSeconds);
  try {
    await start(config.value, shutdown);
  } catch (error) {
    await shutdown.undo();
    if (!(error instanceof Refusal)) throw error;
    refuse(error);
  }

  async function start(config: Config, shutdown: Shutdown): Promise<void> {
    const codeLists = useCodeLists(config.codeLists);
    if (!codeLists.ok) throw new Refusal(codeLists.error);
    const stand = await openStand(config, log);
    if (!stand.ok) throw new Refusal([stand.error]);
    shutdown.add(() => stand.value.close());
    const started =
      config.role === 'worker'
        ? await startWorker(config, stand.value, log, shutdown)
        : await startDoor(config, stand.value, log, shutdown);
    announce(config, started.port, started.key);
  }
}

/** Standard output is for the operator: where the hub is, and once in its life the first key. */
function announce(config: Config, port: number, key: string | undefined): void {
  const lines = [`tongguan ${config.nodeCode} (${config.role}) http://${config.host}:${port}`];
  if (key !== undefined) lines.push(`administrator key, shown this once: ${key}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function refuse({ faults }: Refusal): void {
  process.stderr.write(`${describeFaults(faults)}\n`);
  process.exitCode = 1;
}

await main();
