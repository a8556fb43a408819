import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { isDocumentType, type DocumentType } from '#canonical';
import type { Json, JsonObject } from '#kernel';
import { compileCertain } from './certain.js';
import { certainOf, violationsOf } from './validate.js';

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);

describe('what is certainly valid', () => {
  const text = { type: 'string', minLength: 2, maxLength: 4 };
  const open = { type: 'object', properties: { a: text } };
  const closed = { ...open, additionalProperties: false };

  it.each<[JsonObject, readonly Json[], readonly Json[]]>([
    [text, ['abcd', '大连大连'], ['', 'abcde', 1, null, '😀', '😀😀😀']],
    [{ type: 'string', pattern: '^[0-9]+$' }, ['1'], ['', 'x']],
    [
      { type: 'string', format: 'date' },
      ['2024-02-28'],
      ['2024-02-29', '2023-02-29', '2024-13-01', '24-01-01'],
    ],
    [{ type: 'string', format: 'uri' }, [], ['urn:x']],
    [{ type: 'string', enum: ['a'] }, [], ['a', 'b']],
    [
      { type: 'array', items: text, minItems: 1, maxItems: 2 },
      [['abcd']],
      [[], ['abcd', 'abcd', 'abcd'], ['x'], {}],
    ],
    [{ type: 'array' }, [], [['x']]],
    [closed, [{}, { a: 'abcd' }], [{ b: 'abcd' }, { a: 1 }, [], null, 'a', { a: 'abcd', b: 1 }]],
    [{ ...closed, required: ['a'], minProperties: 1 }, [{ a: 'abcd' }], [{}]],
    [open, [], [{ a: 'abcd' }, { b: 1 }]],
    [{ type: 'integer' }, [1, -3], [1.5, '1', NaN]],
    [{ type: 'boolean' }, [true, false], [0, 'true', null]],
    [{ $defs: { x: text }, $ref: '#/$defs/x', description: 'd' }, ['abcd'], ['a']],
    [{ $defs: { x: text }, $ref: '#/$defs/x', type: 'string', maxLength: 3 }, [], ['abcd', 'ab']],
    [{ type: ['string', 'null'] }, [], ['a', null]],
    [{}, [], ['a']],
  ])('of %j', (schema, certain, uncertain) => {
    const check = compileCertain(schema);
    expect(certain.filter((value) => !check(value))).toEqual([]);
    expect(uncertain.filter((value) => check(value))).toEqual([]);
    expect(certain.filter((value) => !ajv.validate(schema, value))).toEqual([]);
  });
});

interface Sample {
  readonly type: DocumentType;
  readonly body: JsonObject;
}

const samples = readdirSync('libs/adapters/src', { withFileTypes: true, recursive: true })
  .filter(({ name }) => name === 'documents.json')
  .flatMap((entry) => samplesOf(JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'))));

function samplesOf(file: unknown): Sample[] {
  const list: readonly unknown[] = Array.isArray(file) ? file : Object.values(Object(file)).flat();
  return list.filter((item): item is Sample => {
    const type: unknown = Reflect.get(Object(item), 'type');
    return typeof type === 'string' && isDocumentType(type);
  });
}

describe('documents', () => {
  it('are certain where they come from messages', () => {
    expect(samples.length).toBeGreaterThan(20);
    const doubted = samples.filter(({ type, body }) => !certainOf(type)(body));
    expect(doubted.length).toBeLessThan(samples.length / 10);
  });

  it('are never certain where the validator refuses them', () => {
    const strange = fc.constantFrom<Json | undefined>(
      ...[
        undefined,
        null,
        0,
        1.5,
        true,
        '',
        ' ',
        '😀',
        'x'.repeat(70),
        '2025-02-30',
        '2025-02-29',
        '1,5',
        '1.50',
      ],
      ...[[], {}, [null], ['x'], { x: 'y' }],
    );
    const change = fc.tuple(fc.nat(), strange, fc.boolean());
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { maxLength: 3 }), (sample, changes) => {
        const body = changes.reduce<Json>(
          (at, [where, value, adds]) => changed(at, where, value, adds),
          sample.body,
        );
        const faults = violationsOf(sample.type, body);
        if (faults.length > 0) refused++;
        if (certainOf(sample.type)(body)) expect(faults).toEqual([]);
      }),
      { numRuns: 1500 },
    );
    expect(refused).toBeGreaterThan(300);
  });
});

/** The document with one place changed: every number leads to some place of it. */
function changed(node: Json, where: number, value: Json | undefined, adds: boolean): Json {
  if (Array.isArray(node)) {
    const items: readonly Json[] = node;
    const at = where % (items.length + 1);
    if (at === items.length) return adds ? [...items, value ?? null] : (value ?? null);
    return items.map((item, index) =>
      index === at ? changed(item, Math.floor(where / 7), value, adds) : item,
    );
  }
  if (typeof node !== 'object' || node === null) return value ?? null;
  const names = Object.keys(node);
  const name = names[where % (names.length + 1)];
  if (name === undefined) return adds ? { ...node, added: value } : (value ?? null);
  const inside = Reflect.get(node, name);
  return {
    ...node,
    [name]: value === undefined ? undefined : changed(inside, Math.floor(where / 7), value, adds),
  };
}
