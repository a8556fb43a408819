import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import type { Json, JsonObject } from '#kernel';
import type { CompiledMapping, ReadDocument } from '#mapping';
import { isObject } from './pointer.js';
import { compiled, read } from './testing/open.js';
import { containerMove, declaration } from './testing/samples.js';

const xml = compiled(declaration);
const edifact = compiled(containerMove);

const bits = fc.constantFrom(
  'A',
  '1',
  '0',
  '大',
  '连',
  '+',
  ':',
  "'",
  '?',
  '<',
  '&',
  '>',
  '"',
  '/',
  '|',
  '.',
  ' ',
  '*',
);
/** Values as documents have them: no white space around, none that is blank. */
const value = fc
  .string({ unit: bits, minLength: 1, maxLength: 8 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const noSlash = value
  .map((text) => text.replace(/\//g, ''))
  .filter((text) => text.trim() === text && text !== '');
const digits = fc.stringMatching(/^[0-9]{1,6}$/);
const decimal = fc.stringMatching(/^[0-9]{1,5}(\.[0-9]{1,4})?$/);
const moment = fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const date = moment.map((at) => at.toISOString().slice(0, 10));
const minute = moment.map((at) => `${at.toISOString().slice(0, 16)}:00+08:00`);
const second = moment.map((at) => `${at.toISOString().slice(0, 19)}+08:00`);

const vessel = fc.record({ imo: digits, name: value }, { requiredKeys: [] });

/** Leaves out what has no content: a message cannot say an empty object or list. */
function clean(body: Json | undefined): Json | undefined {
  if (Array.isArray(body)) {
    const items = body.map(clean).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof body !== 'object' || body === null) return body;
  const members = Object.entries(body)
    .map(([key, inner]): [string, Json | undefined] => [key, clean(inner)])
    .filter(([, inner]) => inner !== undefined);
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

function object(body: object): JsonObject {
  const cleaned = clean(JSON.parse(JSON.stringify(body)));
  return isObject(cleaned) ? cleaned : {};
}

const declarations = fc
  .record(
    {
      system: fc.constant('customs'),
      direction: fc.constantFrom('import', 'export', 'transit'),
      reference: value,
      sender: value,
      id: value,
      grossMass: decimal,
      packages: fc.nat(),
      declaredOn: date,
      acceptedAt: second,
      urgent: fc.boolean(),
      vessel,
      port: noSlash,
      customs: noSlash,
      trade: value,
      consignee: value,
      notify: value,
      items: fc.array(
        fc.record(
          { sequence: digits, code: value, boxes: fc.array(value, { maxLength: 3 }) },
          { requiredKeys: ['code'] },
        ),
        { maxLength: 4 },
      ),
      agentName: value,
    },
    { requiredKeys: ['system', 'direction', 'reference', 'sender'] },
  )
  .map(({ trade, agentName, ...rest }) => {
    const party =
      rest.direction === 'transit' || trade === undefined
        ? {}
        : { [rest.direction === 'import' ? 'importer' : 'exporter']: { name: trade } };
    const items = rest.items?.map((item) => ({ ...item, copiedFrom: rest.sender }));
    const agent = agentName === undefined ? {} : { agent: { role: 'agent', name: agentName } };
    return object({ ...rest, ...party, ...agent, ...(items ? { items } : {}) });
  });

const shared = fc.record(
  {
    sender: value,
    move: fc.constantFrom('load', 'discharge'),
    report: value,
    voyage: value,
    vessel,
    port: value,
    arrival: fc.oneof(minute, date),
  },
  { requiredKeys: ['move'] },
);
const box = fc.record(
  {
    container: value,
    sizeType: value,
    movedAt: minute,
    slot: value,
    loadedAt: value,
    dischargedAt: value,
    grossMass: decimal,
    seals: fc.array(value, { maxLength: 3 }),
    dangerous: fc.array(fc.record({ class: value, undg: digits, text: value }, { requiredKeys: ['class'] }), {
      maxLength: 3,
    }),
    carrier: value,
  },
  { requiredKeys: ['container'] },
);
const moves = fc
  .tuple(shared, fc.array(box, { minLength: 1, maxLength: 4 }))
  .map(([common, boxes]) => boxes.map((own) => object({ ...common, ...own })));

function roundTrip(
  mapping: CompiledMapping,
  type: string,
  bodies: readonly JsonObject[],
): readonly ReadDocument[] {
  const documents = bodies.map((body) => ({ type, body }));
  const bytes = mapping.write(documents);
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
  const again = mapping.write(documents);
  expect(again.ok && Buffer.compare(again.value, bytes.value)).toBe(0);
  const reading = read(mapping, bytes.value);
  expect(reading.faults).toEqual([]);
  expect(reading.warnings.filter(({ code }) => code !== 'MAPPING_CODE')).toEqual([]);
  checkLineage(bytes.value, reading.documents, mapping.syntax);
  const back = mapping.write(reading.documents);
  expect(back.ok && Buffer.from(back.value).toString()).toBe(Buffer.from(bytes.value).toString());
  return reading.documents;
}

/** Every leaf has one origin, and the bytes there say the value. */
function checkLineage(bytes: Uint8Array, documents: readonly ReadDocument[], syntax: string): void {
  for (const { body, lineage = [] } of documents) {
    expect(lineage.map(({ pointer }) => pointer).sort()).toEqual(
      leaves(body)
        .map(([pointer]) => pointer)
        .sort(),
    );
    const values = new Map(leaves(body));
    for (const { pointer, span, path, const: fixed } of lineage) {
      if (fixed) continue;
      expect(path).toBeDefined();
      const raw = meaning(Buffer.from(bytes.subarray(span?.from, span?.to)).toString(), syntax);
      const found = values.get(pointer);
      if (
        typeof found === 'string' &&
        !/^\/(direction|move|acceptedAt|declaredOn|arrival|movedAt)$/.test(pointer)
      ) {
        expect(raw).toContain(found);
      }
    }
  }
}

/** The value that raw bytes stand for, in either syntax. */
function meaning(raw: string, syntax: string): string {
  if (syntax === 'edifact') return raw.replace(/\?(.)/gu, '$1');
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&quot;': '"',
  };
  return raw.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
}

function leaves(value_: Json | undefined, pointer = ''): [string, Json | undefined][] {
  if (typeof value_ !== 'object' || value_ === null) return [[pointer, value_]];
  return Object.entries(value_).flatMap(([key, inner]) => leaves(inner, `${pointer}/${key}`));
}

describe('the two-way law: read(write(d)) = d', () => {
  it('for XML', () => {
    fc.assert(
      fc.property(declarations, (body) => {
        expect(roundTrip(xml, 'Declaration', [body])[0]?.body).toEqual(body);
      }),
      { numRuns: 100 },
    );
  });

  it('for EDIFACT, several documents in one message', () => {
    fc.assert(
      fc.property(moves, (bodies) => {
        expect(roundTrip(edifact, 'ContainerMove', bodies).map(({ body }) => body)).toEqual(bodies);
      }),
      { numRuns: 100 },
    );
  });
});

describe('reading', () => {
  it('never throws, whatever the bytes', () => {
    const parts = fc.constantFrom(
      '<Dec>',
      '</Dec>',
      '<Head>',
      '</Head>',
      '<Date>',
      'x',
      '<Lists><List>',
      '</List></Lists>',
      "UNH+1+COARRI:D'",
      "EQD+CN+A'",
      "UNT+1+1'",
      "LOC+9'",
      "DTM+203:2:203'",
      'A',
    );
    const text = fc.string({ unit: parts, maxLength: 20 }).map((whole) => Buffer.from(whole));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), text), (bytes) => {
        for (const mapping of [xml, edifact]) {
          const tree = mapping.parse(bytes);
          if (!tree.ok) continue;
          const first = mapping.read(tree.value);
          expect(first.faults.length === 0 || first.documents.length === 0).toBe(true);
          expect(JSON.stringify(mapping.read(tree.value))).toBe(JSON.stringify(first));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same documents with and without lineage', () => {
    fc.assert(
      fc.property(moves, (bodies) => {
        const bytes = edifact.write(bodies.map((body) => ({ type: 'ContainerMove', body })));
        const tree = bytes.ok ? edifact.parse(bytes.value) : bytes;
        if (!tree.ok) throw new Error(JSON.stringify(tree.error));
        const plain = edifact.read(tree.value).documents;
        const traced = edifact.read(tree.value, { lineage: true }).documents;
        expect(traced.map(({ body }) => body)).toEqual(plain.map(({ body }) => body));
        expect(plain.every(({ lineage }) => lineage === undefined)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('never throws when writing arbitrary documents', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('Declaration', 'ContainerMove', 'Other'), (body, type) => {
        const document =
          typeof body === 'object' && body !== null && !Array.isArray(body)
            ? body
            : { items: body, seals: body, vessel: body };
        for (const mapping of [xml, edifact]) {
          const result = mapping.write([{ type, body: JSON.parse(JSON.stringify(document)) }]);
          if (!result.ok) expect(result.error.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('names a message by its own reference', () => {
    const edi = "UNB+UNOA:2+DCT+HUB+250312:2016+77'UNH+1+COARRI:D'BGM+44'EQD+CN+A'UNT+4+1'UNZ+1+77'";
    expect(read(edifact, edi).identity).toBe('DCT|77');
    expect(read(edifact, edi.replace('DCT', '')).identity).toBeUndefined();
  });

  it('tells its fields and which way they go', () => {
    const fields = new Map(xml.fields('Declaration').map(({ pointer, way }) => [pointer, way]));
    expect(fields.get('/grossMass')).toBe('both');
    expect(fields.get('/items/*/copiedFrom')).toBe('read');
    expect(fields.get('/system')).toBe('constant');
    expect(xml.fields('Other')).toEqual([]);
  });
});
