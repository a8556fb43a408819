import { bareReaders, type BareReader } from './bare.js';
import { benchGroups, benchNormaliser, type BenchGroup, type BenchMessage } from './samples.js';
import type { Normaliser } from '#adapters';

/** How much of one kind of work was done in a second. */
export interface Speed {
  readonly megabytesPerSecond: number;
  readonly messagesPerSecond: number;
}

export interface AdapterFigures {
  readonly group: string;
  /** What the messages are, in words. */
  readonly sample: string;
  readonly messages: number;
  readonly bytes: number;
  /** The bare reader of the syntax, by name. */
  readonly bare: Speed & { readonly name: string };
  readonly parse: Speed;
  /** Recognised, parsed, mapped, validated and checked. */
  readonly normalise: Speed;
  /** Of the bare reader's speed, the median of all turns. */
  readonly parseToBare: number;
  readonly normaliseToBare: number;
}

/** At least this much of the bare reader's speed is wanted of parsing. */
export const wanted = 0.5;

/** Milliseconds of one turn of one kind of work. */
const turn = 150;

/** Turns of a round. */
const turns = 5;

/** The three kinds of work take turns, so that a slow moment of the machine falls on all of them. */
export function measureAdapters(rounds: number, told: (text: string) => void): readonly AdapterFigures[] {
  const normaliser = benchNormaliser();
  return benchGroups(normaliser).flatMap((group) => {
    const bare = bareReaders.get(group.syntax);
    if (!bare) return [];
    told(group.name);
    return [measure(group, bare, normaliser, rounds * turns)];
  });
}

interface Done {
  bytes: number;
  messages: number;
  ms: number;
}

function measure(group: BenchGroup, bare: BareReader, normaliser: Normaliser, count: number): AdapterFigures {
  const works: readonly ((message: BenchMessage) => unknown)[] = [
    ({ bytes }) => bare.read(bytes),
    (message) => message.parse(),
    ({ bytes, adapter }) => normaliser.normalise(bytes, { adapter }).documents.length,
  ];
  const totals = works.map((): Done => ({ bytes: 0, messages: 0, ms: 0 }));
  const ratios: [parse: number, normalise: number][] = [];
  for (const work of works) run(group, work);
  for (let at = 0; at < count; at++) {
    const speeds = works.map((work, index) => {
      const done = run(group, work);
      const total = totals[index];
      if (total) {
        total.bytes += done.bytes;
        total.messages += done.messages;
        total.ms += done.ms;
      }
      return done.bytes / done.ms;
    });
    const [base = 0, parse = 0, normalise = 0] = speeds;
    ratios.push([parse / base, normalise / base]);
  }
  const [ofBare, ofParse, ofNormalise] = totals.map(speedOf);
  if (!ofBare || !ofParse || !ofNormalise) throw new Error('nothing was measured');
  return {
    group: group.name,
    sample: group.sample,
    messages: group.messages.length,
    bytes: group.messages.reduce((sum, { bytes }) => sum + bytes.length, 0),
    bare: { name: bare.name, ...ofBare },
    parse: ofParse,
    normalise: ofNormalise,
    parseToBare: rounded(median(ratios.map(([parse]) => parse))),
    normaliseToBare: rounded(median(ratios.map(([, normalise]) => normalise))),
  };
}

function run({ messages }: BenchGroup, work: (message: BenchMessage) => unknown): Done {
  const done: Done = { bytes: 0, messages: 0, ms: 0 };
  const began = performance.now();
  do {
    for (const message of messages) {
      work(message);
      done.bytes += message.bytes.length;
      done.messages++;
    }
    done.ms = performance.now() - began;
  } while (done.ms < turn);
  return done;
}

const speedOf = ({ bytes, messages, ms }: Done): Speed => ({
  megabytesPerSecond: rounded(bytes / 1000 / ms),
  messagesPerSecond: Math.round((messages * 1000) / ms),
});

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
