import { adapters, createNormaliser } from '#adapters';
import { SaxesParser } from 'saxes';
import {
  clientSeqNo,
  coarri,
  consignmentsPerCall,
  containerNumber,
  declarationXml,
  entryId,
  imoNumber,
  numberOfEntry,
} from './index.js';

const numbers = Array.from({ length: 2_000 }, (_, n) => n);
const valuesOf = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map((match) => match[1] ?? '');
const segmentsOf = (bytes: Buffer): string[] => bytes.toString('latin1').split("'\n").slice(0, -1);
const boxesOf = (bytes: Buffer): string[] =>
  segmentsOf(bytes).flatMap((segment) => (segment.startsWith('EQD+CN+') ? [segment.slice(7, 18)] : []));
const isContainer = (text: string): boolean =>
  /^[A-Z]{3}U\d{7}$/.test(text) && containerNumber(text.slice(0, 4), text.slice(4, 10)) === text;

describe('check digits', () => {
  test.each(['CSQU3054383', 'CICU3789922', 'TCLU6194637', 'MSKU1234565'])('%s is a container', (text) => {
    expect(isContainer(text)).toBe(true);
  });
  test.each(['CSQU3054384', 'CBHU1234567', 'LHSU6011138'])('%s is none', (text) => {
    expect(isContainer(text)).toBe(false);
  });
  test.each(['9346524', '9074729', '9176187'])('%s is a ship', (text) => {
    expect(imoNumber(text.slice(0, 6))).toBe(text);
  });
});

describe('declarationXml', () => {
  it('gives the same bytes for the same number and seed, whatever was made before', () => {
    const alone = declarationXml(17, { seed: 5 });
    for (let n = 0; n < 17; n++) declarationXml(n, { seed: 5 });
    expect(declarationXml(17, { seed: 5 })).toEqual(alone);
    expect(declarationXml(17, { seed: 6 })).not.toEqual(alone);
    expect(declarationXml(17, { seed: 5, kind: 'export' })).not.toEqual(alone);
  });

  it('numbers every declaration differently, in 18 digits, also with another seed', () => {
    const all = [1, 2].flatMap((seed) => numbers.map((n) => declarationXml(n, { seed }).toString()));
    for (const element of ['EntryId', 'ClientSeqNo', 'BillNo']) {
      const values = all.flatMap((xml) => valuesOf(xml, element));
      expect(new Set(values).size).toBe(all.length);
    }
    expect(all.every((xml) => /^\d{18}$/.test(valuesOf(xml, 'EntryId')[0] ?? ''))).toBe(true);
  });

  it('says the numbers beforehand', () => {
    const xml = declarationXml(44, { seed: 9, kind: 'export' }).toString();
    expect(valuesOf(xml, 'EntryId')).toEqual([entryId(44, { seed: 9, kind: 'export' })]);
    expect(valuesOf(xml, 'ClientSeqNo')).toEqual([clientSeqNo(44, 9)]);
    expect(numberOfEntry(entryId(44, { seed: 9 }), 9)).toBe(44);
  });

  it('is well-formed XML of about two kilobytes with valid containers, each in one declaration', () => {
    const seen = new Set<string>();
    let bytes = 0;
    for (const n of numbers) {
      const message = declarationXml(n);
      bytes += message.length;
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(message.toString()).close();
      for (const box of valuesOf(message.toString(), 'ContainerId')) {
        expect(isContainer(box)).toBe(true);
        expect(seen.has(box)).toBe(false);
        seen.add(box);
      }
    }
    expect(bytes / numbers.length).toBeGreaterThan(1_800);
    expect(bytes / numbers.length).toBeLessThan(2_500);
  });

  it('adds goods items up to the size asked for, and no more than customs takes', () => {
    const large = declarationXml(3, { size: 10_000 });
    expect(large.length).toBeGreaterThanOrEqual(10_000);
    expect(large.length).toBeLessThan(10_700);
    const items = valuesOf(declarationXml(3, { size: 1_000_000 }).toString(), 'GNo');
    expect(items).toEqual(Array.from({ length: 50 }, (_, at) => String(at + 1)));
  });
});

describe('coarri', () => {
  it('is one well-formed interchange with true counts and references', () => {
    for (const containers of [1, 20, 90]) {
      const segments = segmentsOf(coarri(7, { containers }));
      const reference = segments[0]?.split('+')[5] ?? '';
      expect(reference).toMatch(/^D\d{9}$/);
      expect(segments.at(-1)).toBe(`UNZ+1+${reference}`);
      expect(segments.at(-2)).toBe(`UNT+${segments.length - 2}+${reference}1`);
      expect(segments.at(-3)).toBe(`CNT+16:${containers}`);
      expect(boxesOf(coarri(7, { containers })).every(isContainer)).toBe(true);
    }
  });

  it('has a control reference of its own for every call and kind, and the same bytes every time', () => {
    const references = numbers.flatMap((n) =>
      (['import', 'export'] as const).map((kind) => segmentsOf(coarri(n, { containers: 1, kind })).at(-1)),
    );
    expect(new Set(references).size).toBe(references.length);
    expect(coarri(4, { seed: 3 })).toEqual(coarri(4, { seed: 3 }));
  });

  it('talks about the goods that the declarations of its call declare', () => {
    const call = 3;
    const report = coarri(call, { containers: 200 });
    const declared = Array.from({ length: consignmentsPerCall }, (_, at) =>
      declarationXml(call * consignmentsPerCall + at).toString(),
    );
    const boxes = declared.flatMap((xml) => valuesOf(xml, 'ContainerId'));
    expect(boxesOf(report).slice(0, boxes.length)).toEqual(boxes);
    expect(new Set(boxesOf(report)).size).toBe(200);
    const bills = segmentsOf(report).flatMap((segment) => /^RFF\+BM:(.*)/.exec(segment)?.[1] ?? []);
    expect(new Set(bills)).toEqual(new Set(declared.flatMap((xml) => valuesOf(xml, 'BillNo'))));
    const vessel = /^TDT\+20\+(\w+)\+.*:([A-Z ]+)$/.exec(segmentsOf(report)[3] ?? '');
    expect(valuesOf(declared[0] ?? '', 'TrafName')).toEqual([vessel?.[2]]);
    expect(valuesOf(declared[0] ?? '', 'VoyNo')).toEqual([vessel?.[1]]);
  });
});

describe('to the hub', () => {
  const { normalise } = createNormaliser(adapters);
  const keysOf = (bytes: Buffer, kind: string): Set<string> => {
    const { documents, faults, warnings } = normalise(bytes, {});
    expect([...faults, ...warnings]).toEqual([]);
    return new Set(
      documents.flatMap(({ keys }) => keys.flatMap((key) => (key.kind === kind ? [key.value] : []))),
    );
  };

  test.each(['bill', 'container', 'vessel-call'])('declaration and report share their %s', (kind) => {
    const reported = keysOf(coarri(2, { containers: 100 }), kind);
    for (let n = 2 * consignmentsPerCall; n < 3 * consignmentsPerCall; n++) {
      const declared = [...keysOf(declarationXml(n), kind)];
      expect(declared.length).toBeGreaterThan(0);
      expect(declared.every((value) => reported.has(value))).toBe(true);
    }
  });
});
