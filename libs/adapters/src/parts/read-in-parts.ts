import { Buffer } from 'node:buffer';
import type { Fault } from '#kernel';
import {
  EdifactParts,
  EdifactSurvey,
  elementOf,
  miscounted,
  type NotStreamable,
  type Surveyed,
} from '#syntax';
import type { NormalisedDocument, NormaliseOptions } from '../contract.js';
import { adapterFaults } from '../faults.js';
import { normaliseWith } from '../normalise-with.js';
import type { ReadyAdapter } from '../normaliser.js';
import { Merged, type PartsOutcome } from './merged.js';
import { partPlan, type PartPlan } from './part-plan.js';

/** Takes a file in chunks, from its beginning, and says at the end what it gave. */
export interface ChunkReader<T> {
  push(chunk: Uint8Array): void;
  end(): T;
}

/**
 * Reading of one large file in parts, with memory for one part. The file is gone through two times at least: `survey`
 * says whether it can be read so, `read` gives its documents or, where one document lists all units, the parts of that
 * document, each with its units. What is given is only to be used when the outcome has no faults: a caller that keeps
 * nothing of it reads once more to use it.
 */
export interface PartsReading {
  readonly plan: PartPlan;
  survey(): ChunkReader<NotStreamable | undefined>;
  /** Only after a survey that found no reason against it. */
  read(give: (documents: readonly NormalisedDocument[]) => void): ChunkReader<PartsOutcome>;
}

/** How the message of an adapter can be read in parts; undefined where it cannot. */
export function readInParts(
  adapter: ReadyAdapter,
  hinted: readonly Fault[],
  options: NormaliseOptions,
): PartsReading | undefined {
  const plan = adapter.envelope || adapter.direct ? undefined : planOf(adapter);
  if (!plan) return undefined;
  let surveyed: Surveyed | undefined;
  return {
    plan,
    survey() {
      const survey = new EdifactSurvey(plan.unitOf);
      return {
        push: (chunk) => survey.push(chunk),
        end() {
          const found = survey.end();
          if (typeof found === 'string') return found;
          surveyed = found;
          return found.units === 0 ? 'irregular' : undefined;
        },
      };
    },
    read(give) {
      if (!surveyed) throw new Error('a file is surveyed before it is read in parts');
      const merged = new Merged({ id: adapter.id, version: adapter.mapping.version }, plan, surveyed);
      merged.note(hinted);
      const whole = aroundUnits(adapter, surveyed);
      merged.note(whole);
      const spoilt = whole.some(({ severity }) => severity === 'error');
      const parts = new EdifactParts(surveyed, (part) => {
        const normalised = normaliseWith(adapter, part.bytes, options, 0, noContent);
        const documents = merged.add(part, normalised);
        if (documents.length > 0) give(documents);
      });
      return {
        push: (chunk) => {
          if (!spoilt) parts.push(chunk);
        },
        end() {
          if (!spoilt) parts.end();
          return merged.outcome();
        },
      };
    },
  };
}

const plans = new WeakMap<ReadyAdapter, { readonly plan: PartPlan | undefined }>();

function planOf(adapter: ReadyAdapter): PartPlan | undefined {
  let known = plans.get(adapter);
  if (!known)
    plans.set(adapter, (known = { plan: adapter.parts && partPlan(adapter.mapping, adapter.parts.group) }));
  return known.plan;
}

const noContent = (): never => {
  throw new Error('a message in parts is no envelope');
};

/** Where segments stand is seen in the parts. */
const ofParts = new Set(['SYNTAX_EDIFACT_ORDER', 'SYNTAX_EDIFACT_UNKNOWN', 'SYNTAX_EDIFACT_TAG']);

/** What is to be said about the envelope of the message and its counts, which the parts have none of. */
function aroundUnits(adapter: ReadyAdapter, surveyed: Surveyed): readonly Fault[] {
  const { header, trailer, closing } = surveyed;
  const pieces = [...header, ...trailer, ...closing];
  const bytes = Buffer.concat([surveyed.prefix, ...pieces.map((piece) => piece.bytes)]);
  const parsed = adapter.forms.main.compiled.parse(bytes);
  const placed = (faults: readonly Fault[]): Fault[] =>
    faults.map((fault) => movedBack(fault, surveyed, pieces, bytes.length));
  if (!parsed.ok) return placed(parsed.error);
  const cut = (adapter.inspect?.(parsed.value) ?? []).filter(
    ({ code }) => code === 'ADAPTER_INTERCHANGE_CUT',
  );
  const told = parsed.value.diagnostics.filter(
    ({ code, values }) => !ofParts.has(code) && (code !== 'SYNTAX_EDIFACT_COUNT' || values?.tag !== 'UNT'),
  );
  const count = miscounted(surveyed);
  return [
    ...placed([...cut, ...told]),
    ...(count ? [count] : []),
    ...disagreement(surveyed, count, adapter.parts?.control),
  ];
}

/** Both counts wrong in the same direction: something was cut out or doubled. */
function disagreement(
  { trailer, closing, segments, units, delimiters }: Surveyed,
  count: Fault | undefined,
  qualifier: string | undefined,
): Fault[] {
  const control = trailer.find((segment) => segment.tag === 'CNT' && segment.qualifier === qualifier);
  const unt = closing.find(({ tag }) => tag === 'UNT');
  if (!count || !control || !unt) return [];
  const stated = Number(elementOf(unt.bytes, 1, delimiters));
  const statedUnits = Number(elementOf(control.bytes, 1, delimiters).split(delimiters.component)[1]);
  if (Math.sign(stated - segments) * Math.sign(statedUnits - units) > 0) {
    const values = {
      reference: elementOf(unt.bytes, 2, delimiters),
      ...{ stated, counted: segments, statedUnits, countedUnits: units, contrl: '29' },
    };
    const place = count.place ? { place: count.place } : {};
    return [adapterFaults.make('ADAPTER_COUNTS_DISAGREE', { ...place, values })];
  }
  return [];
}

/** The segments around the units stand closer together than in the file. */
function movedBack(
  fault: Fault,
  { prefix, size }: Surveyed,
  pieces: readonly { readonly bytes: Uint8Array; readonly from: number }[],
  end: number,
): Fault {
  const span = fault.place?.span;
  if (!span) return fault;
  const moved = (offset: number): number => {
    let at = prefix.length;
    for (const { bytes, from } of pieces) {
      if (offset < at + bytes.length) return from + offset - at;
      at += bytes.length;
    }
    return size;
  };
  const to = span.to >= end ? size : moved(span.to - 1) + 1;
  return { ...fault, place: { ...fault.place, span: { from: moved(span.from), to } } };
}

/** The message as a whole again, for who has room for its documents. */
export function wholeOf(
  { plan }: PartsReading,
  outcome: PartsOutcome,
  given: readonly NormalisedDocument[],
): readonly NormalisedDocument[] {
  if (outcome.faults.length > 0) return [];
  const { list } = plan;
  const { whole } = outcome;
  if (list === undefined || !whole) return given;
  const items = given.flatMap(({ body }) => {
    const part = body[list];
    return Array.isArray(part) ? part : [];
  });
  const lineage = given.every((document) => document.lineage)
    ? given.flatMap((document, index) => linesOf(document, list, index))
    : undefined;
  const { lineage: _, ...rest } = whole;
  return [{ ...rest, body: { ...whole.body, [list]: items }, ...(lineage ? { lineage } : {}) }];
}

/** What stands around the units has its lineage in every part: it is told once. */
function linesOf({ lineage = [] }: NormalisedDocument, list: string, index: number) {
  if (index === 0) return lineage;
  return lineage.filter(({ pointer }) => pointer.startsWith(`/${list}/`));
}
