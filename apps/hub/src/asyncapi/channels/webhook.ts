import { webhookHeaders } from '../../openapi/webhooks.js';
import type { Channel } from '../channel.js';

export const webhook: Channel = {
  id: 'webhook',
  title: { zh: '网络回调', en: 'Webhook' },
  description: {
    zh: '枢纽按 Standard Webhooks 1.0 签名，以 POST 调用投递目标的地址；每次一个事件，或按目标的 batchLimit 成批。先应答 2xx 再处理；同一事件可能再次到达，以其 id 去重。',
    en: 'The hub calls the address of the destination with POST, signed as Standard Webhooks 1.0 says; one event a request, or as many as the batchLimit of the destination says. Answer 2xx first and work afterwards; an event may arrive again: tell by its id.',
  },
  address: null,
  servers: ['receiver'],
  carries: ['event', 'batch', 'verification', 'test'],
  action: 'send',
  operation: 'callWebhook',
  bindings: { operation: { http: { method: 'POST', bindingVersion: '0.3.0' } } },
  headers: webhookHeaders.map(([name, text, schema]) => ({ name, text, schema })),
};
