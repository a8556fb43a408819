import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentTypes, personalFieldsOf, toCloudEvent } from '#canonical';
import { brokerKinds } from '#brokers';
import type { Json, JsonObject } from '#kernel';
import { masking } from '#routing';
import { destinationKinds, type DestinationKind } from '#store';
import { membersOf, objectOf, textOf } from '../docs/json-reading.js';
import { openApiDocument } from '../openapi/document.js';
import { channels } from './channels/index.js';
import { asyncApiDocument } from './document.js';

const document = asyncApiDocument();
const components = objectOf(document.components);

/** Draft 07, which the Schema Object of AsyncAPI is a superset of. */
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
// Its own `id` is not that of a schema.
const { id: _id, ...described } = document;
ajv.addSchema({ $id: 'https://tongguan.dev/asyncapi.json', ...described });

function errorsOf(pointer: string, value: unknown): unknown[] {
  const check = ajv.getSchema(`https://tongguan.dev/asyncapi.json${pointer}`);
  if (!check) throw new Error(`there is nothing at ${pointer}`);
  return check(value) === true ? [] : (check.errors ?? []);
}

function* nodes(value: Json | undefined, at = '#'): Generator<[string, JsonObject]> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* nodes(one, `${at}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    yield [at, objectOf(value)];
    for (const [name, one] of Object.entries(value)) yield* nodes(one, `${at}/${name}`);
  }
}

function resolve(ref: string): Json | undefined {
  let value: Json | undefined = document;
  for (const step of ref.split('/').slice(1)) value = objectOf(value)[step];
  return value;
}

const specification = Object.fromEntries(Object.entries(specs.schemasWithoutId['3.0.0']));

it('is an AsyncAPI 3.0 document by the schema of the specification', () => {
  const checker = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const check = checker.compile(specification);
  check(document);
  expect(check.errors ?? []).toEqual([]);
});

it.each<[string, (broken: Record<string, unknown>) => void]>([
  ['a channel without a known member', (it) => (it['channels'] = { x: { adress: 'y' } })],
  ['an operation that neither sends nor receives', (it) => (it['operations'] = { x: { action: 'publish' } })],
  ['no version', (it) => delete it['info']],
])('the schema of the specification refuses %s', (_, breakIt) => {
  const broken: Record<string, unknown> = { ...document };
  breakIt(broken);
  const check = new Ajv({ strict: false, validateFormats: false }).compile(specification);
  expect(check(broken)).toBe(false);
});

it('leads every reference somewhere, with nothing beside it', () => {
  const refs = [...nodes(document)].filter(([, node]) => typeof node.$ref === 'string');
  expect(refs.length).toBeGreaterThan(1000);
  expect(refs.filter(([, node]) => resolve(textOf(node.$ref)) === undefined).map(([at]) => at)).toEqual([]);
  expect(refs.filter(([, node]) => Object.keys(node).length > 1).map(([at]) => at)).toEqual([]);
});

it('has every channel of the list with its operation, its messages and both languages', () => {
  const shown = membersOf(document.channels);
  expect(shown.map(([id]) => id)).toEqual(channels.map(({ id }) => id));
  for (const [id, channel] of shown) {
    const messages = Object.keys(objectOf(channel.messages));
    expect({ id, some: messages.length > 0 }).toEqual({ id, some: true });
    const operations = membersOf(document.operations).filter(
      ([, operation]) => objectOf(operation.channel).$ref === `#/channels/${id}`,
    );
    expect({ id, operations: operations.length }).toEqual({ id, operations: 1 });
    for (const member of ['title', 'description']) {
      const { zh, en } = objectOf(objectOf(channel['x-texts'])[member]);
      expect(textOf(zh)).toMatch(/[\u4e00-\u9fff]/);
      expect(textOf(en)).toMatch(/^[\x20-\x7e]+$/);
    }
  }
});

it('has a channel for every way in which a destination is reached', () => {
  const ways: Readonly<Record<DestinationKind, readonly string[]>> = {
    mailbox: ['feed', 'stream'],
    webhook: ['webhook'],
    file: ['files-out'],
    broker: brokerKinds,
    // Nodes hand over by requests: schemas/openapi.json has them.
    peer: [],
  };
  expect(Object.keys(ways).sort()).toEqual([...destinationKinds].sort());
  for (const id of Object.values(ways).flat())
    expect(channels.find((one) => one.id === id)?.action).toBe('send');
});

it('has a message for each document type', () => {
  for (const type of documentTypes) expect(errorsOf(`#/components/schemas/${type}Event`, {})).not.toEqual([]);
  expect(Object.keys(objectOf(components.messages))).toEqual(expect.arrayContaining([...documentTypes]));
});

it('knows the attributes of the envelope as the interface does', () => {
  const own = objectOf(objectOf(components.schemas).CloudEvent);
  const theirs = objectOf(objectOf(objectOf(openApiDocument().components).schemas).CloudEvent);
  expect(Object.keys(objectOf(own.properties))).toEqual(Object.keys(objectOf(theirs.properties)));
});

describe('the payloads', () => {
  const envelope = {
    id: '019aa6b0-6c00-7000-8000-000000000001',
    schemaVersion: '1.0.0',
    originNode: 'dalian',
    sender: 'haitong-broker',
    receivedAt: '2026-02-01T08:00:00.000Z',
    keys: [],
    interchangeId: '019aa6b0-6c00-7000-8000-000000000002',
    interchangeSha256: 'ab'.repeat(32),
  };
  const eventOf = (type: string, body: object): Record<string, unknown> => {
    const event: Record<string, unknown> = JSON.parse(
      toCloudEvent({ ...envelope, type }, JSON.stringify(body)),
    );
    return event;
  };

  it.each<[string, string, object, boolean]>([
    ['a whole document', 'GateMove', { container: { number: 'LNHU2001016' } }, true],
    ['a granted part of one', 'GateMove', {}, true],
    ['a list of which nothing is granted', 'Declaration', { containers: [] }, true],
    ['a date that is none', 'TourGroupList', { members: [{ dateOfBirth: '1980-02-30' }] }, false],
    ['a masked date', 'TourGroupList', { members: [{ dateOfBirth: '***' }] }, true],
    ['a member that is none', 'GateMove', { box: 'LNHU2001016' }, false],
    ['a number that is no text', 'Declaration', { totalGrossMass: 12 }, false],
    ['a decimal that is none', 'Declaration', { totalGrossMass: 'much' }, false],
  ])('%s', (_, type, body, fits) => {
    const event = eventOf(type, body);
    expect(errorsOf(`#/components/schemas/${type}Event`, event).length === 0).toBe(fits);
    expect(errorsOf('#/components/schemas/Event', event).length === 0).toBe(fits);
  });

  it('fit every document of the cases, masked or not', () => {
    const documents = documentsOfCases();
    expect(new Set(documents.map(({ type }) => type)).size).toBeGreaterThan(30);
    let masked = 0;
    for (const { type, body, where } of documents) {
      const shown = masking(personalFieldsOf(type))(body);
      if (shown !== body) masked++;
      for (const one of new Set([body, shown]))
        expect({ where, errors: errorsOf(`#/components/schemas/${type}Event`, eventOf(type, one)) }).toEqual({
          where,
          errors: [],
        });
    }
    expect(masked).toBeGreaterThan(10);
  });

  it('are told by their type', () => {
    const event = { ...eventOf('GateMove', {}), type: 'cn.tongguan.Declaration' };
    expect(errorsOf('#/components/schemas/GateMoveEvent', event)).not.toEqual([]);
    expect(errorsOf('#/components/schemas/DeclarationEvent', event)).toEqual([]);
  });
});

interface Case {
  readonly where: string;
  readonly type: string;
  readonly body: JsonObject;
}

/** What the cases of the adapters are read as. */
function documentsOfCases(): Case[] {
  const folder = fileURLToPath(new URL('../../../../libs/adapters/src/', import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('/documents.json'))
    .flatMap((where) => {
      const read: { documents: Omit<Case, 'where'>[] } = JSON.parse(readFileSync(folder + where, 'utf8'));
      return read.documents.map((one) => ({ ...one, where }));
    });
}
