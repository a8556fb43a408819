import type { Json, JsonObject } from '#kernel';
import { isBreaking } from './change.js';
import { compareOpenApi } from './compare-openapi.js';

/** A small interface: one request with a parameter, a body and an answer. */
const base = {
  openapi: '3.1.1',
  info: { title: 'x', version: '1.0.0' },
  paths: {
    '/v1/things': {
      post: {
        operationId: 'makeThing',
        'x-role': 'participant',
        parameters: [{ $ref: '#/components/parameters/limit' }],
        requestBody: {
          required: false,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/NewThing' } } },
        },
        responses: {
          '201': {
            description: 'made',
            headers: { location: { schema: { type: 'string' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          '422': { description: 'refused', 'x-faults': ['X'], content: {} },
        },
      },
    },
  },
  webhooks: {
    event: {
      post: {
        parameters: [{ name: 'webhook-id', in: 'header', required: true, schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
        responses: {},
      },
    },
  },
  components: {
    parameters: {
      limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
    },
    schemas: {
      NewThing: {
        type: 'object',
        additionalProperties: false,
        required: ['kind'],
        properties: {
          kind: { enum: ['a', 'b'] },
          name: { type: 'string', maxLength: 100 },
          weight: { type: ['string', 'number'] },
          code: { type: 'string', pattern: '^[A-Z]+$' },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
          to: { oneOf: [{ type: 'string' }, { type: 'object' }] },
        },
        if: { properties: { kind: { const: 'a' } } },
        then: { required: ['name'] },
      },
      Thing: {
        type: 'object',
        additionalProperties: false,
        required: ['id'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          state: { enum: ['new', 'old'] },
          name: { type: 'string', maxLength: 100 },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
        },
      },
      Part: {
        type: 'object',
        properties: { size: { type: 'integer' }, of: { $ref: '#/components/schemas/Part' } },
      },
      Document: { 'x-bodies': { Move: { $ref: '#/components/schemas/Move' } } },
      Move: {
        type: 'object',
        additionalProperties: false,
        properties: { box: { type: 'string' }, kind: { enum: ['in', 'out'] } },
      },
    },
  },
};

interface Tree {
  [name: string]: Tree;
}

/** The interface with one thing changed. `at` is a path of member names. */
function changed(at: string, change: (parent: Tree, name: string) => void): JsonObject {
  const copy: JsonObject & Tree = JSON.parse(JSON.stringify(base));
  const steps = at.split('.');
  const name = steps.pop() ?? '';
  change(
    steps.reduce<Tree>((tree, step) => tree[step] ?? {}, copy),
    name,
  );
  return copy;
}
const set = (at: string, value: Json): JsonObject =>
  changed(at, (parent, name) => Object.assign(parent, { [name]: value }));
const drop = (at: string): JsonObject =>
  changed(at, (parent, name) => {
    Reflect.deleteProperty(parent, name);
  });

const post = 'paths./v1/things.post';
const asked = 'components.schemas.NewThing';
const given = 'components.schemas.Thing';
const where = 'POST /v1/things';

function differences(after: JsonObject): string[] {
  return compareOpenApi({ before: base, after }).map(
    (change) => `${isBreaking(change) ? '!' : '+'} ${change.kind} ${change.at}`,
  );
}

it('finds nothing where nothing changed', () => {
  expect(differences(structuredClone(base))).toEqual([]);
});

describe('what breaks others', () => {
  it.each<[string, JsonObject, string]>([
    ['an operation that is gone', drop(post), `operation-removed ${where}`],
    ['an operation of another name', set(`${post}.operationId`, 'createThing'), `operation-renamed ${where}`],
    ['a greater role', set(`${post}.x-role`, 'administrator'), `role-raised ${where}`],
    ['a parameter that is gone', set(`${post}.parameters`, []), `parameter-removed ${where} query limit`],
    [
      'a new parameter that has to be given',
      set(`${post}.parameters`, [
        { $ref: '#/components/parameters/limit' },
        { name: 'x', in: 'query', required: true, schema: {} },
      ]),
      `parameter-required ${where} query x`,
    ],
    [
      'a parameter that has to be given now',
      set('components.parameters.limit.required', true),
      `parameter-required ${where} query limit`,
    ],
    [
      'a narrower bound of a parameter',
      set('components.parameters.limit.schema.maximum', 100),
      `bound-narrowed ${where} query limit`,
    ],
    [
      'a body that has to be given',
      set(`${post}.requestBody.required`, true),
      `body-required ${where} request`,
    ],
    [
      'a media type that is gone',
      set(`${post}.requestBody.content`, {}),
      `media-removed ${where} request application/json`,
    ],
    [
      'a new member that has to be given',
      set(`${asked}.required`, ['kind', 'name']),
      `member-required ${where} request /name`,
    ],
    [
      'a member that is not taken any more',
      drop(`${asked}.properties.name`),
      `member-removed ${where} request /name`,
    ],
    [
      'a value that is not taken any more',
      set(`${asked}.properties.kind.enum`, ['a']),
      `value-removed ${where} request /kind`,
    ],
    [
      'values where there were none',
      set(`${asked}.properties.name.enum`, ['x']),
      `value-removed ${where} request /name`,
    ],
    [
      'a narrower type',
      set(`${asked}.properties.weight.type`, 'string'),
      `type-narrowed ${where} request /weight`,
    ],
    [
      'a type where there was none',
      set(`${asked}.properties.kind.type`, 'string'),
      `type-narrowed ${where} request /kind`,
    ],
    [
      'a shorter text',
      set(`${asked}.properties.name.maxLength`, 50),
      `bound-narrowed ${where} request /name`,
    ],
    [
      'a longer text at least',
      set(`${asked}.properties.name.minLength`, 2),
      `bound-narrowed ${where} request /name`,
    ],
    [
      'another pattern',
      set(`${asked}.properties.code.pattern`, '^[0-9]+$'),
      `form-changed ${where} request /code`,
    ],
    ['a new pattern', set(`${asked}.properties.name.pattern`, '^a'), `form-changed ${where} request /name`],
    ['a new condition', set(`${asked}.then.required`, ['code']), `form-changed ${where} request`],
    [
      'an alternative that is gone',
      set(`${asked}.properties.to.oneOf`, [{ type: 'string' }]),
      `alternative-removed ${where} request /to`,
    ],
    ['a status that is gone', drop(`${post}.responses.201`), `status-removed ${where} answer 201`],
    [
      'a header that is gone',
      drop(`${post}.responses.201.headers.location`),
      `header-removed ${where} answer 201 location`,
    ],
    [
      'a member of an answer that is gone',
      drop(`${given}.properties.name`),
      `member-removed ${where} answer 201 /name`,
    ],
    [
      'a member of an answer that may be absent',
      set(`${given}.required`, []),
      `member-optional ${where} answer 201 /id`,
    ],
    [
      'another type in an answer',
      set(`${given}.properties.name.type`, ['string', 'null']),
      `type-widened ${where} answer 201 /name`,
    ],
    [
      'another format in an answer',
      set(`${given}.properties.id.format`, 'uri'),
      `form-changed ${where} answer 201 /id`,
    ],
    [
      'other values in an answer',
      set(`${given}.properties.state.enum`, ['x']),
      `value-changed ${where} answer 201 /state`,
    ],
    [
      'a member of a part of an answer that is gone',
      drop('components.schemas.Part.properties.size'),
      `member-removed ${where} answer 201 /parts[]/size`,
    ],
    ['a webhook that is gone', drop('webhooks.event'), 'operation-removed webhook event'],
    [
      'a header of a webhook that is gone',
      set('webhooks.event.post.parameters', []),
      'parameter-removed webhook event header webhook-id',
    ],
    [
      'a document type that is gone',
      drop('components.schemas.Document.x-bodies.Move'),
      'member-removed document Move',
    ],
    [
      'a member of a document that is gone',
      drop('components.schemas.Move.properties.box'),
      'member-removed document Move request /box',
    ],
    [
      'a member that a document must have',
      set('components.schemas.Move.required', ['box']),
      'member-required document Move request /box',
    ],
  ])('%s', (_, after, change) => {
    expect(differences(after)).toContain(`! ${change}`);
  });
});

describe('what breaks nobody', () => {
  it.each<[string, JsonObject, string[]]>([
    [
      'a new operation',
      set('paths./v1/others', { get: { operationId: 'x' } }),
      ['operation-added GET /v1/others'],
    ],
    [
      'a new parameter',
      set(`${post}.parameters`, [
        { $ref: '#/components/parameters/limit' },
        { name: 'x', in: 'query', schema: {} },
      ]),
      [`parameter-added ${where} query x`],
    ],
    [
      'a parameter with wider bounds',
      set('components.parameters.limit.schema.maximum', 500),
      [`bound-widened ${where} query limit`],
    ],
    [
      'a new member of a request',
      set(`${asked}.properties.note`, { type: 'string' }),
      [`member-added ${where} request /note`],
    ],
    [
      'a new value that is taken',
      set(`${asked}.properties.kind.enum`, ['a', 'b', 'c']),
      [`value-added ${where} request /kind`],
    ],
    ['fewer members that have to be given', set(`${asked}.required`, []), []],
    ['a wider type', set(`${asked}.properties.name.type`, ['string', 'null']), []],
    ['no pattern any more', drop(`${asked}.properties.code.pattern`), []],
    ['no condition any more', drop(`${asked}.if`), []],
    [
      'a new member of an answer',
      set(`${given}.properties.note`, { type: 'string' }),
      [`member-added ${where} answer 201 /note`],
    ],
    [
      'a new value in an answer',
      set(`${given}.properties.state.enum`, ['new', 'old', 'x']),
      [`value-added ${where} answer 201 /state`],
    ],
    ['a member that an answer always has now', set(`${given}.required`, ['id', 'name']), []],
    ['a narrower type in an answer', set(`${given}.properties.state.type`, 'string'), []],
    [
      'a new status',
      set(`${post}.responses.200`, { description: 'x' }),
      [`status-added ${where} answer 200`],
    ],
    ['another fault', set(`${post}.responses.422.x-faults`, ['X', 'Y']), []],
    ['other words', set('info.title', 'y'), []],
    [
      'a document type more',
      set('components.schemas.Document.x-bodies.Plan', { type: 'object' }),
      ['alternative-added document Plan'],
    ],
  ])('%s', (_, after, changes) => {
    const found = differences(after);
    expect(found.filter((one) => one.startsWith('!'))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(changes.map((one) => `+ ${one}`)));
  });
});

it('reads what refers to itself, and what refers to nothing', () => {
  const circular = set('components.schemas.Part', { $ref: '#/components/schemas/Part2' });
  expect(() => differences(circular)).not.toThrow();
  expect(() => compareOpenApi({ before: {}, after: base })).not.toThrow();
  expect(() => compareOpenApi({ before: base, after: {} })).not.toThrow();
});
