import type { Bits } from './bits.js';

type Read = (bits: Bits) => string | undefined;
type Table = Readonly<Record<string, Read>>;
type Fields = ReadonlyMap<string, Read>;

/** One AIS message. A field is read when it is asked for: most reports repeat what is known and are asked for little. */
export class AisMessage {
  constructor(
    /** ITU-R M.1371-5, table 46. */
    readonly type: number,
    private readonly bits: Bits,
    private readonly fields: Fields,
  ) {}

  get mmsi(): string {
    return String(this.bits.unsigned(8, 30)).padStart(9, '0');
  }

  /** By the words of the tree; undefined where the message does not know it. */
  field(name: string): string | undefined {
    return this.fields.get(name)?.(this.bits);
  }

  /** Whether it says anything that is understood. */
  get says(): boolean {
    for (const read of this.fields.values()) if (read(this.bits) !== undefined) return true;
    return false;
  }
}

const number =
  (from: number, length: number, none?: number): Read =>
  (bits) => {
    const value = bits.unsigned(from, length);
    return value === none ? undefined : String(value);
  };
/** In tenths; the highest values mean "more than" and "not available". */
const tenths =
  (from: number, length: number, none: number): Read =>
  (bits) => {
    const value = bits.unsigned(from, length);
    return value >= none ? undefined : (value / 10).toFixed(1);
  };
const text =
  (from: number, length: number): Read =>
  (bits) =>
    bits.text(from, length) || undefined;
/** Degrees, sent in parts of a minute; beyond `limit` they are not available. */
const degrees =
  (from: number, length: number, perMinute: number, limit: number): Read =>
  (bits) => {
    const value = bits.signed(from, length) / (60 * perMinute);
    return Math.abs(value) > limit ? undefined : value.toFixed(perMinute > 100 ? 6 : 4);
  };
/** Two distances from the antenna, together the length or the beam; zero is not known. */
const sum =
  (from: number, first: number, second: number): Read =>
  (bits) => {
    const value = bits.unsigned(from, first) + bits.unsigned(from + first, second);
    return value === 0 ? undefined : String(value);
  };
const imo =
  (from: number): Read =>
  (bits) => {
    const value = bits.unsigned(from, 30);
    return value === 0 ? undefined : String(value).padStart(7, '0');
  };

const position = (from: number): Table => ({
  longitude: degrees(from, 28, 10_000, 180),
  latitude: degrees(from + 28, 27, 10_000, 90),
});

const classA: Table = {
  status: number(38, 4, 15),
  speed: tenths(50, 10, 1023),
  accuracy: number(60, 1),
  ...position(61),
  course: tenths(116, 12, 3600),
  heading: number(128, 9, 511),
};
const voyage: Table = {
  imo: imo(40),
  callSign: text(70, 42),
  name: text(112, 120),
  shipType: number(232, 8, 0),
  length: sum(240, 9, 9),
  beam: sum(258, 6, 6),
  eta: (bits) => etaOf(bits, 274),
  draught: (bits) => (bits.unsigned(294, 8) === 0 ? undefined : tenths(294, 8, 256)(bits)),
  destination: text(302, 120),
};
const classB: Table = {
  speed: tenths(46, 10, 1023),
  accuracy: number(56, 1),
  ...position(57),
  course: tenths(112, 12, 3600),
  heading: number(124, 9, 511),
};
const extendedB: Table = {
  ...classB,
  name: text(143, 120),
  shipType: number(263, 8, 0),
  length: sum(271, 9, 9),
  beam: sum(289, 6, 6),
};
const partA: Table = { name: text(40, 120) };
const partB: Table = {
  shipType: number(40, 8, 0),
  callSign: text(90, 42),
  length: sum(132, 9, 9),
  beam: sum(150, 6, 6),
};
const longRange: Table = {
  accuracy: number(38, 1),
  status: number(40, 4, 15),
  longitude: degrees(44, 18, 10, 180),
  latitude: degrees(62, 17, 10, 90),
  speed: (bits) => number(79, 6, 63)(bits)?.concat('.0'),
  course: (bits) => (bits.unsigned(85, 9) >= 360 ? undefined : `${bits.unsigned(85, 9)}.0`),
};
const station: Table = { ...position(79) };
const aid: Table = { name: text(43, 120), ...position(164) };

const fieldsOf = (table: Table): Fields => new Map(Object.entries(table));

/** The messages that are understood, and how many bits they have at least. */
const tables: ReadonlyMap<number, readonly [Fields, number]> = new Map(
  (
    [
      [1, classA, 149],
      [2, classA, 149],
      [3, classA, 149],
      [4, station, 134],
      [5, voyage, 420],
      [18, classB, 139],
      [19, extendedB, 301],
      [21, aid, 219],
      [27, longRange, 94],
    ] as const
  ).map(([type, table, least]) => [type, [fieldsOf(table), least]]),
);
const parts: readonly (readonly [Fields, number])[] = [
  [fieldsOf(partA), 160],
  [fieldsOf(partB), 162],
];
const others: readonly [Fields, number] = [new Map(), 38];

/** Undefined for a message that is too short to be what it says; other kinds of messages have no fields. */
export function readAis(bits: Bits): AisMessage | undefined {
  if (bits.length < 38) return undefined;
  const type = bits.unsigned(0, 6);
  const [fields, least] = (type === 24 ? parts[bits.unsigned(38, 2)] : tables.get(type)) ?? others;
  return bits.length < least ? undefined : new AisMessage(type, bits, fields);
}

/** Month, day, hour and minute, UTC: `03-12T04:30`, `03-12` where the hour is not known. The year is not sent. */
function etaOf(bits: Bits, from: number): string | undefined {
  const [month, day] = [bits.unsigned(from, 4), bits.unsigned(from + 4, 5)];
  const [hour, minute] = [bits.unsigned(from + 9, 5), bits.unsigned(from + 14, 6)];
  if (month < 1 || month > 12 || day < 1) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${two(month)}-${two(day)}`;
  return hour > 23 || minute > 59 ? date : `${date}T${two(hour)}:${two(minute)}`;
}

/** The time of a base station report (type 4): UTC of the station. */
export function timeOfBase(bits: Bits): number | undefined {
  const [year, month, day] = [bits.unsigned(38, 14), bits.unsigned(52, 4), bits.unsigned(56, 5)];
  const [hour, minute, second] = [bits.unsigned(61, 5), bits.unsigned(66, 6), bits.unsigned(72, 6)];
  const known =
    year >= 2000 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60;
  return known && second < 60 ? Date.UTC(year, month - 1, day, hour, minute, second) : undefined;
}
