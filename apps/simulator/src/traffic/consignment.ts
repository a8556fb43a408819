import { containerNumber, imoNumber } from './check-digits.js';
import { dice, offsetOf } from './dice.js';
import {
  articles,
  carriers,
  customsOffices,
  foreignPorts,
  terminals,
  traders,
  vesselNames,
} from './parties.js';
import type { Article, Carrier, Enterprise, ForeignPort, Terminal } from './parties.js';

export type Kind = 'import' | 'export';

/** A vessel at a terminal, once: all its consignments name the same vessel, voyage and terminal. */
export interface VesselCall {
  readonly number: number;
  readonly carrier: Carrier;
  readonly vessel: string;
  readonly imo: string;
  readonly voyage: string;
  readonly terminal: Terminal;
  readonly foreignPort: ForeignPort;
  /** Arrival, Unix time in milliseconds. */
  readonly arrival: number;
}

export interface Box {
  readonly number: string;
  /** ISO 6346 size and type. */
  readonly sizeType: string;
  readonly seal: string;
  /** Of the empty box. */
  readonly tareKg: number;
  /** With the goods. */
  readonly grossKg: number;
  /** Bay, row and tier on board: `0220682`. */
  readonly stowage: string;
}

/** The goods under one bill of lading. What customs and the terminal say about them agrees. */
export interface Consignment {
  readonly number: number;
  readonly kind: Kind;
  readonly call: VesselCall;
  readonly bill: string;
  readonly office: string;
  readonly trader: Enterprise;
  readonly article: Article;
  readonly packages: number;
  readonly boxes: readonly Box[];
}

/** Consignments on one vessel call; call `c` carries `c * 40` up to `c * 40 + 39`. */
export const consignmentsPerCall = 40;
/** Numbers repeat after this many messages of one seed. */
export const numbersPerSeed = 1_000_000_000;

const firstArrival = Date.UTC(2025, 8, 1);
const hour = 3_600_000;

export function vesselCall(number: number, seed: number): VesselCall {
  const roll = dice(seed, 'call', number);
  const which = roll.below(vesselNames.length);
  return {
    number,
    carrier: roll.pick(carriers),
    vessel: vesselNames[which] ?? '',
    imo: imoNumber(String(910_001 + which * 1_117)),
    voyage: `${String(1 + (number % 899)).padStart(3, '0')}${roll.pick(['E', 'W', 'S', 'N'])}`,
    terminal: roll.pick(terminals),
    foreignPort: roll.pick(foreignPorts),
    arrival: firstArrival + (number % 2_000) * hour + roll.below(60) * 60_000,
  };
}

export function consignment(number: number, seed: number, kind: Kind): Consignment {
  const call = vesselCall(Math.floor(number / consignmentsPerCall), seed);
  const roll = dice(seed, 'consignment', number);
  return {
    number,
    kind,
    call,
    bill: `${call.carrier.code}${kind === 'import' ? 'I' : 'E'}DLC${serial(number, seed)}`,
    office: roll.pick(customsOffices),
    trader: roll.pick(traders),
    article: roll.pick(articles),
    packages: roll.between(20, 900),
    boxes: Array.from({ length: 1 + (number % 2) }, (_, at) => box(number * 2 + at, seed, call.carrier)),
  };
}

/** Nine digits, another for each number of one seed. */
export const serial = (number: number, seed: number): string =>
  String((number + offsetOf(seed, numbersPerSeed)) % numbersPerSeed).padStart(9, '0');

/** Box `index` of the world: its own number up to two million boxes of one carrier, as boxes come back in life. */
export function box(index: number, seed: number, carrier: Carrier): Box {
  const roll = dice(seed, 'box', index);
  const owner = carrier.prefixes[index % carrier.prefixes.length] ?? carrier.prefixes[0];
  const turn = Math.floor(index / carrier.prefixes.length) + offsetOf(seed, 1_000_000);
  const sizeType = roll.pick(['22G1', '42G1', '45G1', '45R1']);
  return {
    number: containerNumber(owner, String((turn * 7_919) % 1_000_000).padStart(6, '0')),
    sizeType,
    seal: `LN${String(100_000 + roll.below(900_000))}`,
    tareKg: sizeType.startsWith('2') ? 2_300 : 3_900,
    grossKg: roll.between(6_000, 28_000),
    stowage: `${digits(roll.between(1, 30) * 2, 3)}${digits(roll.below(12), 2)}${digits(80 + roll.below(6) * 2, 2)}`,
  };
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
