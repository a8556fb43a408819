import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { parseEdifact } from '../parse-edifact.js';
import { compileStructure } from '../structure.js';
import type { SourceNode } from '../../tree.js';
import { EdifactParts, type EdifactPart } from './parts.js';
import { SegmentReader, streamLimits, type RawSegment } from './segment-reader.js';
import { EdifactSurvey, miscounted, streamUnit, type StreamUnit, type Surveyed } from './survey.js';

const compiled = compileStructure('BGM TDT*{LOC(!147)*} SLOT=LOC(147)*{MEA* RFF* BOX=EQD*{NAD*}} CNT*');
if (!compiled.ok) throw new Error('the structure of this test is wrong');
const structure = compiled.value;
const unit = streamUnit(structure, 'SLOT');
if (!unit) throw new Error('the unit of this test is wrong');
const slot: StreamUnit = unit;

const message = (slots: number, mark = "'", trailer = ''): string =>
  [
    'UNB+UNOA:2+DLDCT+LNHL+260312:2001+R1',
    'UNH+M1+BAPLIE:D:95B:UN:SMDG20',
    'BGM++X?+Y+9',
    'TDT+20+021E',
    'LOC+5+CNDAL',
    ...Array.from({ length: slots }, (_, i) => [
      `LOC+147+${String(i).padStart(7, '0')}::5`,
      `MEA+WT++KGM:${i}`,
      `EQD+CN+LNHU${i}`,
    ]).flat(),
    ...(trailer === '' ? [] : [trailer]),
    `UNT+${5 + slots * 3 + (trailer === '' ? 0 : 1)}+M1`,
    'UNZ+1+R1',
    '',
  ].join(mark);

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Cuts bytes at the places given. */
function chunks(all: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((cut) => cut % (all.length + 1)).sort((a, b) => a - b), all.length];
  return places.slice(1).map((to, index) => all.subarray(places[index] ?? 0, to));
}

function segmentsOf(parts: readonly Uint8Array[]): { segments: unknown[]; stopped: string | undefined } {
  const segments: unknown[] = [];
  const reader = new SegmentReader(({ tag, qualifier, bytes: raw, from }: RawSegment) =>
    segments.push([tag, qualifier, from, Buffer.from(raw).toString('latin1')]),
  );
  for (const part of parts) reader.push(part);
  reader.end();
  return { segments, stopped: reader.stopped };
}

function survey(text: string | Buffer, cuts: readonly number[] = []): Surveyed | string {
  const surveying = new EdifactSurvey(() => slot);
  for (const part of chunks(typeof text === 'string' ? bytes(text) : text, cuts)) surveying.push(part);
  return surveying.end();
}

function partsOf(
  text: string,
  cuts: readonly number[],
  limits: { units: number; bytes: number },
): EdifactPart[] {
  const surveyed = survey(text);
  if (typeof surveyed === 'string') throw new Error(surveyed);
  const parts: EdifactPart[] = [];
  const cutting = new EdifactParts(surveyed, (part) => parts.push(part), limits);
  for (const chunk of chunks(bytes(text), cuts)) cutting.push(chunk);
  cutting.end();
  return parts;
}

/** The segments that a parser sees, with their places in the file. */
function leaves(text: Uint8Array, origin: (offset: number) => number): string[] {
  const parsed = parseEdifact(text, { message: 'BAPLIE' }, structure);
  if (!parsed.ok) throw new Error(parsed.error[0]?.code);
  const found: string[] = [];
  const visit = (node: SourceNode): void => {
    if (node.kind === 'segment') {
      const span = parsed.value.bytes({ from: node.from, to: node.to });
      found.push(`${node.parent?.name} ${parsed.value.text.slice(node.from, node.to)} @${origin(span.from)}`);
    } else node.children.forEach(visit);
  };
  visit(parsed.value.root);
  expect(parsed.value.diagnostics).toEqual([]);
  return found;
}

const cutting = fc.array(fc.nat(100_000), { maxLength: 40 });

describe('SegmentReader', () => {
  const samples = fc.oneof(
    fc.nat(40).map((slots) => message(slots)),
    fc.nat(40).map((slots) => `UNA:+.? '${message(slots)}`),
    fc
      .nat(40)
      .map((slots) => `\ufeffUNA:+.? '\r\n${message(slots, "'\r\n")}`.replace('\ufeff', '\xef\xbb\xbf')),
    fc.nat(40).map((slots) => message(slots, "'\n").replace('BGM++X', "BGM++O?'X?\n'Y??")),
    fc.nat(40).map((slots) => message(slots, '\n')),
    fc.nat(40).map((slots) => message(slots, '"')),
    fc.nat(40).map((slots) => message(slots).slice(0, -5)),
    fc.string({ unit: 'binary-ascii', maxLength: 200 }),
  );

  it('finds the same segments whatever the chunks are', () => {
    fc.assert(
      fc.property(samples, cutting, (text, cuts) => {
        const all = bytes(text);
        expect(segmentsOf(chunks(all, cuts))).toEqual(segmentsOf([all]));
      }),
    );
  });

  it('finds the segments that the parser of whole files finds', () => {
    const text = `UNA:+.? '\n${message(20, "'\n").replace('BGM++X', "BGM++O?'X??")}`;
    const parsed = parseEdifact(bytes(text));
    if (!parsed.ok) throw new Error('not read');
    const found: string[] = [];
    const visit = (node: SourceNode): void => {
      if (node.kind === 'segment') found.push(`${node.name} ${node.from}`);
      else node.children.forEach(visit);
    };
    visit(parsed.value.root);
    expect(
      segmentsOf([bytes(text)]).segments.map((one) => Array.isArray(one) && `${one[0]} ${one[2]}`),
    ).toEqual(found);
  });

  it.each([
    ['bytes beyond ASCII', message(2).replace('X?+Y', 'K\xf6ln'), 'charset'],
    ['another beginning', '<Manifest/>', 'start'],
    ['a service string that the body contradicts', `UNA:+.'${message(2)}`, 'delimiters'],
    ['a segment without an end', message(2).slice(0, -3), 'unterminated'],
    [
      'a segment over the limit',
      message(1, "'", `CNT+${'9'.repeat(streamLimits.segment + 10)}`),
      'segment-too-long',
    ],
    ['nothing', '', 'start'],
  ])('leaves %s to the parser of whole files', (_, text, expected) => {
    expect(segmentsOf([bytes(text)]).stopped).toBe(expected);
  });
});

describe('EdifactSurvey', () => {
  it('tells what stands around the units', () => {
    const surveyed = survey(message(5, "'", 'CNT+16:5'), [10, 200]);
    expect(surveyed).toMatchObject({ units: 5, segments: 21 });
    if (typeof surveyed === 'string') throw new Error(surveyed);
    expect(surveyed.header.map(({ tag }) => tag)).toEqual(['UNB', 'UNH', 'BGM', 'TDT', 'LOC']);
    expect(surveyed.trailer.map(({ tag }) => tag)).toEqual(['CNT']);
    expect(surveyed.closing.map(({ tag }) => tag)).toEqual(['UNT', 'UNZ']);
    expect(miscounted(surveyed)).toBeUndefined();
  });

  it('finds a wrong count at its place', () => {
    const text = message(5).replace('UNT+20', 'UNT+19');
    const surveyed = survey(text);
    if (typeof surveyed === 'string') throw new Error(surveyed);
    const parsed = parseEdifact(bytes(text), { message: 'BAPLIE' }, structure);
    expect(parsed.ok && parsed.value.diagnostics).toEqual([miscounted(surveyed)]);
  });

  it.each([
    ['two interchanges', message(1) + message(1), 'interchanges'],
    ['two messages', message(1).replace('UNZ+1', "UNH+M2+BAPLIE:D:95B:UN'UNT+2+M2'UNZ+2"), 'messages'],
    [
      'units that do not follow one another',
      message(4).replace('LOC+147+0000002', "CNT+1:2'LOC+147+0000002"),
      'irregular',
    ],
  ])('leaves %s to the parser of whole files', (_, text, expected) => {
    expect(survey(text)).toBe(expected);
  });
});

describe('EdifactParts', () => {
  it('has every segment once, at its place, in the group that it has in the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        cutting,
        fc.constantFrom('', 'CNT+16:5'),
        fc.constantFrom("'", "'\r\n"),
        (slots, units, cuts, trailer, mark) => {
          const text = message(slots, mark, trailer);
          const whole = leaves(bytes(text), (offset) => offset);
          const parts = partsOf(text, cuts, { units, bytes: 100_000 });
          const around = (line: string): boolean => !/^(?:SLOT|BOX) /.test(line);
          const inParts = parts.map((part) => leaves(part.bytes, part.origin));
          expect(inParts.flatMap((lines) => lines.filter((line) => !around(line)))).toEqual(
            whole.filter((line) => !around(line)),
          );
          for (const lines of inParts) {
            expect(lines.filter((line) => around(line) && !line.includes(' UNT'))).toEqual(
              whole.filter((line) => around(line) && !line.includes(' UNT')),
            );
          }
          expect(parts.map(({ first }) => first)).toEqual(
            parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.units, 0)),
          );
          expect(parts.reduce((sum, part) => sum + part.units, 0)).toBe(slots);
          for (const part of parts) expect(part.units).toBeGreaterThanOrEqual(2);
        },
      ),
    );
  });
});
