import type { Channel } from '../channel.js';
import { brokerChannels } from './brokers.js';
import { feed } from './feed.js';
import { fileChannels } from './files.js';
import { stream } from './stream.js';
import { webhook } from './webhook.js';

/** Every way in which events leave the hub or messages enter it, beside requests. The list is explicit. */
export const channels: readonly Channel[] = [webhook, feed, stream, ...brokerChannels, ...fileChannels];
