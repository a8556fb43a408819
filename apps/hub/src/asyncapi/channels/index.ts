import type { Channel } from '../channel.js';
import { feed } from './feed.js';
import { stream } from './stream.js';
import { webhook } from './webhook.js';

/** Every way in which events leave the hub or enter it. The list is explicit: nothing is found by scanning. */
export const channels: readonly Channel[] = [webhook, feed, stream];
