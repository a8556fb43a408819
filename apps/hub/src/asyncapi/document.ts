import type { JsonObject, Texts } from '#kernel';
import { apiVersion } from '../openapi/document.js';
import { SchemaComponents } from '../openapi/schema-components.js';
import { channels } from './channels/index.js';
import type { Channel, Header, ServerEntry } from './channel.js';
import { deliveredSchemas } from './delivered-schemas.js';
import { described } from './described.js';
import { eventSchemas, messageNames, messages, type Messages } from './messages.js';
import { servers } from './servers.js';

/**
 * The description of the events as AsyncAPI 3.0: the list of channels, the CloudEvents envelope and the schemas of
 * documents, of the same sources as the description of the interface. Both languages, Chinese first; `x-texts` has
 * them apart.
 */
export function asyncApiDocument(): JsonObject {
  const known = messages();
  return {
    asyncapi: '3.0.0',
    id: 'urn:cn:tongguan:hub',
    info: {
      title: '通关 tongguan',
      version: apiVersion,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      ...described({ description: introduction }),
    },
    defaultContentType: 'application/cloudevents+json',
    servers: Object.fromEntries(servers.map((server) => [server.id, serverObject(server)])),
    channels: Object.fromEntries(channels.map((channel) => [channel.id, channelObject(channel, known)])),
    operations: Object.fromEntries(channels.map((channel) => [channel.operation, operationObject(channel)])),
    components: {
      securitySchemes: {
        accessKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'tg_…',
          ...described({ description: key }),
        },
      },
      messages: known,
      schemas: { ...headerSchemas(), ...eventSchemas(), ...deliveredSchemas(new SchemaComponents().schemas) },
    },
  };
}

/** The description as the file schemas/asyncapi.json has it. */
export const asyncApiText = (): string => `${JSON.stringify(asyncApiDocument(), null, 1)}\n`;

const introduction: Texts = {
  zh: '枢纽送出的事件。各通道内容一致：CloudEvents 1.0，id 为单证编号，重投不变；同一事件可能再次到达，以其 id 去重。data 为标准单证中授权的字段，未授权的字段不出现，未授权的个人信息为 ***。以 HTTP 请求完成的其余操作见 /openapi.json。',
  en: 'The events that the hub gives. They are the same in every channel: CloudEvents 1.0 whose id is that of the document, at every delivery; an event may arrive again: tell by its id. data is the document as far as it is granted: members that are not granted are not there, personal values that are not granted are ***. What is done by requests is in /openapi.json.',
};
const key: Texts = {
  zh: '管理员签发的访问密钥，置于 Authorization: Bearer。',
  en: 'An access key that the administrator issued, as Authorization: Bearer.',
};

function serverObject({ host, protocol, text, variables, keyed }: ServerEntry): JsonObject {
  return {
    host,
    protocol,
    ...described({ description: text }),
    ...(variables
      ? {
          variables: Object.fromEntries(
            Object.entries(variables).map(([name, texts]) => [name, described({ description: texts })]),
          ),
        }
      : {}),
    ...(keyed === true ? { security: [{ $ref: '#/components/securitySchemes/accessKey' }] } : {}),
  };
}

function channelObject(channel: Channel, known: Messages): JsonObject {
  const { title, description, address, parameters, bindings } = channel;
  return {
    address,
    ...described({ title, description }),
    servers: channel.servers.map((name) => ({ $ref: `#/servers/${name}` })),
    messages: Object.fromEntries(
      messageNames(channel.carries).map((name) => [name, messageObject(channel, name, known)]),
    ),
    ...(parameters
      ? {
          parameters: Object.fromEntries(
            Object.entries(parameters).map(([name, text]) => [name, described({ description: text })]),
          ),
        }
      : {}),
    ...(bindings?.channel ? { bindings: bindings.channel } : {}),
  };
}

/** The message itself; where the channel has something of its own to it, written out with that: a reference has nothing beside it. */
function messageObject({ id, headers, bindings }: Channel, name: string, known: Messages): JsonObject {
  const message = known[name];
  if (!message) throw new Error(`there is no message ${name}`);
  if (!headers && !bindings?.message) return { $ref: `#/components/messages/${name}` };
  return {
    ...message,
    ...(headers ? { headers: { $ref: `#/components/schemas/${headersName(id)}` } } : {}),
    ...(bindings?.message ? { bindings: bindings.message } : {}),
  };
}

/** `WebhookHeaders` */
const headersName = (channel: string): string =>
  `${channel.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Headers`;

const headerSchemas = (): Record<string, JsonObject> =>
  Object.fromEntries(
    channels.flatMap(({ id, headers }) => (headers ? [[headersName(id), headersObject(headers)]] : [])),
  );

const headersObject = (headers: readonly Header[]): JsonObject => ({
  type: 'object',
  required: headers.filter(({ optional }) => !optional).map(({ name }) => name),
  properties: Object.fromEntries(
    headers.map(({ name, text, schema }) => [name, { ...schema, ...described({ description: text }) }]),
  ),
});

function operationObject({ id, action, title, bindings }: Channel): JsonObject {
  return {
    action,
    channel: { $ref: `#/channels/${id}` },
    ...described({ summary: title }),
    ...(bindings?.operation ? { bindings: bindings.operation } : {}),
  };
}
