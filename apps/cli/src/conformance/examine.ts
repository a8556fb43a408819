import { Buffer } from 'node:buffer';
import { basename } from 'node:path';
import type { Normalised, NormalisedDocument, Normaliser } from '#adapters';
import { canonicalJson, type Fault } from '#kernel';
import { lineColumn, type LineColumn } from '../terminal/line-column.js';
import { firstDifference, type Difference } from './first-difference.js';

/** A fault with where it stands in the file, as an editor shows it. */
export interface PlacedFault {
  readonly fault: Fault;
  readonly at: LineColumn | undefined;
}

/**
 * What became of the documents written again: `equal` the same bytes, `same-documents` other bytes that read the same,
 * `differs` other bytes that read otherwise, `unwritable` a fault, `none` no documents.
 */
export interface RoundTrip {
  readonly is: 'equal' | 'same-documents' | 'differs' | 'unwritable' | 'none';
  readonly difference?: Difference;
  readonly faults: readonly Fault[];
}

/** How one file of a partner fits an adapter. */
export interface Examined {
  readonly file: string;
  /** The adapter that takes the file when none is asked for. */
  readonly recognisedAs: string | undefined;
  /** Types of the documents, with how many there are of each. All of them are valid. */
  readonly documents: Readonly<Record<string, number>>;
  readonly syntax: readonly PlacedFault[];
  readonly faults: readonly PlacedFault[];
  /** Paths of values in the message that no rule reads. */
  readonly unmapped: readonly string[];
  readonly unknownCodes: readonly PlacedFault[];
  /** Other warnings. */
  readonly warnings: readonly PlacedFault[];
  readonly identity: { readonly value: string | undefined; readonly stable: boolean };
  readonly roundTrip: RoundTrip;
  /** The answer to the message, as text; undefined where the system expects none. */
  readonly acknowledgement: string | undefined;
  /** The same bytes gave the same documents again. */
  readonly deterministic: boolean;
  readonly passed: boolean;
}

const unmappedCodes = new Set(['ADAPTER_VALUE_UNMAPPED', 'ADAPTER_VALUE_DROPPED']);

/** @param now Unix time in milliseconds that an answer is dated with */
export function examine(
  normaliser: Normaliser,
  adapter: string,
  file: string,
  bytes: Uint8Array,
  now: number,
): Examined {
  const hints = { filename: basename(file) };
  const own = normaliser.normalise(bytes, hints);
  const read = own.adapter === adapter ? own : normaliser.normalise(bytes, { ...hints, adapter });
  const again = normaliser.normalise(bytes, { ...hints, adapter });
  const roundTrip = roundTripOf(normaliser, adapter, bytes, read);
  const placed = (faults: readonly Fault[]): PlacedFault[] => faults.map((fault) => placeOf(bytes, fault));
  const isSyntax = ({ code }: Fault): boolean => code.startsWith('SYNTAX_');
  const isUnknownCode = ({ code }: Fault): boolean =>
    code.startsWith('CANONICAL_CODE_') || code === 'MAPPING_CODE';
  const isUnmapped = ({ code }: Fault): boolean => unmappedCodes.has(code);
  const acknowledged = normaliser.acknowledge(adapter, {
    interchange: bytes,
    faults: read.faults,
    now,
    reference: '1',
  });
  const deterministic = textOf(read.documents) === textOf(again.documents);
  const stable = read.identity === again.identity;
  return {
    file,
    recognisedAs: own.adapter,
    documents: countTypes(read.documents),
    syntax: placed([...read.faults, ...read.warnings].filter(isSyntax)),
    faults: placed(read.faults.filter((fault) => !isSyntax(fault))),
    unmapped: read.warnings
      .filter(isUnmapped)
      .map(({ place, values }) => place?.path ?? `+${values?.count ?? ''}`),
    unknownCodes: placed(read.warnings.filter(isUnknownCode)),
    warnings: placed(
      read.warnings.filter((fault) => !isSyntax(fault) && !isUnknownCode(fault) && !isUnmapped(fault)),
    ),
    identity: { value: read.identity, stable },
    roundTrip,
    acknowledgement: acknowledged && Buffer.from(acknowledged).toString('utf8'),
    deterministic,
    passed:
      own.adapter === adapter &&
      read.faults.length === 0 &&
      read.documents.length > 0 &&
      (roundTrip.is === 'equal' || roundTrip.is === 'same-documents') &&
      deterministic &&
      stable,
  };
}

function roundTripOf(
  normaliser: Normaliser,
  adapter: string,
  bytes: Uint8Array,
  { documents }: Normalised,
): RoundTrip {
  if (documents.length === 0) return { is: 'none', faults: [] };
  const written = normaliser.write(adapter, documents);
  if (!written.ok) return { is: 'unwritable', faults: written.error };
  const difference = firstDifference(bytes, written.value);
  if (!difference) return { is: 'equal', faults: [] };
  const back = normaliser.normalise(written.value, { adapter });
  const same = textOf(withoutExtensions(back.documents)) === textOf(withoutExtensions(documents));
  return { is: same ? 'same-documents' : 'differs', difference, faults: same ? [] : back.faults };
}

/** What no rule reads is not written either: it is told of as unmapped. */
const withoutExtensions = (documents: readonly NormalisedDocument[]): NormalisedDocument[] =>
  documents.map(({ body: { extensions: _, ...body }, ...document }) => ({ ...document, body }));

const textOf = (documents: readonly NormalisedDocument[]): string =>
  documents.map(({ type, body }) => `${type} ${canonicalJson(body)}`).join('\n');

function placeOf(bytes: Uint8Array, fault: Fault): PlacedFault {
  const from = fault.place?.span?.from;
  return { fault, at: from === undefined ? undefined : lineColumn(bytes, from) };
}

function countTypes(documents: readonly NormalisedDocument[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of documents) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
