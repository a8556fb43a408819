import type { ServerEntry } from './channel.js';
import { brokerServers } from './channels/brokers.js';
import { folderServer } from './channels/files.js';

/** Every place that a channel can be at. */
export const servers: readonly ServerEntry[] = [
  {
    id: 'hub',
    host: '{hub}',
    protocol: 'https',
    text: { zh: '本枢纽', en: 'This hub' },
    variables: { hub: { zh: '枢纽的主机名与端口', en: 'Host and port of the hub' } },
    keyed: true,
  },
  {
    id: 'receiver',
    host: '{receiver}',
    protocol: 'https',
    text: { zh: '接收方', en: 'Whoever receives' },
    variables: {
      receiver: { zh: '投递目标地址中的主机名与端口', en: 'Host and port of the address of the destination' },
    },
  },
  ...brokerServers,
  folderServer,
];
