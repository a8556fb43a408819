import { documentTypes, documentSchemas } from '#canonical';
import type { Json, JsonObject, Texts } from '#kernel';
import type { Carried } from './channel.js';
import { described } from './described.js';

const ref = (schema: string): JsonObject => ({ $ref: `#/components/schemas/${schema}` });
const structured = 'application/cloudevents+json';

/** What is said beside the documents. */
const others: Readonly<Record<Exclude<Carried, 'event'>, Said>> = {
  batch: {
    name: 'EventBatch',
    contentType: 'application/cloudevents-batch+json',
    title: { zh: '一批事件', en: 'Several events' },
    payload: { type: 'array', minItems: 1, items: ref('Event') },
  },
  page: {
    name: 'FeedPage',
    contentType: 'application/json',
    title: { zh: '信箱一页', en: 'A page of a mailbox' },
    payload: {
      allOf: [ref('FeedPage')],
      properties: { events: { type: 'array', items: ref('Event') } },
    },
  },
  verification: {
    name: 'Verification',
    contentType: structured,
    title: { zh: '核实地址', en: 'Is this address yours' },
    payload: signOf('cn.tongguan.verification', {
      challenge: {
        type: 'string',
        description: '在 2xx 应答正文中原样返回 · give it back in the body of a 2xx answer',
      },
    }),
  },
  test: {
    name: 'Test',
    contentType: structured,
    title: { zh: '测试事件', en: 'A test event' },
    payload: signOf('cn.tongguan.test', {
      message: { type: 'string' },
      destination: { type: 'string', description: '投递目标的代码 · code of the destination' },
    }),
  },
  lag: {
    name: 'Lag',
    contentType: 'application/json',
    title: { zh: '落后的事件数', en: 'How far behind the reader is' },
    payload: {
      type: 'object',
      required: ['behind'],
      additionalProperties: false,
      properties: { behind: { type: 'integer', minimum: 1 } },
    },
  },
  interchange: {
    name: 'Interchange',
    contentType: 'application/octet-stream',
    title: { zh: '报文原文', en: 'A message as it is' },
    payload: {
      description: '枢纽可读的任何报文 · any message that the hub reads: XML, EDIFACT, flat files, JSON',
    },
  },
  acknowledgement: {
    name: 'FileReceipt',
    contentType: 'application/json',
    title: { zh: '文件的签名回执', en: 'The signed receipt of a file' },
    payload: {
      type: 'object',
      required: ['file', 'id', 'state', 'receivedAt', 'sha256', 'receipt'],
      properties: {
        file: { type: 'string', description: '文件名 · name of the file' },
        id: { type: 'string', format: 'uuid', description: '交换报文编号 · the interchange' },
        state: { enum: ['pending', 'normalised', 'duplicate', 'held', 'rejected'] },
        receivedAt: { type: 'string', format: 'date-time' },
        sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        receipt: { type: 'string', description: 'JWS' },
      },
    },
  },
  problem: {
    name: 'FileProblem',
    contentType: 'application/problem+json',
    title: { zh: '文件的问题', en: 'What is wrong with a file' },
    payload: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail', 'code', 'errors', 'file'],
      properties: {
        type: { type: 'string', format: 'uri-reference' },
        title: { type: 'string' },
        status: { type: 'integer', minimum: 400, maximum: 599 },
        detail: { type: 'string' },
        code: { type: 'string', description: '故障代码 · docs/faults.md' },
        errors: { type: 'array', items: { type: 'object', required: ['code'] } },
        file: { type: 'string', description: '文件名 · name of the file' },
      },
    },
  },
};

/** By name, as `components.messages` has them. */
export type Messages = Readonly<Record<string, JsonObject>>;

interface Said {
  readonly name: string;
  readonly contentType: string;
  readonly title: Texts;
  readonly payload: JsonObject;
}

/** Names of the messages that a channel carries, as keys of `components.messages`. */
export const messageNames = (carries: readonly Carried[]): readonly string[] =>
  carries.flatMap((one): readonly string[] => (one === 'event' ? documentTypes : [others[one].name]));

/** Every message, by name: one for each document type, and what is said beside them. */
export function messages(): Messages {
  return {
    ...Object.fromEntries(documentTypes.map((type) => [type, documentMessage(type)])),
    ...Object.fromEntries(
      Object.values(others).map(({ name, contentType, title, payload }) => [
        name,
        { name, contentType, ...described({ title }), payload },
      ]),
    ),
  };
}

/** The payloads by name: `Event` is any of them, told by its type. */
export function eventSchemas(): Record<string, JsonObject> {
  const events = documentTypes.map((type): [string, JsonObject] => [`${type}Event`, eventOf(type)]);
  return {
    ...Object.fromEntries(events),
    Event: { oneOf: events.map(([name]) => ref(name)), discriminator: 'type', ...eventBase },
  };
}

/** A discriminator has to stand among the members, and to be required. */
const eventBase: JsonObject = {
  type: 'object',
  required: ['type'],
  properties: { type: { type: 'string' } },
};

function documentMessage(type: string): JsonObject {
  const { description, 'x-zh': zh } = schemaOf(type);
  return {
    name: `cn.tongguan.${type}`,
    contentType: structured,
    ...described({
      title: { zh: String(zh), en: type },
      summary: { zh: String(zh), en: String(description) },
    }),
    payload: ref(`${type}Event`),
  };
}

/** The envelope with the document in it; as text where the subscription asks for the format of another system. */
const eventOf = (type: string): JsonObject => ({
  allOf: [ref('CloudEvent')],
  properties: {
    type: { const: `cn.tongguan.${type}` },
    data: { oneOf: [ref(type), { type: 'string' }] },
  },
});

/** An event that is about no document. */
function signOf(type: string, data: Readonly<Record<string, Json>>): JsonObject {
  return {
    type: 'object',
    required: ['specversion', 'id', 'type', 'source', 'time', 'datacontenttype', 'data'],
    additionalProperties: false,
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', format: 'uuid' },
      type: { const: type },
      source: { type: 'string', pattern: '^/nodes/[^/]+$' },
      time: { type: 'string', format: 'date-time' },
      datacontenttype: { const: 'application/json' },
      data: { type: 'object', required: Object.keys(data), properties: data },
    },
  };
}

function schemaOf(type: string): JsonObject {
  const schema = Object.entries(documentSchemas).find(([name]) => name === type)?.[1];
  if (!schema) throw new Error(`there is no schema of ${type}`);
  return schema;
}
