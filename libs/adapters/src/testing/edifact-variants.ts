/** A release of the UN/EDIFACT directories: its segments, and the trees of its messages. */
export interface Directory {
  readonly directory: string;
  readonly segments: Readonly<Record<string, { readonly e?: readonly Element[] } | undefined>>;
  readonly messages: Readonly<Record<string, readonly Entry[] | undefined>>;
}

interface Simple {
  readonly id: string;
  readonly t?: string;
  readonly max?: number;
  readonly m?: number;
}

interface Element extends Simple {
  readonly c?: readonly Simple[];
}

/** A segment (`s`) or a group (`g` with its content `c`). */
interface Entry {
  readonly s?: string;
  readonly g?: string;
  readonly c?: readonly Entry[];
  readonly max: number;
  readonly m?: number;
}

/** Numbers in [0, 1), the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a generated message must have beside what its directory calls mandatory. */
export interface Needs {
  /** Segments that start a group of which there is at least one. */
  readonly groups: readonly string[];
  /** Cells that are always there: `EQD.2.1`. */
  readonly cells: readonly string[];
  /** Codes of the name of the message (BGM 1001). */
  readonly names: readonly string[];
  /** First element of the segment that starts a group with containers (EQD) in it, by its tag: a tree does not state it. */
  readonly starts?: Readonly<Record<string, string>>;
}

/**
 * A message of the type as its directory allows it: any of the optional segments, repeated now and then, with any of
 * the optional elements, filled with values of the type and length that the directory states.
 */
export function variantOf(directory: Directory, type: string, needs: Needs, random: () => number): string {
  const tree = directory.messages[type] ?? [];
  const writer = new VariantWriter(directory, needs, random);
  writer.entries(tree.filter(({ s }) => s !== 'UNH' && s !== 'UNT'));
  const release = /^D(\d\d[AB])$/.exec(directory.directory)?.[1] ?? directory.directory.slice(1);
  const body = [`UNH+1+${type}:D:${release}:UN`, ...writer.lines];
  const lines = ['UNB+UNOC:3+LNSENDER+DLRECEIVER+260312:2030+LN1', ...body];
  return [...lines, `UNT+${body.length + 1}+1`, 'UNZ+1+LN1', ''].join("'\n");
}

class VariantWriter {
  readonly lines: string[] = [];

  constructor(
    private readonly directory: Directory,
    private readonly needs: Needs,
    private readonly random: () => number,
  ) {}

  entries(entries: readonly Entry[], depth = 0, start?: string): void {
    for (const [position, entry] of entries.entries()) {
      for (let times = this.times(entry, depth); times > 0; times--) {
        if (this.lines.length > 400) return;
        if (entry.s !== undefined) this.segment(entry.s, position === 0 ? start : undefined);
        else this.entries(entry.c ?? [], depth + 1, this.startOf(entry));
      }
    }
  }

  /** How often: mandatory at least once, optional in about a third of the messages. */
  private times({ s, c, m, max }: Entry, depth: number): number {
    const starts = c?.[0]?.s;
    const needed =
      (m === 1 && s !== undefined) || (starts !== undefined && this.needs.groups.includes(starts));
    if (!needed && this.random() > 0.4 / (1 + depth / 3)) return 0;
    return max > 1 && this.random() < 0.3 ? 2 : 1;
  }

  private startOf({ c = [] }: Entry): string | undefined {
    const [{ s = '' } = {}] = c;
    return c.some((inner) => inner.c?.[0]?.s === 'EQD') ? this.needs.starts?.[s] : undefined;
  }

  private segment(tag: string, start?: string): void {
    const cells = (this.directory.segments[tag]?.e ?? []).map((element, e) =>
      e === 0 && start !== undefined ? start : this.element(tag, element, e + 1),
    );
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    this.lines.push([tag, ...cells].join('+'));
  }

  private element(tag: string, element: Element, number: number): string {
    if (tag === 'DTM') return this.moment();
    if (tag === 'UNS') return this.random() < 0.5 ? 'D' : 'S';
    const qualifiers = number === 1 ? this.usual[tag] : undefined;
    if (qualifiers && this.random() < 0.8) return this.one(qualifiers);
    const components = element.c ?? [element];
    const cells = components.map((component, c) => {
      const place = `${tag}.${number}.${c + 1}`;
      if (tag === 'BGM' && place === 'BGM.1.1') return this.one(this.needs.names);
      const wanted = component.m === 1 || place.endsWith('.1.1') || this.needs.cells.includes(place);
      return wanted || this.random() < 0.4 ? this.value(component, place) : '';
    });
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    return cells.join(':');
  }

  /** Qualifiers that rules ask for; any other comes now and then. */
  private readonly usual: Readonly<Record<string, readonly string[]>> = {
    TDT: ['20', '20', '20', '10', '30', '1'],
    LOC: ['5', '9', '11', '22', '60', '61', '76', '87', '91', '94', '125', '165', '178', '179', '180'],
    NAD: ['CA', 'CF', 'CN', 'CZ', 'FL', 'FM', 'IM', 'EX', 'MS', 'NI'],
    FTX: ['AAA', 'AAI', 'AAO', 'AAP', 'ACB', 'HAN'],
  };

  private moment(): string {
    const kind = this.one(['137', '132', '133', '178', '186', '189', '232', '7', '36', '329', '9']);
    return `${kind}:${this.one(['20260312:102', '202603122030:203', '2603122030:201', '20260312203059:204', '3:804'])}`;
  }

  private value({ id, t = 'an', max = 3 }: Simple, place: string): string {
    if (place === 'EQD.2.1' || place === 'SGP.1.1') return this.one(['LNHU3203011', 'LNHU3203027']);
    const length = 1 + Math.floor(this.random() * Math.min(max, 20));
    if (numeric.has(id) || t === 'n') return this.number(Math.min(length, 6));
    const signs = t === 'a' ? letters : max <= 3 ? codes : texts;
    let text = '';
    while (text.length < length) text += this.one([...signs]);
    return text.trim() === '' || text !== text.trim() ? 'X' : text.replace(/[?+:']/g, '?$&');
  }

  private number(length: number): string {
    const digits = Array.from({ length }, () => this.one([...'123456789'])).join('');
    return digits.length > 3 && this.random() < 0.3 ? `${digits.slice(0, -2)}.${digits.slice(-2)}` : digits;
  }

  private one(list: readonly string[]): string {
    return list[Math.floor(this.random() * list.length)] ?? '';
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const codes = `${letters}0123456789`;
const texts = `${codes}abcxyz .,-/()?+:'%&`;

/** Elements that are numbers whatever the directory calls them: amounts, measures, numbers of packages. */
const numeric: ReadonlySet<string> = new Set([
  ...['5004', '5118', '5284', '5402', '5420', '5482', '6008', '6060', '6066', '6140', '6152', '6162', '6168'],
  ...['6246', '6314', '6350', '7106', '7224'],
]);
