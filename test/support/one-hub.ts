import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration } from './administration.js';
import { endHubs, startHub, type RunningHub } from './hub.js';
import { endSubscribers } from './subscriber.js';

/** A hub for all tests of a file, on a database of its own. */
export interface OneHub {
  readonly database: TestDatabase;
  readonly hub: RunningHub;
  readonly admin: Administration;
}

const databases = new Set<TestDatabase>();

/** For beforeAll. */
export async function openOneHub(): Promise<OneHub> {
  const database = await freshDatabase();
  databases.add(database);
  const hub = await startHub({ database });
  return { database, hub, admin: new Administration(hub) };
}

/** For afterAll: the hub, those who listened to it, and its database. */
export async function closeOneHub(): Promise<void> {
  await endHubs();
  await endSubscribers();
  await Promise.all([...databases].map((database) => database.drop()));
  databases.clear();
}
