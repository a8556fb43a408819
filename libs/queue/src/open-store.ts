import { LaneError, messageOf } from './lane-error.js';
import type { LaneStore } from './options.js';
import { OpenPostgresStore } from './postgres-store.js';
import { OpenRedisStore } from './redis-store.js';
import type { OpenStore, StoreContext } from './store.js';
import { within } from './within.js';

/** @throws LaneError QUEUE_UNAVAILABLE */
export async function openStore(store: LaneStore, context: StoreContext): Promise<OpenStore> {
  const onRedis = 'redis' in store;
  const opening: Promise<OpenStore> = onRedis
    ? OpenRedisStore.open(store, context)
    : OpenPostgresStore.open(store, context);
  try {
    return await within(context.storeTimeoutMs, opening);
  } catch (error) {
    // Should it open after all, nobody waits for it any more.
    opening.then((late) => late.close()).catch(context.failed);
    const values = { store: onRedis ? 'Redis' : 'PostgreSQL', reason: messageOf(error) };
    throw new LaneError('QUEUE_UNAVAILABLE', values, { cause: error });
  }
}
