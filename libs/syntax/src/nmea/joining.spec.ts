import { parseNmea, type SourceNode } from '#syntax';
import { payloadOf, sentence, textBits, voyage } from './testing/sentences.js';

const stations = (lines: readonly string[]): readonly SourceNode[] => {
  const parsed = parseNmea(Buffer.from(lines.join('\n') + '\n'));
  if (!parsed.ok) throw new Error(parsed.error.map(({ text }) => text.en).join());
  return parsed.value.root.children;
};
const codes = (lines: readonly string[]): readonly string[] => {
  const parsed = parseNmea(Buffer.from(lines.join('\n') + '\n'));
  return parsed.ok ? parsed.value.diagnostics.map(({ code }) => code) : parsed.error.map(({ code }) => code);
};
const goals = (lines: readonly string[]): readonly unknown[] =>
  stations(lines).map((one) => [one.first('mmsi')?.text, one.first('report')?.first('destination')?.text]);

const ship = 413208760;
const other = 412205930;
const [firstOfShip = '', secondOfShip = ''] = voyage(ship, 'CN DAL').split('\n');
const [firstOfOther = '', secondOfOther = ''] = voyage(other, 'CN YIK').split('\n');
const tagged = (tags: string, line: string): string => `\\${tags}*00\\${line}`;

describe('sentences of one message', () => {
  it('are told from those of another station by the group of their tag blocks', () => {
    const lines = [
      tagged('g:1-2-11,s:st1,c:1773270000', firstOfShip),
      tagged('g:1-2-12,s:st2,c:1773270060', firstOfOther),
      tagged('g:2-2-11', secondOfShip),
      tagged('g:2-2-12', secondOfOther),
    ];
    expect(goals(lines)).toEqual([
      [String(ship), 'CN DAL'],
      [String(other), 'CN YIK'],
    ]);
    expect(stations(lines).map((one) => one.first('report')?.first('at')?.text)).toEqual([
      '2026-03-11T23:00:00.000Z',
      '2026-03-11T23:01:00.000Z',
    ]);
    expect(codes(lines)).toEqual([]);
  });

  it('are told from those of another station by the source of their tag blocks', () => {
    const lines = [
      tagged('s:st1,c:1773270000', firstOfShip),
      tagged('s:st2,c:1773270000', firstOfOther),
      tagged('s:st1,c:1773270000', secondOfShip),
      tagged('s:st2,c:1773270000', secondOfOther),
    ];
    expect(goals(lines)).toEqual([
      [String(ship), 'CN DAL'],
      [String(other), 'CN YIK'],
    ]);
  });

  it('belong together where the second says no channel', () => {
    const lines = voyage(ship, 'CN DAL', undefined, { channels: 'A' }).split('\n');
    expect(goals(lines)).toEqual([[String(ship), 'CN DAL']]);
    expect(codes(lines)).toEqual([]);
  });

  it('do not belong together on different channels', () => {
    const lines = voyage(ship, 'CN DAL', undefined, { channels: 'AB' }).split('\n');
    expect(codes([...lines, ...voyage(other, 'X').split('\n')])).toEqual([
      'SYNTAX_NMEA_PART',
      'SYNTAX_NMEA_PART',
    ]);
  });

  it('belong together where the second comes just before the first', () => {
    expect(goals([secondOfShip, firstOfShip])).toEqual([[String(ship), 'CN DAL']]);
    expect(codes([secondOfShip, firstOfShip])).toEqual([]);
  });

  it('do not belong together where the second came long before the first', () => {
    const between = ['1', '2', '4', '5', '6'].flatMap((sequence) =>
      voyage(other, 'CN YIK').replaceAll(',3,B,', `,${sequence},B,`).split('\n').map(resummed),
    );
    expect(codes([secondOfShip, ...between, firstOfShip])).toEqual(['SYNTAX_NMEA_PART', 'SYNTAX_NMEA_PART']);
  });
});

/** With the checksum of what it says now. */
const resummed = (line: string): string => sentence(line.slice(1, line.indexOf('*')));

describe('what ships say of themselves', () => {
  it.each([
    [999_999, undefined],
    [1_000_000, '1000000'],
    [9_999_999, '9999999'],
    [10_000_000, undefined],
    [1_073_741_823, undefined],
  ])('takes %d for an IMO number only where it is one', (imo, expected) => {
    const [station] = stations(voyage(ship, 'X', undefined, { imo }).split('\n'));
    expect(station?.first('imo')?.text).toBe(expected);
    expect(station?.first('name')?.text).toBe('LIAO HAI 8');
  });

  it.each([
    [984132087, undefined],
    [ship, '42'],
  ])('does not take the ship that craft %d belongs to for its length', (mmsi, length) => {
    const [payload, fill] = payloadOf([
      [24, 6],
      [0, 2],
      [mmsi, 30],
      [1, 2],
      [36, 8],
      [0, 42],
      ...textBits('BLH9', 7),
      [20, 9],
      [22, 9],
      [3, 6],
      [4, 6],
      [0, 6],
    ]);
    const [station] = stations([sentence(`AIVDM,1,1,,A,${payload},${fill}`)]);
    expect(station?.first('callSign')?.text).toBe('BLH9');
    expect(station?.first('length')?.text).toBe(length);
  });
});
