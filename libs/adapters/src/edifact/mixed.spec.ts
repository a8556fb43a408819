import { adapters } from '../adapters.js';
import { createNormaliser } from '../normaliser.js';

const normaliser = createNormaliser(adapters);

const codeco = (reference: string, container = 'LNHU2001016'): string[] => [
  `UNH+${reference}+CODECO:D:95B:UN:ITG12`,
  `BGM+36+GATE${reference}+9`,
  'NAD+CF+LNH:160:166',
  `EQD+CN+${container}+22G1:102:5++3+5`,
  'DTM+7:202603121200:203',
  'CNT+16:1',
  `UNT+7+${reference}`,
];
const coarri = (reference: string): string[] => [
  `UNH+${reference}+COARRI:D:95B:UN:ITG12`,
  `BGM+44+DISCH${reference}+9`,
  'TDT+20+021E+1++LNH:172:20+++BLHX:103::LIAO HAI XING',
  'EQD+CN+LNHU2001021+22G1:102:5+++4',
  'DTM+203:202603121300:203',
  'LOC+9+CNDAL:139:6',
  'CNT+16:1',
  `UNT+8+${reference}`,
];
const contrl = (reference: string): string[] => [
  `UNH+${reference}+CONTRL:D:3:UN`,
  'UCI+R0+LNHL+DLDCT+7',
  `UNT+3+${reference}`,
];
const interchange = (reference: string, ...messages: string[][]): string =>
  [
    `UNB+UNOA:2+DLDCT+LNHL+260312:2001+${reference}`,
    ...messages.flat(),
    `UNZ+${messages.length}+${reference}`,
  ]
    .map((segment) => `${segment}'\n`)
    .join('');

const read = (text: string, options = {}) => normaliser.normalise(Buffer.from(text), {}, options);
const answered = (text: string): string => {
  const { adapter = '', faults, warnings } = read(text);
  const outcome = { interchange: Buffer.from(text), now: 0, reference: 'A1' };
  const bytes = normaliser.acknowledge(adapter, { ...outcome, faults: [...faults, ...warnings] });
  return Buffer.from(bytes ?? []).toString();
};

describe('an interchange with messages of several types', () => {
  it('has each of them read by its own adapter, in the order of the messages', () => {
    const found = read(interchange('R1', codeco('1'), coarri('2'), codeco('3', 'LNHU2001037')));
    expect(found).toMatchObject({
      adapter: 'port/codeco-edifact',
      inside: [{ adapter: 'port/coarri-edifact' }],
      identity: 'DLDCT|LNHL|R1',
      faults: [],
      warnings: [],
    });
    expect(found.documents.map(({ type, body }) => [type, Object(body.message).reference])).toEqual([
      ['GateMove', '1'],
      ['ContainerMove', '2'],
      ['GateMove', '3'],
    ]);
    expect(found.documents.map(({ body }) => body.extensions)).toEqual([undefined, undefined, undefined]);
  });

  it('gives of each message what it gives alone, with its own bytes', () => {
    const text = interchange('R1', codeco('1'), coarri('2'));
    const { documents } = read(text, { lineage: true });
    const alone = [interchange('R1', codeco('1')), interchange('R1', coarri('2'))].flatMap(
      (one) => read(one).documents,
    );
    expect(documents.map(({ body, keys }) => ({ body, keys }))).toEqual(
      alone.map(({ body, keys }) => ({ body, keys })),
    );
    const ship = documents[1]?.lineage?.find(({ pointer }) => pointer === '/vessel/name')?.span;
    expect(text.slice(ship?.from, ship?.to)).toBe('LIAO HAI XING');
  });

  it('may be a file of several interchanges', () => {
    const found = read(interchange('R1', coarri('1')) + interchange('R2', codeco('1')));
    expect(found.faults).toEqual([]);
    expect(found.documents.map(({ type }) => type)).toEqual(['ContainerMove', 'GateMove']);
  });

  it('is not taken when one of them has a fault', () => {
    const doubled = read(interchange('R1', codeco('1'), coarri('2'), coarri('2')));
    expect(doubled.documents).toEqual([]);
    expect(doubled.faults.map(({ code, place }) => [code, place?.path])).toEqual([
      ['ADAPTER_MESSAGE_DOUBLED', 'UNH.1'],
    ]);
  });

  it.each([
    ['first', [contrl('1'), codeco('2')]],
    ['last', [codeco('2'), contrl('1')]],
  ])('names a message that nobody reads, where it comes %s, and rejects it', (_, messages) => {
    const text = interchange('R1', ...messages);
    const found = read(text);
    expect(found).toMatchObject({ adapter: 'port/codeco-edifact', faults: [] });
    expect(found.documents.map(({ type }) => type)).toEqual(['GateMove']);
    expect(found.documents[0]?.body.extensions).toBeUndefined();
    expect(found.warnings.map(({ code, values }) => [code, values?.reference, values?.type])).toEqual([
      ['ADAPTER_MESSAGE_UNREAD', '1', 'CONTRL'],
    ]);
    const span = found.warnings[0]?.place?.span;
    expect(text.slice(span?.from, span?.to)).toMatch(/^UNH\+1\+CONTRL[^]*UNT\+3\+1$/);
    expect(answered(text)).toContain("UCM+1+CONTRL:D:3:UN+4+17'");
    expect(answered(text)).toContain("UCM+2+CODECO:D:95B:UN:ITG12+7'");
    const outcome = { interchange: Buffer.from(text), faults: found.warnings, now: 0, reference: 'A1' };
    const told = Buffer.from(normaliser.answer('port/codeco-edifact', outcome, 'aperak')?.bytes ?? []);
    expect(
      told
        .toString()
        .match(/BGM\+\d+|RFF\+ACW:\d|ERC\+\d+|ADAPTER_\w+/g)
        ?.sort(),
    ).toEqual(['BGM+312', 'BGM+313', 'RFF+ACW:1', 'RFF+ACW:2', 'ERC+17', 'ADAPTER_MESSAGE_UNREAD'].sort());
  });

  it('is told from one of a single unknown type', () => {
    expect(read(interchange('R1', contrl('1'))).faults.map(({ code }) => code)).toEqual([
      'ADAPTER_NOT_RECOGNISED',
    ]);
  });

  it('is read with the adapter asked for, whichever type that one is of', () => {
    const text = interchange('R1', codeco('1'), coarri('2'));
    for (const adapter of ['port/codeco-edifact', 'port/coarri-edifact']) {
      const found = normaliser.normalise(Buffer.from(text), { adapter });
      expect([found.adapter, found.documents.length]).toEqual([adapter, 2]);
    }
    const faults = normaliser.normalise(Buffer.from(text), { adapter: 'port/baplie-edifact' }).faults;
    expect(faults.map(({ code }) => code)).toEqual(['ADAPTER_CONTRADICTED']);
  });
});

it('an interchange of the same reference for another recipient is another one (ISO 9735-1, 0020)', () => {
  const first = interchange('R1', codeco('1'));
  const second = first.replace('+LNHL+', '+LNSC+');
  expect([first, second].map((text) => read(text).identity)).toEqual(['DLDCT|LNHL|R1', 'DLDCT|LNSC|R1']);
});
