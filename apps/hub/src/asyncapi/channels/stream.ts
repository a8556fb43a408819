import type { Channel } from '../channel.js';
import { queryOf } from '../query.js';

export const stream: Channel = {
  id: 'stream',
  title: { zh: '信箱（SSE）', en: 'Mailbox as a stream' },
  description: {
    zh: '同一信箱以 server-sent events 实时给出：data 为事件，id 为其后的游标；断线后以 Last-Event-ID 续读。落后过多时另有 event: lag。',
    en: 'The same mailbox as server-sent events, each as it comes: data is the event and id the cursor after it, so a reader goes on by Last-Event-ID. event: lag comes beside them when the reader is far behind.',
  },
  address: '/v1/feeds/{feed}/stream',
  parameters: { feed: { zh: '信箱的编号', en: 'Id of the mailbox' } },
  servers: ['hub'],
  carries: ['event', 'lag'],
  action: 'send',
  operation: 'streamFeed',
  bindings: {
    operation: {
      http: {
        method: 'GET',
        query: queryOf('after'),
        bindingVersion: '0.3.0',
      },
    },
  },
};
