import { typesOf } from './value-types.js';
import { sniff } from './sniff.js';
import { wordsOf } from './words.js';

describe('wordsOf', () => {
  it.each([
    ['CTN_NO', 'container number'],
    ['ctnNo', 'container number'],
    ['箱号', 'container number'],
    ['xianghao', 'container number'],
    ['ContainerNumber', 'container number'],
    ['BILL_NO', 'bill number'],
    ['提运单号', 'bill number'],
    ['bill_of_lading', 'bill'],
    ['船名', 'vessel name'],
    ['VESSEL_NAME', 'vessel name'],
    ['grossWeight', 'gross mass'],
    ['毛重', 'gross mass'],
    ['sealno', 'seal'],
    ['IEFlag', 'direction'],
    ['进出口标志', 'direction'],
    ['vslname', 'vessel name'],
    ['QtyUnit', 'quantity unit'],
  ])('%s means %s', (name, meaning) => {
    expect([...wordsOf(name).keys()]).toEqual(meaning.split(' '));
  });
});

describe('typesOf', () => {
  it.each([
    [['LNHU3001010', 'LNHU3001031'], 'container'],
    [['9702376'], 'imo'],
    [['20260312', '20251231'], 'date'],
    [['2026-03-12 08:15:00'], 'time'],
    [['21640.0', '12'], 'decimal'],
    [['Y', 'N'], 'flag'],
    [['CNDAL', 'CNYIK'], 'locode'],
    [['USD', 'CNY'], 'currency'],
    [['0302620000'], 'hs'],
    [['大豆', 'steel coils'], 'words'],
  ])('%j are of %s', (values, kind) => {
    expect(typesOf(values).shares.get(kind as 'container')).toBe(1);
  });

  it('takes no number for a date of another age', () => {
    expect(typesOf(['90000101']).shares.get('date')).toBeUndefined();
  });
});

describe('sniff', () => {
  it.each([
    ['\uFEFF<?xml version="1.0"?><A/>', 'xml'],
    [' {"a":1}', 'json'],
    ["UNA:+.? 'UNB+UNOA:2", 'edifact'],
    ["00:COARRI:x'\n10:y'", 'flat'],
    ['a,b\n1,2', 'csv'],
    ['a poem', undefined],
    ['', undefined],
  ])('%j is %s', (text, syntax) => {
    expect(sniff(Buffer.from(text))).toBe(syntax);
  });
});
