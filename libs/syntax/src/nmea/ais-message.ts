import type { Bits } from './bits.js';

/** A value of a message. */
interface Field {
  isKnown(bits: Bits): boolean;
  /** Undefined where it is not known. */
  read(bits: Bits): string | undefined;
}
type Table = Readonly<Record<string, Field>>;
type Fields = ReadonlyMap<string, Field>;

/** One AIS message. A field is read when it is asked for: most reports repeat what is known and are asked for little. */
export class AisMessage {
  declare readonly kind: Kind;
  declare readonly bits: Bits;

  constructor(kind: Kind, bits: Bits) {
    this.kind = kind;
    this.bits = bits;
  }

  get mmsi(): number {
    return this.bits.unsigned(8, 30);
  }

  /** The navigational status; undefined where the message has none. */
  get status(): number | undefined {
    const { statusAt } = this.kind;
    if (statusAt === 0) return undefined;
    const status = this.bits.unsigned(statusAt, 4);
    return status === noStatus ? undefined : status;
  }

  /** By the words of the tree; undefined where the message does not know it. */
  field(name: string): string | undefined {
    return this.kind.fields.get(name)?.read(this.bits);
  }

  knows(name: string): boolean {
    return this.kind.fields.get(name)?.isKnown(this.bits) ?? false;
  }

  /** Whether it says anything that is understood. */
  get says(): boolean {
    const { fields, alwaysSays } = this.kind;
    if (alwaysSays) return true;
    for (const field of fields.values()) if (field.isKnown(this.bits)) return true;
    return false;
  }

  /** Whether it says of the ship itself, and of its voyage, the same as another of its kind. */
  repeats(other: AisMessage): boolean {
    const { kind, bits } = this;
    return kind === other.kind && bits.same(other.bits, kind.shipFrom, kind.shipTo);
  }
}

/** What the messages of one type, or one part of it, have in common. */
export interface Kind {
  /** ITU-R M.1371-5, table 46. */
  readonly type: number;
  readonly fields: Fields;
  /** Bits that it has at least. */
  readonly least: number;
  /** Where the navigational status is; 0 for none. */
  readonly statusAt: number;
  /** It has a field that is never left out. */
  readonly alwaysSays: boolean;
  /** The characters that have what a ship says about itself and its voyage; both 0 for none. */
  readonly shipFrom: number;
  readonly shipTo: number;
}

/** "Not defined". */
const noStatus = 15;

/** @param none what the number is when it is not known */
const number = (from: number, length: number, none?: number): Field => ({
  isKnown: (bits) => bits.unsigned(from, length) !== none,
  read: (bits) => {
    const value = bits.unsigned(from, length);
    return value === none ? undefined : String(value);
  },
});
/** In tenths; the highest values mean "more than" and "not available". */
const tenths = (from: number, length: number, none: number): Field => ({
  isKnown: (bits) => bits.unsigned(from, length) < none,
  read: (bits) => {
    const value = bits.unsigned(from, length);
    return value < none ? (value / 10).toFixed(1) : undefined;
  },
});
const text = (from: number, length: number): Field => ({
  isKnown: (bits) => bits.hasCharacters(from, length),
  read: (bits) => bits.characters(from, length) || undefined,
});
/** Degrees, sent in parts of a minute; beyond `limit` they are not available. */
const degrees = (from: number, length: number, perMinute: number, limit: number): Field => ({
  isKnown: (bits) => Math.abs(bits.signed(from, length)) <= limit * 60 * perMinute,
  read: (bits) => {
    const value = bits.signed(from, length) / (60 * perMinute);
    return Math.abs(value) <= limit ? value.toFixed(perMinute > 100 ? 6 : 4) : undefined;
  },
});
/** Two distances from the antenna, together the length or the beam; zero is not known. */
const sum = (from: number, first: number, second: number): Field => {
  const both = (bits: Bits): number => bits.unsigned(from, first) + bits.unsigned(from + first, second);
  return { isKnown: (bits) => both(bits) !== 0, read: (bits) => String(both(bits) || '') || undefined };
};
/** IMO numbers have seven digits; what is below is not used, what is above are official numbers of flag states. */
const imo = (from: number): Field => {
  const isImo = (value: number): boolean => value >= 1_000_000 && value <= 9_999_999;
  return {
    isKnown: (bits) => isImo(bits.unsigned(from, 30)),
    read: (bits) => {
      const value = bits.unsigned(from, 30);
      return isImo(value) ? String(value) : undefined;
    },
  };
};
/** A field that is known by another rule than its like. */
const known = (isKnown: (bits: Bits) => boolean, read: (bits: Bits) => string | undefined): Field => ({
  isKnown,
  read: (bits) => (isKnown(bits) ? read(bits) : undefined),
});

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
  eta: known(
    (bits) => hasDate(bits, 274),
    (bits) => etaOf(bits, 274),
  ),
  draught: known((bits) => bits.unsigned(294, 8) !== 0, tenths(294, 8, 256).read),
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
/** Of a craft that belongs to a ship (MMSI 98…): the MMSI of that ship stands where others say their size. */
const partBOfCraft: Table = { shipType: number(40, 8, 0), callSign: text(90, 42) };
const partB: Table = {
  ...partBOfCraft,
  length: sum(132, 9, 9),
  beam: sum(150, 6, 6),
};
const longRange: Table = {
  accuracy: number(38, 1),
  status: number(40, 4, 15),
  longitude: degrees(44, 18, 10, 180),
  latitude: degrees(62, 17, 10, 90),
  speed: known(
    (bits) => bits.unsigned(79, 6) !== 63,
    (bits) => `${bits.unsigned(79, 6)}.0`,
  ),
  course: known(
    (bits) => bits.unsigned(85, 9) < 360,
    (bits) => `${bits.unsigned(85, 9)}.0`,
  ),
};
const station: Table = { ...position(79) };
const aid: Table = { name: text(43, 120), ...position(164) };

const fieldsOf = (table: Table): Fields => new Map(Object.entries(table));

function kindOf(type: number, table: Table, least: number, [shipFrom, shipTo] = [0, 0]): Kind {
  return {
    type,
    fields: fieldsOf(table),
    least,
    statusAt: table === classA ? 38 : table === longRange ? 40 : 0,
    alwaysSays: 'accuracy' in table,
    shipFrom,
    shipTo,
  };
}

/** The messages that are understood, by their types. */
const kinds: ReadonlyMap<number, Kind> = new Map(
  [
    kindOf(1, classA, 149),
    kindOf(2, classA, 149),
    kindOf(3, classA, 149),
    kindOf(4, station, 134),
    kindOf(5, voyage, 420, [6, 71]),
    kindOf(18, classB, 139),
    kindOf(19, extendedB, 301, [23, 51]),
    kindOf(21, aid, 219),
    kindOf(27, longRange, 94),
  ].map((kind) => [kind.type, kind]),
);
const parts: readonly Kind[] = [kindOf(24, partA, 160, [6, 27]), kindOf(24, partB, 162, [6, 28])];
const craft = kindOf(24, partBOfCraft, 162, [6, 28]);
const others = kindOf(0, {}, 38);

const isCraft = (bits: Bits): boolean => Math.floor(bits.unsigned(8, 30) / 10_000_000) === 98;

/** Undefined for a message that is too short to be what it says; other kinds of messages have no fields. */
export function readAis(bits: Bits): AisMessage | undefined {
  if (bits.length < 38) return undefined;
  const type = bits.unsigned(0, 6);
  const kind = (type === 24 ? partOf(bits) : kinds.get(type)) ?? others;
  return bits.length < kind.least ? undefined : new AisMessage(kind, bits);
}

function partOf(bits: Bits): Kind | undefined {
  const part = bits.unsigned(38, 2);
  return part === 1 && isCraft(bits) ? craft : parts[part];
}

function hasDate(bits: Bits, from: number): boolean {
  const month = bits.unsigned(from, 4);
  return month >= 1 && month <= 12 && bits.unsigned(from + 4, 5) >= 1;
}

/** Month, day, hour and minute, UTC: `03-12T04:30`, `03-12` where the hour is not known. The year is not sent. */
function etaOf(bits: Bits, from: number): string {
  const [month, day] = [bits.unsigned(from, 4), bits.unsigned(from + 4, 5)];
  const [hour, minute] = [bits.unsigned(from + 9, 5), bits.unsigned(from + 14, 6)];
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
