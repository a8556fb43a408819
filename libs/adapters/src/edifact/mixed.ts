import type { Fault } from '#kernel';
import type { SourceNode, SourceTree } from '#syntax';
import type { MappingUsed, Normalised, NormalisedDocument } from '../contract.js';
import { adapterFaults } from '../faults.js';
import type { ReadyAdapter } from '../normaliser.js';
import { cell, first, messagesOf, typeOf } from './integrity.js';

/** Who reads messages that begin like these bytes; undefined when nobody does. */
export type OthersOf = (head: Uint8Array) => ReadyAdapter | undefined;

/** What an adapter read of an interchange, and where each document begins in its text. */
export interface PlacedReading extends Normalised {
  readonly begins?: readonly number[];
}

/** Whether an interchange, or a file of several, holds messages that are not of the type of an adapter. */
export const isMixed = (tree: SourceTree, { mapping }: ReadyAdapter): boolean =>
  messagesOf(tree.root).some((message) => typeOf(message) !== mapping.options.message);

/**
 * Reads an interchange with messages of several types: each type by its own adapter, which passes over the others. The
 * documents come in the order of the messages. A message that no adapter knows is named in a warning of its own. With a
 * fault in any of them nothing is taken: it is one interchange.
 */
export function readMixed(
  main: ReadyAdapter,
  bytes: Uint8Array,
  tree: SourceTree,
  others: OthersOf,
  read: (adapter: ReadyAdapter, tree: SourceTree) => PlacedReading,
): Normalised {
  const readers = new Map<string, ReadyAdapter | undefined>([[mainType(main), main]]);
  const unread: Fault[] = [];
  for (const message of messagesOf(tree.root)) {
    const type = typeOf(message);
    const span = tree.bytes({ from: message.from, to: message.to });
    if (!readers.has(type)) readers.set(type, readerOf(type, others(bytes.subarray(span.from))));
    if (!readers.get(type)) unread.push(unreadMessage(message, type, span));
  }
  const adapters = [...readers.values()].filter((adapter) => adapter !== undefined);
  const readings = adapters.map((adapter): PlacedReading => {
    if (adapter === main) return read(main, tree);
    const parsed = adapter.forms.main.compiled.parse(bytes);
    return parsed.ok ? read(adapter, parsed.value) : { documents: [], faults: parsed.error, warnings: [] };
  });
  return joined(readings, adapters.slice(1), unread);
}

const mainType = ({ mapping }: ReadyAdapter): string => mapping.options.message ?? '';

/** Only who reads this very type, so that nothing is said to be read that is passed over. */
const readerOf = (type: string, adapter: ReadyAdapter | undefined): ReadyAdapter | undefined =>
  adapter?.syntax === 'edifact' && mainType(adapter) === type ? adapter : undefined;

/** UN/EDIFACT 0085 17: there is no agreement that allows to receive a message of this type. */
function unreadMessage(message: SourceNode, type: string, span: { from: number; to: number }): Fault {
  const reference = cell(first(message, 'UNH'), 1) ?? '';
  return adapterFaults.make('ADAPTER_MESSAGE_UNREAD', {
    place: { path: 'UNH', span },
    values: { reference: reference.slice(0, 35), type: type.slice(0, 35), contrl: '17' },
  });
}

function joined(
  readings: readonly PlacedReading[],
  others: readonly ReadyAdapter[],
  unread: readonly Fault[],
): Normalised {
  const identity = readings.find((reading) => reading.identity !== undefined)?.identity;
  const faults = once(readings.flatMap((reading) => reading.faults));
  const warnings = once(readings.flatMap((reading) => reading.warnings)).filter(
    ({ code }) => code !== 'MAPPING_OTHER_MESSAGE',
  );
  const inside = others.map(({ id, mapping }): MappingUsed => ({ adapter: id, version: mapping.version }));
  return {
    ...(identity === undefined ? {} : { identity }),
    ...(inside.length === 0 ? {} : { inside }),
    documents: faults.length > 0 ? [] : inOrder(readings),
    faults,
    warnings: [...unread, ...warnings],
  };
}

function inOrder(readings: readonly PlacedReading[]): NormalisedDocument[] {
  const placed = readings.flatMap(({ documents, begins = [] }) =>
    documents.map((document, i) => ({ document, from: begins[i] ?? 0 })),
  );
  return placed.sort((a, b) => a.from - b.from).map(({ document }) => document);
}

/** What is said about the envelope every adapter says. */
function once(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ code, place, text }) => {
    const key = `${code} ${place?.span?.from} ${place?.path} ${place?.pointer} ${text.en}`;
    if (place?.span === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
