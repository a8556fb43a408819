import fc from 'fast-check';
import type { Json } from '#kernel';
import type { Format } from '../definition.js';
import { readIso } from './iso.js';
import { notAfter, readDtm, writeDtm } from './dtm.js';
import { compileFormat, type RuleFormat } from './format.js';

function format(as: Format | readonly Format[], zone?: string): RuleFormat {
  const compiled = compileFormat(as, zone);
  if ('unknown' in compiled) throw new Error(compiled.unknown);
  return compiled;
}

describe('formats', () => {
  it.each<[Format | readonly Format[], string | undefined, string, Json]>([
    ['decimal', undefined, '1080.0000', '1080.0000'],
    ['decimal', undefined, '-0.5', '-0.5'],
    ['integer', undefined, '007', '007'],
    ['count', undefined, '12', 12],
    [{ date: 'yyyyMMdd' }, undefined, '20240229', '2024-02-29'],
    [{ date: ['yyyyMMdd', 'yyyy-MM-dd'] }, undefined, '20250312', '2025-03-12'],
    [{ date: 'yyyyMM' }, undefined, '202503', '2025-03'],
    [{ time: 'yyyyMMddHHmmss' }, undefined, '20250312200159', '2025-03-12T20:01:59'],
    [{ time: 'yyyyMMddHHmmss' }, '+08:00', '20250312200159', '2025-03-12T20:01:59+08:00'],
    [{ time: 'yyyyMMddHHmmssSSS' }, undefined, '20250312200159007', '2025-03-12T20:01:59.007'],
    [{ time: 'yyyyMMddTHHmmssSS' }, undefined, '20250312T20015907', '2025-03-12T20:01:59.070'],
    [{ time: ['yyyyMMddHHmmss', 'yyyyMMdd'] }, '+08:00', '20250312', '2025-03-12'],
    [
      { time: ['iso', 'yyyyMMdd'] },
      '+08:00',
      '2025-03-12T20:01:59.973+00:00',
      '2025-03-12T20:01:59.973+00:00',
    ],
    [{ time: 'iso' }, undefined, '2025-03-12', '2025-03-12'],
    [{ time: ['yyyyMMddHHmmss', 'yyyyMMdd'] }, '+08:00', '20250312200159', '2025-03-12T20:01:59+08:00'],
    [{ time: 'yyyyMMddHHmm', zone: '+09:00' }, '+08:00', '202503122001', '2025-03-12T20:01:00+09:00'],
    [{ time: 'yyyy-MM-ddTHH:mm:ss' }, undefined, '2025-03-12T20:01:59', '2025-03-12T20:01:59'],
    [{ time: 'HHmm' }, '+08:00', '2001', '20:01:00'],
    [{ date: 'yyMMdd' }, undefined, '691231', '2069-12-31'],
    [{ date: 'yyMMdd' }, undefined, '700101', '1970-01-01'],
    [{ flag: { true: 'Y', false: 'N' } }, undefined, 'N', false],
    [{ prefix: 'UN' }, undefined, 'UN9702376', '9702376'],
    [[{ prefix: 'UN' }, 'integer'], undefined, 'UN9702376', '9702376'],
  ])('%j (zone %s) reads and writes %s', (as, zone, message, document) => {
    const { codec } = format(as, zone);
    expect(codec?.read(message, false)).toEqual(document);
    expect(codec?.write(document)).toBe(message);
  });

  it.each<[Format, string, string, string]>([
    [{ date: 'yyyy/M/d' }, '2026/3/8', '2026-03-08', '2026/03/08'],
    [{ date: 'yyyy年M月d日' }, '2026年12月31日', '2026-12-31', '2026年12月31日'],
    [{ time: ['yyyy-M-d H:mm', 'yyyy-M-d'] }, '2026-3-8 9:05', '2026-03-08T09:05:00', '2026-03-08 09:05'],
    [{ time: ['yyyy-M-d H:mm', 'yyyy-M-d'] }, '2026-11-8', '2026-11-08', '2026-11-08'],
  ])('%j reads %s with one digit where two could stand, and writes two', (as, message, document, written) => {
    const { codec } = format(as);
    expect(codec?.read(message, false)).toBe(document);
    expect(codec?.write(document)).toBe(written);
  });

  it.each<[Format | readonly Format[], string]>([
    [{ date: 'yyyy/M/d' }, '2026/13/8'],
    [{ date: 'yyyy/M/d' }, '2026/003/8'],
    [{ date: 'yyyy/M/d' }, '2026/3'],
    ['decimal', '1,5'],
    ['decimal', '1.2.3'],
    ['decimal', 'NaN'],
    ['integer', '1.0'],
    ['count', '-1'],
    ['count', '9999999999999999'],
    [{ date: 'yyyyMMdd' }, '20250229'],
    [{ date: 'yyyyMMdd' }, '20251301'],
    [{ date: 'yyyyMMdd' }, '00000000'],
    [{ date: 'yyyyMMdd' }, '2025031'],
    [{ date: 'yyyy-MM-dd' }, '2025/03/12'],
    [{ time: 'yyyyMMddHHmm' }, '202503122460'],
    [{ time: 'iso' }, '2025-02-30T20:01:59'],
    [{ time: 'iso' }, '2025-03'],
    [{ flag: { true: 'Y', false: 'N' } }, 'y'],
  ])('%j does not read %s', (as, message) => {
    expect(format(as).codec?.read(message, false)).toBeUndefined();
  });

  it.each<[Format, Json]>([
    ['decimal', 12],
    ['decimal', 'x'],
    ['count', '12'],
    ['count', 1.5],
    [{ date: 'yyyyMMdd' }, '12.03.2025'],
    [{ time: 'yyyyMMddHHmm' }, '2025-03-12'],
    [{ flag: { true: 'Y', false: 'N' } }, 'Y'],
    [{ prefix: 'UN' }, 1],
  ])('%j does not write %j', (as, document) => {
    expect(format(as).codec?.write(document)).toBeUndefined();
  });

  it('reads a decimal comma only where it may stand', () => {
    expect(format('decimal').codec?.read('12,5', true)).toBe('12.5');
    expect(format('decimal').codec?.read('12,5', false)).toBeUndefined();
  });

  it('writes a time of another zone on the clocks of its own', () => {
    const { codec } = format({ time: 'yyyyMMddHHmm' }, '+08:00');
    expect(codec?.write('2025-02-28T20:30:00Z')).toBe('202503010430');
    expect(codec?.write('2025-03-01T04:30:00')).toBe('202503010430');
  });

  it.each<[unknown]>([
    ['money'],
    [{ date: 'yyyyMMddHHmm' }],
    [{ date: 'dd' }],
    [{ date: [] }],
    [{ time: 'yyyyMMdd' }],
    [{ time: ['yyyyMMddHHmm', 'ss'] }],
    [{ date: 'iso' }],
    [{ time: 'HHmmHH' }],
    [{ time: 'HHmm', zone: 'CST' }],
    [{ dtm: '999' }],
    [{ part: 0, of: '/' }],
    [{}],
    [[]],
    [null],
    [['decimal', { dtm: '203' }]],
    ['constructor'],
  ])('does not know %j', (as) => {
    expect(Reflect.apply(compileFormat, undefined, [as, undefined])).toHaveProperty('unknown');
  });
});

describe('ISO 8601', () => {
  it.each([
    ['2026-01-15T09:00:00+0800', '2026-01-15T09:00:00+08:00'],
    ['2026-01-15T09:00:00-03', '2026-01-15T09:00:00-03:00'],
    ['2026-01-15T09:00:00.5Z', '2026-01-15T09:00:00.5Z'],
    ['2026-01-15T09:00:00+08:00', '2026-01-15T09:00:00+08:00'],
    ['2026-01-15', '2026-01-15'],
  ])('reads %s with its offset in the extended format', (text, value) => {
    expect(readIso(text, '+09:00')).toBe(value);
  });
});

describe('DTM', () => {
  it.each([
    ['20250312', '102', '2025-03-12'],
    ['250312', '101', '2025-03-12'],
    ['120325', '2', '2025-03-12'],
    ['2503122001', '201', '2025-03-12T20:01:00+08:00'],
    ['202503122001', '203', '2025-03-12T20:01:00+08:00'],
    ['20250312200159', '204', '2025-03-12T20:01:59+08:00'],
    ['202503122001-0130', '205', '2025-03-12T20:01:00-01:30'],
    ['202503122001UTC', '303', '2025-03-12T20:01:00+00:00'],
    ['202503', '610', '2025-03'],
    ['2025', '602', '2025'],
    ['2001', '401', '20:01:00'],
    ['010325', '3', '2025-01-03'],
    ['01032025', '4', '2025-03-01'],
    ['010320252001', '5', '2025-03-01T20:01:00+08:00'],
    ['2503122001+09', '301', '2025-03-12T20:01:00+09:00'],
    ['250312200159-0330', '302', '2025-03-12T20:01:59-03:30'],
    ['202503122001+09', '303', '2025-03-12T20:01:00+09:00'],
    ['20250312200159Z', '304', '2025-03-12T20:01:59+00:00'],
    ['202503122001', '303', '2025-03-12T20:01:00+08:00'],
    ['202512312400', '203', '2026-01-01T00:00:00+08:00'],
  ])('reads and writes %s of format %s', (text, code, value) => {
    expect(readDtm(text, code, '+08:00')).toEqual({ value, odd: false });
    expect(
      readDtm(
        writeDtm(value, code, '+08:00')?.text ?? '',
        writeDtm(value, code, '+08:00')?.code ?? '',
        '+08:00',
      )?.value,
    ).toBe(value);
  });

  it.each([
    ['20250312', '203', '2025-03-12'],
    ['202503122001', '102', '2025-03-12T20:01:00'],
  ])('reads %s of wrong format %s by its length', (text, code, value) => {
    expect(readDtm(text, code, undefined)).toEqual({ value, odd: true });
  });

  it.each([
    ['tomorrow', '203'],
    ['20251399', '102'],
    ['', '203'],
    ['20250312200159', '999'],
    ['12101005', '305'],
    ['202503122430', '203'],
    ['2400', '401'],
    ['00000000', '102'],
  ])('does not read %j of format %s', (text, code) => {
    expect(readDtm(text, code, undefined)).toBeUndefined();
  });

  it.each([
    ['202503122001JST', '303', undefined, '2025-03-12T20:01:00', 'zone'],
    ['20250312-20250318', '718', undefined, '2025-03-12', 'period'],
    ['202503122001202503180700', '719', undefined, '2025-03-12T20:01:00+08:00', 'period'],
    ['12312001', '305', '2026-01-02', '2025-12-31T20:01:00+08:00', 'year'],
    ['01022001', '305', '2025-12-31', '2026-01-02T20:01:00+08:00', 'year'],
    ['02290600', '305', '2025-03-02', '2024-02-29T06:00:00+08:00', 'year'],
    ['19850000', '102', undefined, '1985', 'part'],
    ['850600', '101', undefined, '1985-06', 'part'],
    ['560000', undefined, undefined, '2056', 'part'],
    ['312001', '306', '2025-04-02', '2025-03-31T20:01:00+08:00', 'year'],
  ])('says of %s of format %s what it took for granted', (text, code, near, value, note) => {
    expect(readDtm(text, code, '+08:00', '203', near)).toEqual({ value, odd: false, note });
  });

  it('writes a date without time as 102 where a time was wished', () => {
    expect(writeDtm('2025-03-12', '203', undefined)).toEqual({ text: '20250312', code: '102' });
    expect(writeDtm('2025-03-12T20:01:59', '203', undefined)).toEqual({
      text: '20250312200159',
      code: '204',
    });
    expect(writeDtm('soon', '203', undefined)).toBeUndefined();
  });

  it('takes a value without a format code by its length', () => {
    expect(readDtm('560620', undefined, undefined)).toEqual({ value: '2056-06-20', odd: false });
    expect(readDtm('2001', undefined, undefined, '401')).toEqual({ value: '20:01:00', odd: false });
  });

  it('takes two digits of a year for those of the latest day that is not after another one', () => {
    expect(notAfter('2056-06-20', '560620', '2026-05-20')).toBe('1956-06-20');
    expect(notAfter('2026-05-21', '260521', '2026-05-20')).toBe('1926-05-21');
    expect(notAfter('2026-05-20', '260520', '2026-05-20')).toBe('2026-05-20');
    expect(notAfter('2056-06-20', '20560620', '2026-05-20')).toBe('2056-06-20');
  });

  it.each([
    ['2025-03-12T20:01:59+08:00', '20250312200159+0800', '304'],
    ['2025-03-12T20:01:00+08:00', '202503122001+0800', '303'],
    ['2025-03-12T20:01:59', '20250312200159', '204'],
    ['2025-03-12T20:01:00', '202503122001', '203'],
    ['2025-03-12', '20250312', '102'],
  ])('writes %s with all that it says where 303 is wished', (value, text, code) => {
    expect(writeDtm(value, '303', undefined)).toEqual({ text, code });
    expect(readDtm(text, code, undefined)).toEqual({ value, odd: false });
  });

  it('writes an offset where the value has one and a format with an offset is wished', () => {
    expect(writeDtm('2025-03-12T20:01:59+08:00', '304', undefined)).toEqual({
      text: '20250312200159+0800',
      code: '304',
    });
    expect(writeDtm('2025-03-12T20:01:59', '304', undefined)).toEqual({
      text: '20250312200159',
      code: '204',
    });
  });

  it('reads again what it writes, to the minute', () => {
    const time = fc.date({ min: new Date('1970-01-02'), max: new Date('2069-12-30'), noInvalidDate: true });
    const code = fc.constantFrom('201', '202', '203', '204', '205', '303', '304');
    fc.assert(
      fc.property(time, code, (moment, wished) => {
        const value = `${moment.toISOString().slice(0, 16)}:00+08:00`;
        const written = writeDtm(value, wished, '+08:00');
        expect(written && readDtm(written.text, written.code, '+08:00')).toEqual({ value, odd: false });
      }),
    );
  });
});
