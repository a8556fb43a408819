import type { Json, JsonObject, Texts } from '#kernel';
import type { SchemaComponents } from './schema-components.js';

const summary: Texts = { zh: '收到事件', en: 'An event arrives' };
const description: Texts = {
  zh: '枢纽按 Standard Webhooks 1.0 签名，以 POST 调用投递目标的地址；内容为 CloudEvents 1.0。先应答 2xx 再处理；同一事件可能再次到达，以其 id 去重。可用任何 Standard Webhooks 库验证签名。',
  en: 'The hub calls the address of a destination with POST, signed as Standard Webhooks 1.0 says, with CloudEvents 1.0 in it. Answer 2xx first and work afterwards; an event may arrive again: tell by its id. Any library for Standard Webhooks checks the signature.',
};

const answers: readonly (readonly [status: string, text: Texts])[] = [
  ['2XX', { zh: '已收到', en: 'It has arrived' }],
  ['410', { zh: '地址已废止：停用该目标', en: 'The address is gone: the destination is disabled' }],
  [
    '4XX',
    {
      zh: '内容不接受：转为死信（408、425、429 除外，按 Retry-After 重试）',
      en: 'The content is refused: a dead letter (408, 425 and 429 are tried again, as Retry-After says)',
    },
  ],
  ['5XX', { zh: '稍后重试，72 小时内', en: 'Tried again later, for 72 hours' }],
];

/** Of every call, by Standard Webhooks. */
export const webhookHeaders: readonly (readonly [name: string, text: Texts, schema: JsonObject])[] = [
  [
    'webhook-id',
    { zh: '内容编号，每次尝试相同', en: 'id of the content, the same at every attempt' },
    { type: 'string' },
  ],
  [
    'webhook-timestamp',
    { zh: '本次尝试的时间（秒）', en: 'time of the attempt in Unix seconds' },
    { type: 'string', pattern: '^[0-9]+$' },
  ],
  [
    'webhook-signature',
    {
      zh: '签名：v1,（HMAC-SHA-256，共有密钥）或 v1a,（Ed25519，以目标的 publicKeys 验签）；轮换期间有两个，以空格分隔',
      en: 'signature: v1, (HMAC-SHA-256 by the shared secret) or v1a, (Ed25519, checked with the publicKeys of the destination); two with a space between them while secrets are rotated',
    },
    { type: 'string', pattern: '^v1a?,' },
  ],
];

const texts = ({ zh, en }: Texts): JsonObject => ({ zh, en });

/** What a receiver of a webhook has to answer to. */
export function webhooks(schemas: SchemaComponents): JsonObject {
  const event = schemas.reference('answers/cloud-event');
  return {
    event: {
      post: {
        operationId: 'receiveEvent',
        tags: ['destinations'],
        summary: `${summary.zh} · ${summary.en}`,
        description: `${description.zh}\n\n${description.en}`,
        'x-texts': { summary: texts(summary), description: texts(description) },
        security: [],
        parameters: webhookHeaders.map(([name, text, schema]): JsonObject => ({
          name,
          in: 'header',
          required: true,
          description: `${text.zh} · ${text.en}`,
          'x-texts': { description: texts(text) },
          schema,
        })),
        requestBody: {
          required: true,
          content: {
            'application/cloudevents+json': { schema: event },
            'application/cloudevents-batch+json': { schema: { type: 'array', minItems: 1, items: event } },
          },
        },
        responses: Object.fromEntries(
          answers.map(([status, text]): [string, Json] => [
            status,
            { description: `${text.zh} · ${text.en}`, 'x-texts': { description: texts(text) } },
          ]),
        ),
      },
    },
  };
}
