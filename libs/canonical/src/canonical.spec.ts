import {
  canonicalFaults,
  checkFindings,
  containerCheckDigit,
  documentSchemas,
  documentTypes,
  isImoNumber,
  keysOf,
  occurredAtOf,
  orderKeyOf,
  personalFieldsOf,
  schemaVersionOf,
  toCloudEvent,
  validateDocument,
  validateEnvelope,
} from '#canonical';
import type { Json, JsonObject } from '#kernel';

const move: JsonObject = {
  moveKind: 'discharge',
  movedAt: '2026-03-12T20:01:00+08:00',
  container: { number: 'CSQU 305438-3', sizeType: '22G1', fullness: 'full' },
  vessel: { imoNumber: '9074729', name: 'Liao Hai', voyage: '021E' },
  billNumbers: ['dlc2600123', ' DLC2600123 ', 'DLC2600124'],
};

describe('check digits', () => {
  it.each([
    ['CSQU3054383', 3],
    ['CICU3789922', 2],
    ['TCLU6194637', 7],
    ['MSKU1234565', 5],
    ['CBHU1234567', 1],
    ['EMCU5205000', 0],
    ['CSQU305438', undefined],
    ['csqu3054383', undefined],
    ['', undefined],
  ])('the container %s should end in %s', (number, digit) => {
    expect(containerCheckDigit(number)).toBe(digit);
  });

  it.each([
    ['9346524', true],
    ['9074729', true],
    ['IMO 9176187', true],
    ['IMO9176187', true],
    ['9346525', false],
    ['934652', false],
    ['UN9346524', false],
  ])('the IMO number %s is right: %s', (number, right) => {
    expect(isImoNumber(number)).toBe(right);
  });
});

describe('validateDocument', () => {
  it('finds a good document good', () => {
    expect(validateDocument('ContainerMove', move)).toEqual([]);
    expect(validateDocument('Declaration', {})).toEqual([]);
  });

  it('reports every violation with its pointer, in Chinese and English', () => {
    const faults = validateDocument('Declaration', {
      totalGrossMass: '1,080',
      entryExitDate: '2026-02-30',
      colour: 'red',
      items: [{ quantity: { value: 5 } }],
    });
    expect(faults.map((fault) => fault.place?.pointer).sort()).toEqual([
      '/colour',
      '/entryExitDate',
      '/items/0/quantity/value',
      '/totalGrossMass',
    ]);
    for (const { code, text, severity } of faults) {
      expect({ code, severity }).toEqual({ code: 'CANONICAL_VIOLATION', severity: 'error' });
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it.each<[string, Json, string]>([
    ['a move without a container', {}, '/container'],
    ['a move without a container number', { container: { sizeType: '22G1' } }, '/container/number'],
    ['an impossible time', { ...move, movedAt: '2026-13-01T00:00:00' }, '/movedAt'],
    ['a code beyond its bound', { ...move, moveKind: 'x'.repeat(65) }, '/moveKind'],
    ['too many seals', { ...move, seals: Array(100).fill({ number: '1' }) }, '/seals'],
    ['an empty group', { ...move, vessel: {} }, '/vessel'],
  ])('refuses %s', (_what, body, pointer) => {
    expect(validateDocument('ContainerMove', body).map((fault) => fault.place?.pointer)).toEqual([pointer]);
  });

  it('holds a document of an unknown type', () => {
    expect(validateDocument('Poem', {})).toMatchObject([
      { code: 'CANONICAL_TYPE_UNKNOWN', disposition: 'hold' },
    ]);
  });

  it('reports at most a hundred violations', () => {
    const items = Array(500).fill({ unitPrice: 'x' });
    expect(validateDocument('Declaration', { items })).toHaveLength(100);
  });
});

describe('keys', () => {
  it('are unique, sorted and in one form', () => {
    expect(keysOf('ContainerMove', move)).toEqual([
      { kind: 'bill', value: 'DLC2600123' },
      { kind: 'bill', value: 'DLC2600124' },
      { kind: 'container', value: 'CSQU3054383' },
      { kind: 'imo', value: '9074729' },
      { kind: 'vessel-call', value: '9074729/021E' },
      { kind: 'vessel-call', value: 'LIAO HAI/021E' },
    ]);
  });

  it.each<[string, string, Json, string | undefined]>([
    ['the container of a move', 'ContainerMove', move, 'CSQU3054383'],
    [
      'the reference of the sender first',
      'Declaration',
      { unifiedNumber: 'I2', signature: { clientReference: 'c1' } },
      'C1',
    ],
    ['the unified number next', 'Declaration', { unifiedNumber: 'I2', entryNumber: '3' }, 'I2'],
    ['the entry number last', 'Declaration', { entryNumber: '3' }, '3'],
    ['nothing', 'Declaration', {}, undefined],
    ['nothing of an unknown type', 'Poem', {}, undefined],
  ])('order follows %s', (_what, type, body, key) => {
    expect(orderKeyOf(type, body)).toBe(key);
  });

  it('reach into lists, and leave out what is too long', () => {
    const body = {
      billNumber: 'B'.repeat(255),
      relatedEntryNumber: 'x',
      containers: [{ number: 'CSQU3054383' }, { size: 'L' }, { number: 'TCLU6194637' }],
      transport: { meansName: 'N'.repeat(250), voyage: 'V'.repeat(10) },
    };
    expect(keysOf('Declaration', body).map(({ kind }) => kind)).toEqual([
      'bill',
      'container',
      'container',
      'declaration',
    ]);
  });

  it('know when it happened', () => {
    expect(occurredAtOf('ContainerMove', move)).toBe('2026-03-12T20:01:00+08:00');
    expect(occurredAtOf('Declaration', {})).toBeUndefined();
  });
});

describe('checkFindings', () => {
  it('warns of what is missing by name, in both languages', () => {
    const findings = checkFindings('Declaration', { direction: 'import', trader: { code: '2102910001' } });
    expect(findings.every((finding) => finding.severity === 'warning')).toBe(true);
    expect(findings.map((finding) => finding.place?.pointer)).toContain('/declarationOffice');
    expect(findings.map((finding) => finding.place?.pointer)).not.toContain('/direction');
    const office = findings.find((finding) => finding.place?.pointer === '/declarationOffice');
    expect(office?.text.zh).toContain('申报地海关');
    expect(office?.text.en).toContain('Customs office');
    const trader = findings.find((finding) => finding.place?.pointer === '/trader/name');
    expect(trader?.text.zh).toContain('境内收发货人 名称');
  });

  it.each([
    ['CSQU3054384', 'CANONICAL_CONTAINER_CHECK_DIGIT'],
    ['FLAT RACK 7', 'CANONICAL_CONTAINER_FORM'],
  ])('warns of the container number %s and keeps it', (number, code) => {
    const findings = checkFindings('Declaration', { containers: [{ number: 'CSQU3054383' }, { number }] });
    expect(findings.filter((finding) => finding.code === code)).toMatchObject([
      { place: { pointer: '/containers/1/number' }, severity: 'warning', values: { value: number } },
    ]);
  });

  it('warns of a wrong IMO number', () => {
    const findings = checkFindings('ContainerMove', { ...move, vessel: { imoNumber: '9346525' } });
    expect(findings.map(({ code }) => code)).toEqual([
      'CANONICAL_CONTAINER_FORM',
      'CANONICAL_IMO_CHECK_DIGIT',
    ]);
  });
});

describe('schemas', () => {
  it('mark personal fields', () => {
    expect(personalFieldsOf('Declaration')).toEqual(
      expect.arrayContaining(['/agent/contact/phone', '/users/*/contactName', '/signature/operatorName']),
    );
  });

  it.each(documentTypes)(
    '%s: every list is bounded, every field has its name in Chinese, objects are closed',
    (type) => {
      const bare: string[] = [];
      const look = (node: Json | undefined, path: string): void => {
        if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
        const schema = node as JsonObject;
        if (schema.type === 'array' && schema.maxItems === undefined) bare.push(`${path}: maxItems`);
        if (schema.type === 'object' && schema.additionalProperties !== false) bare.push(`${path}: open`);
        if (typeof schema.properties === 'object' && schema.properties !== null) {
          for (const [name, child] of Object.entries(schema.properties)) {
            if (typeof child === 'object' && child !== null && !('x-zh' in child))
              bare.push(`${path}/${name}: x-zh`);
            look(child, `${path}/${name}`);
          }
        }
        look(schema.items, `${path}/*`);
        if (typeof schema.$defs === 'object' && schema.$defs !== null) {
          for (const [name, child] of Object.entries(schema.$defs)) look(child, `${path}/$defs/${name}`);
        }
      };
      look(documentSchemas[type], '');
      expect(bare).toEqual([]);
    },
  );
});

describe('toCloudEvent', () => {
  const envelope = {
    id: '0199a1b2-0000-7000-8000-000000000001',
    type: 'ContainerMove',
    schemaVersion: schemaVersionOf('ContainerMove'),
    originNode: 'dalian',
    sender: 'dct',
    subject: 'CSQU3054383',
    occurredAt: '2026-03-12T20:01:00+08:00',
    receivedAt: '2026-03-12T12:02:00.000Z',
    keys: ['container:CSQU3054383'],
    interchangeId: '0199a1b2-0000-7000-8000-000000000002',
    interchangeSha256: 'a'.repeat(64),
  };

  it('puts the body in as it is', () => {
    const body = '{"movedAt":"x","weight":1.10}';
    const event = toCloudEvent(envelope, body);
    expect(event).toContain(`"data":${body}}`);
    expect(JSON.parse(event)).toEqual({
      specversion: '1.0',
      id: envelope.id,
      type: 'cn.tongguan.ContainerMove',
      source: '/nodes/dalian',
      subject: 'CSQU3054383',
      time: envelope.occurredAt,
      datacontenttype: 'application/json',
      dataschema: 'https://tongguan.dev/schemas/documents/container-move.schema.json',
      schemaversion: '1.0.0',
      sender: 'dct',
      receivedtime: envelope.receivedAt,
      interchangeid: envelope.interchangeId,
      interchangehash: envelope.interchangeSha256,
      data: { movedAt: 'x', weight: 1.1 },
    });
  });

  it('names attributes as CloudEvents allows', () => {
    const event: JsonObject = JSON.parse(toCloudEvent({ ...envelope, replayed: true }, '{}'));
    for (const name of Object.keys(event)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
  });

  it('has an envelope that its schema knows', () => {
    expect(validateEnvelope(envelope)).toEqual([]);
    expect(validateEnvelope({ ...envelope, interchangeSha256: 'no' })).toMatchObject([
      { place: { pointer: '/interchangeSha256' } },
    ]);
  });
});

it('has texts in both languages for every fault', () => {
  for (const { zh, en, advice } of Object.values(canonicalFaults.definitions)) {
    for (const text of [zh, advice.zh]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    for (const text of [en, advice.en]) expect(text).toMatch(/^[^\u4e00-\u9fff]+$/);
  }
});
