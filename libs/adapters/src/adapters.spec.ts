import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { adapterFaults, adapters, createNormaliser, normaliseLimits, type Adapter } from '#adapters';
import { commonSchema, documentSchemas } from '#canonical';
import { compileMapping } from '#mapping';
import { casesOf } from './testing/cases.js';

const normaliser = createNormaliser(adapters);
const bytes = (text: string): Uint8Array => Buffer.from(text);

function message(id: string, name: string): Uint8Array {
  const adapter = adapters.find((one) => one.id === id);
  const found = adapter && casesOf(adapter).find((one) => one.name === name);
  if (!found) throw new Error(`${id} has no case ${name}`);
  return found.bytes;
}

const declaration = message('customs/declaration-xml', 'canonical-import-2018');
const report = message('port/coarri-edifact', 'canonical-discharge-d95b');

describe('finding the adapter', () => {
  it.each([
    ['nothing', '', '(nothing)'],
    ['another EDIFACT message', "UNB+UNOA:2+A+B+260312:2015+1'UNH+1+BANSTA:D:95B:UN'", 'EDIFACT BANSTA'],
    ['EDIFACT without a message', "UNA:+.? 'UNB+UNOA:2+A+B+260312:2015+1'", 'EDIFACT'],
    [
      'another XML message',
      '<?xml version="1.0"?><!-- x --><Manifest xmlns="urn:x"><Head/></Manifest>',
      '<Manifest>',
    ],
    ['a prefixed XML message', '<a:CEB999Message xmlns:a="x"/>', '<CEB999Message>'],
    ['a name that only begins alike', '<DecMessageReceipt/>', '<DecMessageReceipt>'],
    ['a name inside of another message', '<Wrapper><DecMessage/></Wrapper>', '<Wrapper>'],
    ['another flat file', "00:TOTTNG:TALLY:9:A:B:202603121200'", '00:TOTTNG:TALLY:9:A:B:20'],
    [
      'another JSON message',
      '{"booking":{"reference":"B1"},"parties":[]}',
      'JSON: booking, reference, parties',
    ],
    ['Chinese text', '大连', '??????'],
  ])('holds %s, and says what it begins with', (_what, text, found) => {
    expect(normaliser.normalise(bytes(text), {})).toMatchObject({
      documents: [],
      faults: [{ code: 'ADAPTER_NOT_RECOGNISED', disposition: 'hold', status: 422, values: { found } }],
    });
    expect(normaliser.normalise(bytes(text), {}).adapter).toBeUndefined();
  });

  it.each(['customs/poem', 'x'.repeat(500)])('refuses the adapter %s, which there is not', (adapter) => {
    const { faults } = normaliser.normalise(declaration, { adapter });
    expect(faults).toMatchObject([{ code: 'ADAPTER_UNKNOWN', disposition: 'reject', status: 422 }]);
    for (const { id } of adapters) expect(faults[0]?.advice.en).toContain(id);
  });

  it('refuses a message that is not of the adapter asked for', () => {
    expect(normaliser.normalise(report, { adapter: 'customs/declaration-xml' }).faults).toMatchObject([
      { code: 'ADAPTER_CONTRADICTED', values: { found: 'EDIFACT COARRI' } },
    ]);
  });

  it('takes the adapter asked for when the message is of its kind', () => {
    expect(normaliser.normalise(report, { adapter: ' port/coarri-edifact ' }).documents).toHaveLength(3);
  });

  it.each([
    ['application/edifact', 0],
    ['text/plain', 0],
    ['application/octet-stream', 0],
    ['Application/XML; charset=gbk', 1],
  ])('with the content type %s notes %i differences', (contentType, count) => {
    const { documents, warnings } = normaliser.normalise(report, { contentType });
    expect(documents).toHaveLength(3);
    expect(warnings.filter(({ code }) => code === 'ADAPTER_MEDIA_TYPE_DIFFERS')).toHaveLength(count);
  });

  it('gives the message to the adapter that is most sure', () => {
    const first = adapters.find(({ id }) => id === 'customs/declaration-xml');
    const second = adapters.find(({ id }) => id === 'port/coarri-edifact');
    if (!first || !second) throw new Error('there are no two adapters');
    const eager: Adapter = { ...second, id: 'test/eager', recognise: () => 0.6 };
    const both = createNormaliser([eager, first]);
    expect(both.normalise(declaration, {}).adapter).toBe('customs/declaration-xml');
    expect(both.normalise(report, {}).adapter).toBe('test/eager');
  });
});

describe('what a normalised message says', () => {
  it('names adapter, version, message and keys', () => {
    const { adapter, mappingVersion, identity, documents } = normaliser.normalise(declaration, {});
    expect({ adapter, mappingVersion, identity }).toEqual({
      adapter: 'customs/declaration-xml',
      mappingVersion: '1.0.0',
      identity: 'MA0P4T1X0|client:HX202603120001|C',
    });
    expect(documents[0]?.orderKey).toBe('HX202603120001');
    expect(documents[0]?.keys).toContainEqual({ kind: 'vessel-call', value: 'UN9702376/021E' });
    expect(documents[0]?.lineage).toBeUndefined();
  });

  it.each([
    ['the data centre number', '<DecHead><SeqNo>I01</SeqNo><EntryId>E01</EntryId></DecHead>', 'unified:I01'],
    ['the customs number', '<DecHead><EntryId>E01</EntryId></DecHead>', 'entry:E01'],
    ['nothing', '<DecHead><BillNo>B1</BillNo></DecHead>', undefined],
  ])('is named by %s', (_what, head, identity) => {
    expect(normaliser.normalise(bytes(`<DecMessage>${head}</DecMessage>`), {}).identity).toBe(identity);
  });

  it('says where in the message a wrong value stood', () => {
    const wrong = message('customs/declaration-xml', 'bad-too-long');
    const [fault] = normaliser.normalise(wrong, {}).faults;
    expect(fault).toMatchObject({
      code: 'CANONICAL_VIOLATION',
      place: { pointer: '/contractNumber', path: 'DecHead/ContrNo' },
    });
    const { from = 0, to = 0 } = fault?.place?.span ?? {};
    expect(Buffer.from(wrong.subarray(from, to)).toString()).toMatch(/^YK2026-088.*\/$/);
  });

  it('keeps what no rule names, each value with its place', () => {
    const { documents, warnings } = normaliser.normalise(
      message('customs/declaration-xml', 'unknown-elements'),
      {},
      { lineage: true },
    );
    expect(documents[0]?.body.extensions).toEqual([
      { path: 'DecHead/GreenChannel', value: '1' },
      { path: 'DecHead/GreenChannel/@mark', value: 'A' },
      { path: 'DecRoyaltyFee/ContractNo', value: 'YK-R-01' },
    ]);
    expect(warnings.filter(({ code }) => code === 'ADAPTER_VALUE_UNMAPPED')).toHaveLength(3);
  });

  it('keeps the second of an element that should be there once', () => {
    const twice = '<DecMessage><DecHead><BillNo>B1</BillNo><BillNo>B2</BillNo></DecHead></DecMessage>';
    expect(normaliser.normalise(bytes(twice), {}).documents[0]?.body).toMatchObject({
      billNumber: 'B1',
      extensions: [{ value: 'B2' }],
    });
  });

  it('bounds what it keeps and what it says', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `<X${i}>${i}</X${i}>`).join('');
    const { documents, warnings } = normaliser.normalise(
      bytes(`<DecMessage><DecHead>${many}</DecHead></DecMessage>`),
      {},
    );
    expect(documents[0]?.body.extensions).toHaveLength(normaliseLimits.extensions);
    expect(warnings).toHaveLength(normaliseLimits.warnings);
    expect(warnings.at(-1)).toMatchObject({ code: 'ADAPTER_MORE', severity: 'warning' });
  });
});

describe('writing', () => {
  it('refuses an adapter that there is not', () => {
    expect(normaliser.write('customs/poem', [])).toMatchObject({
      ok: false,
      error: [{ code: 'ADAPTER_UNKNOWN' }],
    });
  });

  it('writes a document of another origin by the guide of the terminals', () => {
    const body = {
      moveKind: 'load',
      movedAt: '2026-04-02T14:22:00',
      vessel: { imoNumber: '9702376', name: 'LIAO HAI XING', voyage: '2604W' },
      container: { number: 'YKPU3005122', sizeType: '45G1', fullness: 'full' },
    };
    const params = { sender: 'DLHUB', recipient: 'YKTERM', date: '260402', time: '1500', reference: 'X1' };
    const written = normaliser.write('port/coarri-edifact', [{ type: 'ContainerMove', body }], params);
    expect(written.ok && Buffer.from(written.value).toString().split('\n')).toEqual([
      "UNB+UNOA:3+DLHUB+YKTERM+260402:1500+X1'",
      "UNH+1+COARRI:D:95B:UN:ITG12'",
      "BGM+46++9'",
      "TDT+20+2604W++++++9702376:146::LIAO HAI XING'",
      "EQD+CN+YKPU3005122+45G1+++5'",
      "DTM+203:202604021422:203'",
      "CNT+16:1'",
      "UNT+7+1'",
      "UNZ+1+X1'",
      '',
    ]);
    const again = written.ok ? normaliser.normalise(written.value, {}) : undefined;
    expect(again?.documents[0]?.body).toMatchObject(body);
  });
});

describe.each(adapters.filter(({ direct }) => !direct).map((adapter) => [adapter.id, adapter] as const))(
  'the mapping of %s',
  (_id, adapter) => {
    it('fits the schema of mappings', () => {
      const schema: object = JSON.parse(readFileSync('schemas/mapping.schema.json', 'utf8'));
      const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
      validate(adapter.mapping);
      expect(validate.errors).toBeNull();
    });

    it('puts every value in a place that the schema has', () => {
      const compiled = compileMapping(adapter.mapping, adapter.codes);
      const fields = compiled.ok
        ? adapter.mapping.documents.flatMap(({ type }) =>
            compiled.value.fields(type).map(({ pointer }) => ({ type, pointer })),
          )
        : [];
      expect(fields.length).toBeGreaterThan(4);
      const schemas: Readonly<Record<string, unknown>> = documentSchemas;
      const lost = fields.filter(
        ({ type, pointer }) => !has(schemas[type], schemas[type], pointer.split('/').slice(1)),
      );
      expect(lost).toEqual([]);
    });

    it('has a description, Chinese first', () => {
      const text = readFileSync(`libs/adapters/src/${adapter.id}/README.md`, 'utf8');
      expect(text.slice(0, 200)).toMatch(/[\u4e00-\u9fff]/);
      expect(text).toMatch(/\n## .*English/);
    });
  },
);

it('has texts in both languages for every fault', () => {
  for (const { zh, en, advice } of Object.values(adapterFaults.definitions)) {
    for (const text of [zh, advice.zh]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    for (const text of [en, advice.en]) expect(text).toMatch(/^[^\u4e00-\u9fff]+$/);
  }
});

/** Whether a schema has a place for these steps; references are followed, also to the common kinds. */
function has(root: unknown, node: unknown, steps: readonly string[]): boolean {
  const [step, ...rest] = steps;
  const ref = member(node, '$ref');
  if (typeof ref === 'string') {
    const definitions = member(ref.startsWith('#') ? root : commonSchema, '$defs');
    return has(root, member(definitions, ref.split('/').pop() ?? ''), steps);
  }
  if (step === undefined) return node !== undefined;
  const isItem = step === '*' || (/^\d+$/.test(step) && member(node, 'items') !== undefined);
  const inner = isItem ? member(node, 'items') : member(member(node, 'properties'), step);
  return inner !== undefined && has(root, inner, rest);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
