import { Buffer } from 'node:buffer';
import { validateDocument } from '#canonical';
import { checkDefinition, compileMapping, type MappingDefinition, type Rule } from '#mapping';
import { infer, type InferOptions, type Inference } from '#infer';

const csv = [
  '作业流水号,箱号,尺寸箱型,空重,船名,航次,IMO号,提单号,铅封号,装货港,卸货港,毛重(KG),作业时间,操作员',
  'YK2603120001,LNHU3001010,22G1,F,辽海之星,2611W,9702376,YKB26030001,SL88001,CNYIK,JPTYO,21640.0,2026-03-12 08:15:00,张',
  'YK2603120002,LNHU3001031,45G1,E,辽海之星,2611W,9702376,YKB26030002,,CNYIK,JPTYO,3900.0,2026-03-12 08:21:30,张',
  'YK2603120003,LNHU3001052,22G1,F,辽海之星,2611W,9702376,YKB26030003,SL88002,CNYIK,KRINC,18250.5,2026-03-12 08:30:10,李',
].join('\r\n');

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<舱单 编号="MF260001">
  <船舶><船名>辽海之星</船名><航次>2611W</航次><IMO号>9702376</IMO号></船舶>
  <提单列表>
    <提单><提单号>YKB2603001</提单号><发货人>营口某某贸易公司</发货人><收货人>Incheon Trading</收货人><件数>120</件数><毛重>21640.5</毛重><箱号>LNHU3001010</箱号></提单>
    <提单><提单号>YKB2603002</提单号><发货人>沈阳某某公司</发货人><收货人>Seoul Foods</收货人><件数>80</件数><毛重>12000</毛重><箱号>LNHU3001031</箱号></提单>
  </提单列表>
</舱单>`;

const json = JSON.stringify({
  messageId: 'M-260312-0001',
  vesselName: 'LIAO HAI',
  voyageNo: '2611W',
  moves: [
    { ctnNo: 'LNHU3001010', isoType: '22G1', moveTime: '20260312081500', grossWeight: '21640' },
    { ctnNo: 'LNHU3001031', isoType: '45G1', moveTime: '20260312082130', grossWeight: '3900' },
  ],
});

function inferred(text: string, options?: InferOptions): Inference {
  const result = infer([{ name: 'sample', bytes: Buffer.from(text) }], options);
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
}

/** What each place became a rule for. */
const ruled = ({ places }: Inference): Record<string, string | undefined> =>
  Object.fromEntries(
    places
      .filter(({ rule }) => rule !== undefined)
      .map(({ path, candidates }) => [path, candidates[0]?.pointer]),
  );

describe('a partner with Chinese names', () => {
  it('is taken on by a CSV file: infer, compile, read, valid', () => {
    const found = inferred(csv, { type: 'ContainerMove', adapter: 'partner/yingkou-csv' });
    expect(ruled(found)).toMatchObject({
      'row/箱号': '/container/number',
      'row/尺寸箱型': '/container/sizeType',
      'row/空重': '/container/fullness',
      'row/船名': '/vessel/name',
      'row/航次': '/vessel/voyage',
      'row/IMO号': '/vessel/imoNumber',
      'row/提单号': '/billNumbers/*',
      'row/装货港': '/portOfLoading/code',
      'row/卸货港': '/portOfDischarge/code',
      'row/毛重_KG': '/masses/gross/value',
      'row/作业时间': '/movedAt',
    });
    expect(found.codes).toEqual({ containerFullness: { F: 'full', E: 'empty' } });
    const documents = read(found, csv);
    expect(documents).toHaveLength(3);
    expect(documents[1]).toEqual({
      container: { number: 'LNHU3001031', sizeType: '45G1', fullness: 'empty' },
      vessel: { name: '辽海之星', voyage: '2611W', imoNumber: '9702376' },
      billNumbers: ['YKB26030002'],
      portOfLoading: { code: 'CNYIK' },
      portOfDischarge: { code: 'JPTYO' },
      masses: { gross: { value: '3900.0' } },
      movedAt: '2026-03-12T08:21:30+08:00',
    });
    expect(found.definition.examples).toMatchObject([{ documents: [{}, {}, {}] }]);
  });

  it('is taken on by an XML file, whose kind of document is found too', () => {
    const found = inferred(xml);
    expect(found.types[0]?.type).toBe('CargoManifest');
    expect(found.repeated).toEqual([{ path: '提单列表/提单', list: '/consignments/*' }]);
    expect(ruled(found)).toMatchObject({
      '提单列表/提单/提单号': '/consignments/*/billNumber',
      '提单列表/提单/发货人': '/consignments/*/consignor/name',
      '提单列表/提单/收货人': '/consignments/*/consignee/name',
    });
    expect(read(found, xml)).toHaveLength(1);
  });

  it('is taken on by a JSON file, with the identity of its messages', () => {
    const found = inferred(json, { type: 'ContainerMove' });
    expect(ruled(found)).toMatchObject({
      vesselName: '/vessel/name',
      'moves/ctnNo': '/container/number',
      'moves/moveTime': '/movedAt',
    });
    expect(found.definition.identity).toEqual(['/messageId']);
    expect(read(found, json)).toMatchObject([
      {
        container: { number: 'LNHU3001010' },
        vessel: { name: 'LIAO HAI' },
        movedAt: '2026-03-12T08:15:00+08:00',
      },
      {},
    ]);
  });

  it('is taken on with dates and times at two places', () => {
    const text = '箱号,作业日期,作业时间\nLNHU3001010,20260312,0815\nLNHU3001031,20260313,2359';
    const found = inferred(text, { type: 'ContainerMove' });
    expect(rulesOf(found.definition)).toContainEqual(
      expect.objectContaining({
        from: ['作业日期', '作业时间'],
        to: '/movedAt',
        as: { together: [{ date: ['yyyyMMdd'] }, { time: 'HHmm' }] },
      }),
    );
    expect(read(found, text)).toMatchObject([{ movedAt: '2026-03-12T08:15:00+08:00' }, {}]);
  });

  it('has what is not sure as notes, with candidates', () => {
    const found = inferred(csv, { type: 'ContainerMove' });
    const notes = rulesOf(found.definition).flatMap(({ note, ...rest }) =>
      Object.keys(rest).length === 0 ? [note] : [],
    );
    expect(notes.some((note) => note?.startsWith('? row/操作员 (张)'))).toBe(true);
    const all = inferred(csv, { type: 'ContainerMove', threshold: 0.99 });
    expect(Object.keys(ruled(all)).length).toBeLessThan(Object.keys(ruled(found)).length);
  });

  it('gives reasons in both languages', () => {
    const [place] = inferred(csv, { type: 'ContainerMove' }).places.filter(({ path }) => path === 'row/箱号');
    expect(place?.candidates[0]?.reasons.map(({ code }) => code)).toEqual(['name', 'value']);
    for (const { text } of place?.candidates[0]?.reasons ?? []) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/[a-z]/);
    }
  });
});

function read({ definition, codes }: Inference, message: string): unknown[] {
  const draft = checkDefinition(JSON.parse(JSON.stringify(definition)));
  const mapping = draft.ok ? compileMapping(draft.value, codes) : draft;
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.error, null, 1));
  const tree = mapping.value.parse(Buffer.from(message));
  if (!tree.ok) throw new Error(JSON.stringify(tree.error, null, 1));
  const reading = mapping.value.read(tree.value);
  expect(reading.faults).toEqual([]);
  for (const { type, body } of reading.documents) expect(validateDocument(type, body)).toEqual([]);
  return reading.documents.map(({ body }) => body);
}

const rulesOf = ({ documents }: MappingDefinition): readonly Rule[] =>
  documents.flatMap(({ rules }) => rules);

describe('samples that do not fit', () => {
  const sample = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

  it.each([
    ['none', [], 'INFER_NO_SAMPLE'],
    ['empty ones', [sample('a', '')], 'INFER_NO_SAMPLE'],
    ['a poem', [sample('a', '海上生明月')], 'INFER_NO_SAMPLE'],
    ['broken XML', [sample('a', '<A><B>')], 'INFER_NO_SAMPLE'],
    ['nothing of the trade', [sample('a', '<qqq><zzz>%</zzz></qqq>')], 'INFER_NOTHING'],
  ])('are told of: %s', (_, samples, code) => {
    const result = infer(samples);
    expect(result.ok ? [] : result.error.map((fault) => fault.code)).toContain(code);
  });

  it('are left aside with a warning', () => {
    const result = infer(
      [sample('a', xml), sample('b', json), sample('c', '<Other/>'), sample('d', '<舱单>')],
      {
        limits: { bytes: 5000 },
      },
    );
    expect(result.ok && result.value.warnings.map(({ code }) => code).sort()).toEqual([
      'INFER_OTHER_FORMAT',
      'INFER_OTHER_FORMAT',
      'INFER_UNREADABLE',
    ]);
    const bounded = infer([sample('a', xml), sample('b', xml), sample('c', `${xml}${' '.repeat(5000)}`)], {
      limits: { bytes: 5000, samples: 2 },
    });
    expect(bounded.ok && bounded.value.warnings.map(({ code }) => code)).toEqual(['INFER_TOO_MANY']);
  });
});
