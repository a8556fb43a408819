import { adaptersTable } from './adapters/adapters-report.js';
import { measureAdapters } from './adapters/measure.js';
import { compare } from './compare.js';
import { measureDead } from './dead/measure.js';
import { deadTable } from './dead/report.js';
import { evidenceTable, measureEvidence } from './evidence-cost.js';
import { machine } from './machine.js';
import { help, readOptions } from './options.js';
import type { BenchOptions } from './options.js';
import { comparisonTable, runningHubTable } from './report.js';
import { measureRoutes, routesTable } from './route-curve.js';
import { loadRunningHub } from './running-hub.js';
import { subjects } from './subjects.js';

type Command = (options: BenchOptions) => Promise<void>;

/** `npm run bench -- NAME`: one command for each thing that is measured. */
const commands = new Map<string, Command>([
  ['hub', hub],
  ['adapters', adapters],
  ['routes', routes],
  ['evidence', evidence],
  ['dead', dead],
]);

async function hub(options: BenchOptions): Promise<void> {
  const on = machine();
  if (options.url !== undefined) {
    const figures = await loadRunningHub(options, options.url);
    print(options, { bench: 'running-hub', machine: on, ...figures }, () => runningHubTable(figures, on));
    return;
  }
  const chosen = subjects.filter((subject) => options.only === undefined || subject.name === options.only);
  const plan = { ...options, seed: options.seed ?? 1 };
  const comparison = await compare(chosen, options.rounds, plan, (text) => console.error(text));
  const { messages, seconds, connections, rate, rounds } = options;
  const result = {
    bench: 'hub',
    machine: on,
    options: { messages, seconds, connections, rate, rounds },
    ...comparison,
  };
  print(options, result, () => comparisonTable(comparison, on));
}

async function adapters(options: BenchOptions): Promise<void> {
  const on = machine();
  const figures = measureAdapters(options.rounds, (text) => console.error(text));
  const result = { bench: 'adapters', machine: on, rounds: options.rounds, groups: figures };
  print(options, result, () => adaptersTable(figures));
}

async function routes(options: BenchOptions): Promise<void> {
  const figures = measureRoutes(options.rounds);
  const result = { bench: 'routes', machine: machine(), rounds: options.rounds, figures };
  print(options, result, () => routesTable(figures));
}

async function evidence(options: BenchOptions): Promise<void> {
  const on = machine();
  const plan = { ...options, pacedSeconds: 0, seed: options.seed ?? 1 };
  const cost = await measureEvidence(options.rounds, plan, (text) => console.error(text));
  print(options, { bench: 'evidence', machine: on, rounds: options.rounds, ...cost }, () =>
    evidenceTable(cost, on),
  );
}

async function dead(options: BenchOptions): Promise<void> {
  const on = machine();
  const { connections, rounds, rate = 100, seconds = 30, seed = 1 } = options;
  const plan = { connections, rounds, rate, seconds, seed };
  const figures = await measureDead(plan, (text) => console.error(text));
  print(options, { bench: 'dead', machine: on, options: plan, ...figures }, () => deadTable(figures, on));
}

function print(options: BenchOptions, result: object, table: () => string): void {
  console.log(options.json ? JSON.stringify(result) : table());
}

try {
  const options = readOptions(process.argv.slice(2));
  const command = commands.get(options.command);
  if (options.help) console.log(help);
  else if (command) await command(options);
  else throw new Error(`no bench named ${options.command}; there are: ${[...commands.keys()].join(', ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
