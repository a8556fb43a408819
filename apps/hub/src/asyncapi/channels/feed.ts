import type { Channel } from '../channel.js';
import { queryOf } from '../query.js';

export const feed: Channel = {
  id: 'feed',
  title: { zh: '信箱', en: 'Mailbox' },
  description: {
    zh: '接收方以 GET 按游标逐页读取（可长轮询）；顺序稳定，不漏、不乱序。',
    en: 'Its owner reads page by page with GET and a cursor, as a long poll if it likes; the order is stable and nothing is skipped.',
  },
  address: '/v1/feeds/{feed}',
  parameters: { feed: { zh: '信箱的编号', en: 'Id of the mailbox' } },
  servers: ['hub'],
  carries: ['page'],
  action: 'send',
  operation: 'giveFeed',
  bindings: {
    operation: {
      http: {
        method: 'GET',
        query: queryOf('after', 'feedLimit', 'wait'),
        bindingVersion: '0.3.0',
      },
    },
  },
};
