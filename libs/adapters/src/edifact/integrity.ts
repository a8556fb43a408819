import type { Fault } from '#kernel';
import type { Leaf, SourceNode, SourceTree } from '#syntax';
import { adapterFaults } from '../faults.js';

export interface IntegrityRules {
  /** Message type that the rules are about. */
  readonly message: string;
  /**
   * The segment group that a unit (a container) is, the segment that starts it, the CNT qualifier that counts units
   * where there is one, and whether a message may have none.
   */
  readonly unit: {
    readonly group: string;
    readonly tag: string;
    readonly control?: string | readonly string[];
    readonly optional?: boolean;
    /** Units are told from one another by more than their order: a segment out of order is only noted. */
    readonly anyOrder?: boolean;
  };
  /** Segments that every message has. */
  readonly always?: readonly string[];
  /**
   * Segments that are nothing without what they stand in: tag, perhaps with a qualifier (`RFF+AVF`), to the segment that
   * must come before them.
   */
  readonly inside?: Readonly<Record<string, string>>;
}

/**
 * Signs that something of an interchange was cut out, doubled or moved. One wrong count alone is common in real
 * messages and only noted by the syntax; what is found here is reason to take nothing:
 * a missing trailer, one message twice, two counts that are wrong in the same direction, a segment without the one it
 * belongs to, and a segment that is out of order in some units and in order in others (out of order in all that have
 * it, it is the dialect of a terminal).
 */
export function inspectInterchange(tree: SourceTree, rules: IntegrityRules): Fault[] {
  const messages = messagesOf(tree.root).filter((message) => typeOf(message) === rules.message);
  return [
    ...missingTrailers(tree),
    ...strayTrailers(tree),
    ...doubledInterchanges(tree),
    ...doubledMessages(tree, messages),
    ...messages.flatMap((message) => [
      ...missing(tree, message, rules),
      ...noUnits(tree, message, rules),
      ...strays(tree, message, rules),
      ...countsOf(tree, message, rules),
      ...disturbedOrder(tree, message, messages.length, rules),
    ]),
  ];
}

function missingTrailers(tree: SourceTree): Fault[] {
  return tree.diagnostics
    .filter(({ code }) => code === 'SYNTAX_EDIFACT_MISSING')
    .map(({ place, values }) =>
      adapterFaults.make('ADAPTER_INTERCHANGE_CUT', {
        ...(place ? { place } : {}),
        values: { tag: values?.tag ?? '', contrl: values?.contrl ?? '13' },
      }),
    );
}

/** The end of a group of messages that has no beginning. */
function strayTrailers(tree: SourceTree): Fault[] {
  return tree.root.children.flatMap((interchange) =>
    interchange.named('UNE').map((trailer) => {
      const place = { path: 'UNE', span: tree.bytes({ from: trailer.from, to: trailer.to }) };
      return adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part: 'UNG', contrl: '13' } });
    }),
  );
}

/**
 * A file may hold several interchanges, but not one of them twice. A sender may count for each recipient by itself; an
 * interchange without a reference is told from no other.
 */
function doubledInterchanges(tree: SourceTree): Fault[] {
  const seen = new Set<string>();
  return tree.root.children.flatMap((interchange) => {
    const header = first(interchange, 'UNB');
    const reference = cell(header, 5) ?? '';
    const parties = [2, 3].flatMap((party) => [1, 2, 3].map((part) => cell(header, party, part) ?? ''));
    const name = [...parties, reference].join('|');
    if (!header || reference === '' || !seen.has(name)) {
      if (header) seen.add(name);
      return [];
    }
    return [
      adapterFaults.make('ADAPTER_MESSAGE_DOUBLED', {
        place: { path: 'UNB.5', ...spanOf(tree, header, 5) },
        values: { reference, contrl: '26' },
      }),
    ];
  });
}

function doubledMessages(tree: SourceTree, messages: readonly SourceNode[]): Fault[] {
  const seen = new Map<SourceNode | undefined, Set<string>>();
  return messages.flatMap((message) => {
    const header = first(message, 'UNH');
    const reference = cell(header, 1) ?? '';
    const known = seen.get(message.parent) ?? new Set();
    seen.set(message.parent, known);
    if (!known.has(reference)) {
      known.add(reference);
      return [];
    }
    return [
      adapterFaults.make('ADAPTER_MESSAGE_DOUBLED', {
        place: { path: 'UNH.1', ...spanOf(tree, header, 1) },
        values: { reference, contrl: '26' },
      }),
    ];
  });
}

function missing(tree: SourceTree, message: SourceNode, { always = [] }: IntegrityRules): Fault[] {
  const place = { path: tree.path(message), span: tree.bytes({ from: message.from, to: message.to }) };
  return always
    .filter((tag) => !first(message, tag))
    .map((part) => adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part, contrl: '13' } }));
}

function noUnits(tree: SourceTree, message: SourceNode, { unit }: IntegrityRules): Fault[] {
  if (unit.optional || message.named(unit.group).length > 0) return [];
  const place = { path: tree.path(message), span: tree.bytes({ from: message.from, to: message.to }) };
  return [adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part: unit.tag, contrl: '13' } })];
}

/** Segments outside of all units because what they belong to did not come before them. */
function strays(tree: SourceTree, message: SourceNode, { unit, inside = {} }: IntegrityRules): Fault[] {
  const outside = message.children.flatMap((node) =>
    node.kind === 'group' ? (node.name === unit.group ? [] : node.children) : [node],
  );
  return Object.entries(inside).flatMap(([tag, part]) => {
    const [name, qualifier = ''] = tag.split('+');
    const stray = outside.find(
      (node) => node.kind === 'segment' && node.name === name && (cell(node, 1) ?? '').startsWith(qualifier),
    );
    if (!stray) return [];
    const place = { path: tree.path(stray), span: tree.bytes({ from: stray.from, to: stray.to }) };
    return [adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part, contrl: '13' } })];
  });
}

function countsOf(tree: SourceTree, message: SourceNode, { unit }: IntegrityRules): Fault[] {
  const trailer = first(message, 'UNT');
  const controls: readonly (string | undefined)[] = [unit.control ?? []].flat();
  const control = message.named('CNT').find((segment) => controls.includes(cell(segment, 1)));
  const stated = numeral(cell(trailer, 1));
  const statedUnits = numeral(cell(control, 1, 2));
  if (stated === undefined || statedUnits === undefined) return [];
  const counted = segmentsIn(message);
  const countedUnits = message.named(unit.group).length;
  if (Math.sign(stated - counted) * Math.sign(statedUnits - countedUnits) <= 0) return [];
  return [
    adapterFaults.make('ADAPTER_COUNTS_DISAGREE', {
      place: { path: 'UNT.1', ...spanOf(tree, trailer, 1) },
      values: {
        reference: cell(first(message, 'UNH'), 1) ?? '',
        stated,
        counted,
        statedUnits,
        countedUnits,
        contrl: '29',
      },
    }),
  ];
}

/** The syntax says how often a tag was out of order in a group; a dialect has it in every unit alike. */
function disturbedOrder(
  tree: SourceTree,
  message: SourceNode,
  messages: number,
  { unit }: IntegrityRules,
): Fault[] {
  const units = message.named(unit.group).length;
  if (units < 2 || unit.anyOrder) return [];
  return tree.diagnostics
    .filter(({ code, values, place }) => {
      if (code !== 'SYNTAX_EDIFACT_ORDER' || values?.group !== unit.group) return false;
      const from = place?.span?.from ?? 0;
      const span = tree.bytes({ from: message.from, to: message.to });
      const inside = messages === 1 || (from >= span.from && from < span.to);
      const some = inside && Number(values?.count ?? 0) < units;
      return some && changesPlaces(message.named(unit.group), String(values?.tag ?? ''));
    })
    .map(({ place, values }) =>
      adapterFaults.make('ADAPTER_ORDER_DISTURBED', {
        ...(place ? { place } : {}),
        values: {
          reference: cell(first(message, 'UNH'), 1) ?? '',
          tag: values?.tag ?? '',
          contrl: values?.contrl ?? '15',
        },
      }),
    );
}

/**
 * Whether segments of a tag stand before segments of some other kind in one unit and behind them in another, or on both
 * sides of them in one.
 */
function changesPlaces(units: readonly SourceNode[], tag: string): boolean {
  const before = new Set<string>();
  const behind = new Set<string>();
  for (const unit of units) {
    const kinds = unit.children.map(kindOf);
    const own = new Set(kinds.filter((kind) => kind.startsWith(tag)));
    for (const mine of own) {
      const from = kinds.indexOf(mine);
      const to = kinds.lastIndexOf(mine);
      if (kinds.slice(from, to).some((kind) => !kind.startsWith(tag))) return true;
      kinds.forEach((kind, at) => {
        if (own.has(kind)) return;
        if (at > to && kinds.indexOf(kind) > to) before.add(`${mine} ${kind}`);
        if (at < from && kinds.lastIndexOf(kind) < from) behind.add(`${mine} ${kind}`);
      });
    }
  }
  return [...before].some((pair) => behind.has(pair));
}

const qualified = new Set(['LOC', 'RFF', 'DTM', 'NAD', 'FTX', 'MEA', 'DIM', 'CNT', 'TDT', 'ATT', 'HAN']);

/** Segments of one tag that are about different things may well stand in different places. */
const kindOf = (segment: SourceNode): string =>
  qualified.has(segment.name) ? `${segment.name}+${cell(segment, 1) ?? ''}` : segment.name;

export function messagesOf(node: SourceNode): SourceNode[] {
  if (node.kind === 'message') return [node];
  return node.kind === 'segment' || node.kind === 'group' ? [] : node.children.flatMap(messagesOf);
}

/** The type of a message (UNH 0065); empty where it states none. */
export const typeOf = (message: SourceNode): string => cell(first(message, 'UNH'), 2) ?? '';

function segmentsIn(node: SourceNode): number {
  return node.kind === 'segment' ? 1 : node.children.reduce((sum, child) => sum + segmentsIn(child), 0);
}

export const first = (node: SourceNode, tag: string): SourceNode | undefined => node.named(tag)[0];

/** The value of element and component, from 1; undefined when there is none. */
export const cell = (segment: SourceNode | undefined, element: number, component = 1): string | undefined =>
  segment?.value(leaf(element, component));

const leaf = (element: number, component: number): Leaf => ({
  at: 'cell',
  element,
  component,
  repetition: 1,
});

function spanOf(tree: SourceTree, segment: SourceNode | undefined, element: number) {
  return segment ? { span: tree.bytes(segment.valueSpan(leaf(element, 1))) } : {};
}

const numeral = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
