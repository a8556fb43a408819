import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adapters, createNormaliser, type Adapter, type Normaliser } from '#adapters';
import { compileMapping } from '#mapping';
import { records, rows, sentences, type Repeat } from './repeated.js';
import { stowagePlan } from './stowage-plan.js';

/** A message, and what reads it. */
export interface BenchMessage {
  readonly bytes: Buffer;
  readonly adapter: string;
  /** Bytes to a tree, nothing more. */
  parse(): boolean;
}

/** Messages of one syntax that are measured together. */
export interface BenchGroup {
  readonly name: string;
  readonly syntax: string;
  /** What the messages are, in words. */
  readonly sample: string;
  readonly messages: readonly BenchMessage[];
}

const cases = fileURLToPath(new URL('libs/adapters/src/', rootOf(import.meta.url)));

/** A message of a realistic size: made of a case of ours, its records standing in it so many times. */
interface Large {
  readonly adapter: string;
  readonly case: string;
  readonly repeat: Repeat;
  readonly times: number;
}

interface LargeGroup {
  readonly name: string;
  readonly syntax: string;
  readonly sample: string;
  readonly of: readonly Large[];
}

const largeGroups: readonly LargeGroup[] = [
  {
    name: 'flat, 900 units',
    syntax: 'flat',
    sample: 'a manifest (IFCSUM) of 300 bills and a discharge report (COARRI) of 600 containers, GB 18030',
    of: [
      { adapter: 'port/ifcsum-flat', case: 'canonical-two-bills/in.txt', repeat: records('12'), times: 150 },
      { adapter: 'port/coarri-flat', case: 'canonical-first-kind/in.txt', repeat: records('50'), times: 200 },
    ],
  },
  {
    name: 'csv, 6,000 rows',
    syntax: 'csv',
    sample: 'tour groups of 3,000 persons and weighing lists of 3,000 wagons, GB 18030',
    of: [
      {
        adapter: 'border/tour-group-csv',
        case: 'canonical-two-groups/in.csv',
        repeat: rows(0),
        times: 600,
      },
      {
        adapter: 'port/rail-weighing-csv',
        case: 'canonical-two-trains/in.csv',
        repeat: rows(0, 3),
        times: 750,
      },
    ],
  },
  {
    name: 'nmea, 12,400 sentences',
    syntax: 'nmea',
    sample: 'a log of AIS of 200 vessels with tag blocks, most of it telling where they are',
    of: [
      {
        adapter: 'maritime/ais-milestones-nmea',
        case: 'canonical-anchorage-and-berthing/in.nmea',
        repeat: sentences,
        times: 200,
      },
    ],
  },
];

/**
 * All our own well-formed cases by their syntax, so that a new adapter is measured without a word here: they are small, and
 * what a file costs before its first record counts most. Where messages are large in practice, large ones as well.
 */
export function benchGroups(normaliser: Normaliser): readonly BenchGroup[] {
  const groups = new Map<string, BenchMessage[]>();
  for (const adapter of adapters) {
    if (adapter.direct) continue;
    const read = readerOf(adapter);
    if (!read) continue;
    for (const bytes of casesOf(adapter.id)) {
      const message = read(bytes);
      if (normaliser.normalise(bytes, {}).documents.length === 0 || !message.parse()) continue;
      const messages = groups.get(adapter.syntax) ?? [];
      groups.set(adapter.syntax, messages);
      messages.push(message);
    }
  }
  const large = [stowage(), ...largeGroups.map(made)];
  const small = [...groups].map(([syntax, messages]) => ({
    name: large.some((one) => one.syntax === syntax) ? `${syntax}, small` : syntax,
    syntax,
    sample: 'our cases',
    messages,
  }));
  return [...small, ...large].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readerOf(adapter: Adapter | undefined): ((bytes: Buffer) => BenchMessage) | undefined {
  const compiled = adapter && compileMapping(adapter.mapping, adapter.codes);
  if (!adapter || !compiled?.ok) return undefined;
  const { parse } = compiled.value;
  return (bytes) => ({ bytes, adapter: adapter.id, parse: () => parse(bytes).ok });
}

function messageOf(id: string, bytes: Buffer): BenchMessage {
  const read = readerOf(adapters.find((adapter) => adapter.id === id));
  if (!read) throw new Error(`no such adapter: ${id}`);
  return read(bytes);
}

const made = ({ name, syntax, sample, of }: LargeGroup): BenchGroup => ({
  name,
  syntax,
  sample,
  messages: of.map(({ adapter, case: file, repeat, times }) => {
    const text = readFileSync(join(cases, adapter, 'cases', file), 'latin1');
    return messageOf(adapter, Buffer.from(repeat(text, times), 'latin1'));
  }),
});

const stowage = (): BenchGroup => ({
  name: 'edifact, 2,000 slots',
  syntax: 'edifact',
  sample: 'a stowage plan (BAPLIE)',
  messages: [messageOf('port/baplie-edifact', Buffer.from(stowagePlan(2000)))],
});

/** Messages that should be refused begin with `bad-`. */
function casesOf(adapter: string): readonly Buffer[] {
  const folder = join(cases, adapter, 'cases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('bad-'))
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.startsWith('in.'))
        .map((file) => readFileSync(join(folder, name, file))),
    );
}

export const benchNormaliser = (): Normaliser => createNormaliser(adapters);

/** The folder with layers.mjs, from the sources and from dist/ alike. */
function rootOf(url: string): URL {
  for (let at = new URL('.', url); at.pathname !== '/'; at = new URL('..', at)) {
    if (existsSync(new URL('layers.mjs', at))) return at;
  }
  throw new Error('not in the repository');
}
