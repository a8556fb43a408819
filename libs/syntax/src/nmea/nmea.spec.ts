import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { openSyntax, parseNmea, type SourceNode } from '#syntax';
import { position, sentence, voyage } from './testing/sentences.js';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

const seen = (node: SourceNode): unknown =>
  node.children.length === 0 ? node.text : node.children.map((child) => [child.name, seen(child)]);

function tree(text: string) {
  const parsed = parseNmea(bytesOf(text));
  if (!parsed.ok) throw new Error(parsed.error.map((fault) => fault.text.en).join());
  return parsed.value;
}
const codes = (text: string): readonly string[] => {
  const parsed = parseNmea(bytesOf(text));
  return parsed.ok ? parsed.value.diagnostics.map(({ code }) => code) : parsed.error.map(({ code }) => code);
};
const changes = (text: string): unknown =>
  tree(text).root.children.map((station) =>
    station.named('report').map((report) => report.first('change')?.text),
  );

const ship = 413208760;

describe('reading AIS', () => {
  it('says of a position what ITU-R M.1371 says', () => {
    expect(seen(tree(position(ship)).root)).toEqual([
      [
        'station',
        [
          ['mmsi', '413208760'],
          [
            'report',
            [
              ['change', '>0'],
              ['status', '0'],
              ['latitude', '38.950000'],
              ['longitude', '121.700000'],
              ['speed', '12.3'],
              ['course', '271.5'],
              ['heading', '270'],
              ['accuracy', '1'],
            ],
          ],
        ],
      ],
    ]);
  });

  it('joins sentences, and gives a time of arrival the year that is nearest', () => {
    const text = `\\s:DL1,c:1773270000*5C\\${voyage(ship, 'CN DAL')}`;
    const [station] = tree(text).root.children;
    expect(station && seen(station)).toEqual([
      ['mmsi', '413208760'],
      ['imo', '9702376'],
      ['callSign', 'BLH8'],
      ['name', 'LIAO HAI 8'],
      ['shipType', '70'],
      ['length', '245'],
      ['beam', '37'],
      [
        'report',
        [
          ['at', '2026-03-11T23:00:00.000Z'],
          ['change', 'voyage'],
          ['destination', 'CN DAL'],
          ['draught', '12.5'],
          ['eta', '2026-03-12T04:30:00Z'],
        ],
      ],
    ]);
  });

  it.each([
    [[12, 31, 22, 0], '2025-12-31T22:00:00Z'],
    [[1, 1, 6, 0], '2026-01-01T06:00:00Z'],
    [[1, 2, 24, 60], '2026-01-02'],
  ])('reads the time of arrival %j on New Year', (eta, expected) => {
    const text = `2026-01-01T00:10:00Z ${voyage(ship, 'DALIAN', eta)}`;
    expect(tree(text).root.children[0]?.first('report')?.first('eta')?.text).toBe(expected);
  });

  it('keeps a day that the calendar lacks as it was sent', () => {
    const text = `2026-01-01T00:10:00Z ${voyage(ship, 'DALIAN', [2, 30, 6, 0])}`;
    expect(tree(text).root.children[0]?.first('report')?.first('etaWithoutYear')?.text).toBe('02-30T06:00');
  });

  it.each([
    ['\\c:1773270000*00\\', ''],
    ['\\g:1-2-77,s:DL1,c:1773270000000*00\\', ''],
    ['2026-03-11T23:00:00Z ', ''],
    ['2026-03-12 07:00:00+0800,', ''],
    ['1773270000 ', ''],
    ['', ',rDL1,1773270000'],
    ['$PGHP,1,2026,3,11,23,0,0,0,338,2,,1,09*17\r\n', ''],
  ])('takes the time that stands at %j %j', (before, behind) => {
    const report = tree(before + position(ship) + behind).root.children[0]?.first('report');
    expect(report?.first('at')?.text).toBe('2026-03-11T23:00:00.000Z');
  });

  it('tells changes of status and of destination, and no position twice', () => {
    const text = [
      position(ship),
      position(ship, { latitude: 38.96 }),
      position(ship, { status: 1 }),
      voyage(ship, 'CN DAL'),
      voyage(ship, 'CN DAL'),
      position(ship, { status: 15 }),
      position(ship, { status: 5, speed: 0 }),
      voyage(ship, 'CN YIK'),
    ].join('\r\n');
    expect(changes(text)).toEqual([['>0', '0>1', 'voyage', '1>5', 'voyage']]);
  });

  it('keeps the last position of a vessel that says nothing else', () => {
    const text = [position(ship, { status: 15 }), position(ship, { status: 15, latitude: 39 })].join('\n');
    expect(changes(text)).toEqual([['position']]);
    expect(tree(text).root.children[0]?.first('report')?.first('latitude')?.text).toBe('39.000000');
  });

  it('leaves out what is not available', () => {
    const text = position(ship, { latitude: 91, longitude: 181, speed: 1023, status: 5 });
    const report = tree(text).root.children[0]?.first('report');
    expect(report?.children.map(({ name }) => name)).not.toContain('latitude');
    expect(report?.children.map(({ name }) => name)).not.toContain('speed');
  });

  it('points at the sentences of each value', () => {
    const text = `# Dalian\n${voyage(ship, 'CN DAL')}\n`;
    const { root, bytes } = tree(text);
    const node = root.children[0]?.first('imo');
    const { from, to } = bytes(node?.valueSpan({ at: 'text' }) ?? { from: 0, to: 0 });
    expect(text.slice(from, to)).toBe(voyage(ship, 'CN DAL'));
  });

  const whole = position(ship);
  it.each([
    ['', ['SYNTAX_NMEA_START']],
    ['# nothing\n$GPGGA,1,2*00', ['SYNTAX_NMEA_START']],
    [`${whole}\n${whole.slice(0, 20)}`, ['SYNTAX_NMEA_TRUNCATED']],
    [`${whole}\n${whole.slice(0, -1)}`, ['SYNTAX_NMEA_TRUNCATED']],
    [`${whole.slice(0, 20)}\n${whole}`, ['SYNTAX_NMEA_SENTENCE']],
    [`${whole.replace('A,1', 'B,1')}\n${whole}`, ['SYNTAX_NMEA_CHECKSUM']],
    [`hello\n${whole}`, ['SYNTAX_NMEA_SENTENCE']],
    [`${sentence('AIVDM,1,1,,A,15,0')}\n${whole}`, ['SYNTAX_NMEA_PAYLOAD']],
    [`${sentence('AIVDM,1,1,,A,1~,0')}\n${whole}`, ['SYNTAX_NMEA_PAYLOAD']],
    [`${sentence('AIVDM,0,1,,A,15,0')}\n${whole}`, ['SYNTAX_NMEA_SENTENCE']],
    [`${voyage(ship, 'X').split('\n')[0]}\n${whole}`, ['SYNTAX_NMEA_PART']],
    [`${voyage(ship, 'X').split('\n')[1]}\n${whole}`, ['SYNTAX_NMEA_PART']],
    [`${sentence('AIVDM,1,1,,B,,0')}\n${whole}`, []],
  ])('says of %j what is odd about it', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is bounded', () => {
    const many = Array.from({ length: 50 }, (_, i) => position(ship + i)).join('\n');
    const parsed = parseNmea(bytesOf(many), { limits: { nodes: 100 } });
    expect(parsed).toMatchObject({ ok: false, error: [{ code: 'SYNTAX_NMEA_NODES' }] });
  });

  it('reads every position and speed as it was sent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -54_000_000, max: 54_000_000 }),
        fc.integer({ min: -108_000_000, max: 108_000_000 }),
        fc.integer({ min: 0, max: 1022 }),
        fc.integer({ min: 200_000_000, max: 799_999_999 }),
        (latitude, longitude, speed, mmsi) => {
          const text = position(mmsi, {
            latitude: latitude / 600_000,
            longitude: longitude / 600_000,
            speed,
          });
          const report = tree(text).root.children[0]?.first('report');
          const value = (name: string): number => Number(report?.first(name)?.text);
          expect(Math.round(value('latitude') * 600_000)).toBe(latitude);
          expect(Math.round(value('longitude') * 600_000)).toBe(longitude);
          expect(Math.round(value('speed') * 10)).toBe(speed);
        },
      ),
    );
  });

  it('never throws', () => {
    const parts = fc.constantFrom(
      '!AIVDM,',
      '1,1,,A,',
      '2,1,3,',
      '5',
      'w',
      ',0',
      '*00',
      '\n',
      '\\c:1',
      '$PGHP,1,',
      '@',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(parts).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          expect(typeof parseNmea(bytesOf(text)).ok).toBe('boolean');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is not written', () => {
    const nmea = openSyntax('nmea');
    const root = tree(position(ship)).root;
    expect(nmea.ok && nmea.value.write(root)).toMatchObject({
      ok: false,
      error: [{ code: 'SYNTAX_NMEA_WRITE' }],
    });
  });
});

const corpus = '../shared/corpus/ais/M0r13n__pyais';
const present = existsSync(corpus);
if (!present) process.stdout.write('nmea.spec: ../shared/corpus is absent, real sentences are not read\n');

(present ? describe : describe.skip)('real AIS sentences', () => {
  it.each([
    ['examples/sample.ais', 9, 3],
    ['tests/ais_test_messages', 7, 0],
    ['tests/nmea_data_sample.txt', 165, 20],
    ['tests/timestamped.ais', 4, 0],
  ])('reads %s', (file, stations, odd) => {
    const parsed = parseNmea(readFileSync(`${corpus}/${file}`));
    expect(parsed.ok && parsed.value.root.children.length).toBe(stations);
    expect(parsed.ok && parsed.value.diagnostics.length).toBe(odd);
  });

  it('knows the ship that everybody knows', () => {
    const parsed = parseNmea(readFileSync(`${corpus}/tests/ais_test_messages`));
    const found = parsed.ok
      ? parsed.value.root.children.find(({ children }) => children[0]?.text === '351759000')
      : undefined;
    expect(found && seen(found)).toEqual([
      ['mmsi', '351759000'],
      ['imo', '9134270'],
      ['callSign', '3FOF8'],
      ['name', 'EVER DIADEM'],
      ['shipType', '70'],
      ['length', '295'],
      ['beam', '32'],
      [
        'report',
        [
          ['change', 'voyage'],
          ['destination', 'NEW YORK'],
          ['draught', '12.2'],
          ['etaWithoutYear', '05-15T14:00'],
        ],
      ],
    ]);
  });
});
