import { Buffer } from 'node:buffer';
import type { Fault } from '#kernel';
import { syntaxFaults } from '../../faults.js';
import { standardDelimiters, type Delimiters } from '../delimiters.js';
import type { StructureEntry, StructureGroup } from '../structure.js';
import { takes } from '../structure.js';
import { SegmentReader, type NotStreamable, type RawSegment } from './segment-reader.js';

/** The repeated segment group that a message is cut at: slots, containers. */
export interface StreamUnit {
  /** Its name in the structure. */
  readonly group: string;
  starts(segment: RawSegment): boolean;
  /** Tags of the segments that may stand in it. */
  readonly tags: ReadonlySet<string>;
}

/** A segment that is kept, as it stands in every part. */
export interface KeptSegment {
  readonly tag: string;
  readonly qualifier: string;
  readonly bytes: Uint8Array;
  readonly from: number;
}

/** The unit of a message by its release (UNH 0054), as segment groups may differ between releases. */
export type UnitOf = (release: string) => StreamUnit | undefined;

/** What a file with one message is made of around its units. */
export interface Surveyed {
  readonly delimiters: Delimiters;
  readonly unit: StreamUnit;
  /** Service string and whatever stands before it. */
  readonly prefix: Uint8Array;
  readonly header: readonly KeptSegment[];
  /** Between the last unit and UNT. */
  readonly trailer: readonly KeptSegment[];
  /** UNT, UNE, UNZ, as far as they are there. */
  readonly closing: readonly KeptSegment[];
  readonly units: number;
  /** Segments of the message, UNH and UNT included. */
  readonly segments: number;
  /** Byte offset of the first unit. */
  readonly unitsFrom: number;
  /** Bytes of the file. */
  readonly size: number;
}

export const surveyLimits = {
  /** Bytes of what stands around the units. */
  around: 1024 * 1024,
};

/**
 * The unit of a group of a structure; undefined where it is no repeated group at its top, or where the segment that starts
 * it may stand elsewhere too.
 */
export function streamUnit(structure: StructureGroup, group: string): StreamUnit | undefined {
  const entry = structure.entries.find((one) => one.group?.name === group);
  if (!entry?.group || !entry.repeats) return undefined;
  const trigger = entry.group.entries[0];
  if (entriesIn(structure).some((one) => one !== entry && one !== trigger && mayBeBoth(one, entry)))
    return undefined;
  const starting: StructureEntry = entry;
  return {
    group,
    starts: ({ tag, qualifier }) => tag === starting.tag && takes(starting, qualifier),
    tags: tagsIn(entry.group),
  };
}

const entriesIn = ({ entries }: StructureGroup): readonly StructureEntry[] =>
  entries.flatMap((entry) => [entry, ...(entry.group ? entriesIn(entry.group) : [])]);

/** Whether a segment may be taken for either. The first entry of a group is the one that the group stands at. */
function mayBeBoth(one: StructureEntry, starting: StructureEntry): boolean {
  if (one.tag !== starting.tag || one.unread) return false;
  if (!starting.qualifiers || starting.except) return true;
  return [...starting.qualifiers].some((qualifier) => takes(one, qualifier));
}

function tagsIn({ entries }: StructureGroup): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const { tag, group } of entries) {
    tags.add(tag);
    if (group) for (const inner of tagsIn(group)) tags.add(inner);
  }
  return tags;
}

const closers = new Set(['UNT', 'UNE', 'UNZ']);

/**
 * Goes through a file once, to know before anything is made of it what stands around its units and how many they are.
 * A file with one interchange and one message, whose units follow one another, can be read in parts.
 */
export class EdifactSurvey {
  private readonly reader = new SegmentReader((segment) => this.take(segment));
  private stopped: NotStreamable | undefined;
  private readonly header: KeptSegment[] = [];
  private readonly trailer: KeptSegment[] = [];
  private readonly closing: KeptSegment[] = [];
  private units = 0;
  private unitsFrom = 0;
  private segments = 0;
  private kept = 0;
  private opened = { UNB: 0, UNH: 0 };
  private unit: StreamUnit | undefined;

  constructor(private readonly unitOf: UnitOf) {}

  push(chunk: Uint8Array): void {
    if (!this.stopped) this.reader.push(chunk);
  }

  /** What was found, or why the file is to be read as a whole. */
  end(): Surveyed | NotStreamable {
    this.reader.end();
    const { delimiters, prefix, size } = this.reader;
    const stopped = this.reader.stopped ?? this.stopped;
    if (stopped) return stopped;
    if (!delimiters || this.opened.UNB !== 1) return 'interchanges';
    const { unit } = this;
    if (this.opened.UNH !== 1 || !unit) return 'messages';
    const { header, trailer, closing, units, segments } = this;
    return {
      delimiters,
      unit,
      prefix,
      header,
      trailer,
      closing,
      units,
      segments,
      unitsFrom: this.unitsFrom,
      size,
    };
  }

  private take(segment: RawSegment): void {
    const { tag } = segment;
    if (this.stopped) return;
    if (tag === 'UNA') this.stopped = 'interchanges';
    else if (tag === 'UNB' || tag === 'UNH' || tag === 'UNG') this.open(segment);
    else if (closers.has(tag)) this.close(segment);
    else if (this.closing.length > 0) this.stopped = 'irregular';
    else this.body(segment);
  }

  private open(segment: RawSegment): void {
    const { tag } = segment;
    if (tag === 'UNB') this.opened.UNB++;
    if (tag === 'UNH') this.opened.UNH++;
    if (this.opened.UNB > 1) this.stopped = 'interchanges';
    if (this.opened.UNH > 1 || (tag === 'UNG' && this.opened.UNH > 0)) this.stopped = 'messages';
    if (tag === 'UNH') {
      this.segments = 1;
      const { delimiters = standardDelimiters } = this.reader;
      const [, , release = ''] = elementOf(segment.bytes, 2, delimiters).split(delimiters.component);
      this.unit = this.unitOf(release.trim());
      if (!this.unit) this.stopped = 'irregular';
    }
    this.keep(this.header, segment);
  }

  private close(segment: RawSegment): void {
    if (segment.tag === 'UNT') this.segments++;
    this.keep(this.closing, segment);
  }

  private body(segment: RawSegment): void {
    this.segments++;
    const { unit } = this;
    if (!unit) this.stopped = 'irregular';
    else if (unit.starts(segment)) {
      if (this.units === 0) this.unitsFrom = segment.from;
      this.units++;
      if (this.trailer.length > 0) this.stopped = 'irregular';
    } else if (this.units === 0) this.keep(this.header, segment);
    else if (this.trailer.length > 0 || !unit.tags.has(segment.tag)) this.keep(this.trailer, segment);
  }

  private keep(list: KeptSegment[], { tag, qualifier, bytes, from }: RawSegment): void {
    this.kept += bytes.length;
    if (this.kept > surveyLimits.around) this.stopped = 'header-too-long';
    else list.push({ tag, qualifier, bytes: Uint8Array.from(bytes), from });
  }
}

/** The warning that the trailer of the message counts its segments wrongly, if it does. */
export function miscounted({ closing, segments, delimiters }: Surveyed): Fault | undefined {
  const trailer = closing.find(({ tag }) => tag === 'UNT');
  if (!trailer) return undefined;
  const stated = elementOf(trailer.bytes, 1, delimiters);
  if (/^\d{1,9}$/.test(stated) && Number(stated) === segments) return undefined;
  const from = trailer.from + trailer.tag.length + 1;
  return syntaxFaults.make('SYNTAX_EDIFACT_COUNT', {
    values: { tag: 'UNT', stated: stated.slice(0, 35), counted: segments, contrl: '29' },
    place: { path: 'UNT.1', span: { from, to: from + stated.length } },
  });
}

/** An element as written, of components too, without line breaks; from 1. */
export function elementOf(bytes: Uint8Array, element: number, delimiters: Delimiters): string {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\r\n]/g, '');
  let number = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (mark === delimiters.release) at++;
    else if (mark === delimiters.element || mark === delimiters.terminator) {
      if (number === element) return text.slice(start, at);
      number++;
      start = at + 1;
    }
  }
  return '';
}
