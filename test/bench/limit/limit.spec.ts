import { adapters, createNormaliser } from '#adapters';
import { startReceiver } from '../../../apps/simulator/src/receiver/index.js';
import type { Receiver } from '../../../apps/simulator/src/receiver/index.js';
import { declarationXml, entryId } from '../../../apps/simulator/src/traffic/index.js';
import { emptyDatabase } from '../../../libs/store/src/testing/database.js';
import type { TestDatabase } from '../../../libs/store/src/testing/database.js';
import { officesOfSink, sinkCount } from '../routes.js';
import { openDatabase } from './database.js';
import type { Database, Owed } from './database.js';
import { readDeclaration } from './declaration.js';
import { deliverTo, marker } from './delivery.js';
import { intake } from './intake.js';
import { isValid } from './schema.js';

const secret = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;

describe('reading', () => {
  it('gives a valid document of the shared schema with the declaration’s own values', () => {
    for (let n = 0; n < 200; n++) {
      const declaration = readDeclaration(declarationXml(n));
      expect(declaration?.entryNumber).toBe(entryId(n));
      expect([isValid(declaration), isValid.errors]).toEqual([true, null]);
    }
  });

  it('is the document that the hub makes of the same message', () => {
    const normaliser = createNormaliser(adapters);
    for (let n = 0; n < 50; n++) {
      const message = declarationXml(n, { kind: n % 3 === 0 ? 'export' : 'import' });
      const { documents, faults, warnings } = normaliser.normalise(message, {});
      expect([...faults, ...warnings]).toEqual([]);
      expect(JSON.parse(JSON.stringify(readDeclaration(message)))).toEqual(documents[0]?.body);
    }
  });

  test.each(['', '<DecMessage>', '<a></b>', '<!DOCTYPE x [<!ENTITY a "b">]><DecMessage/>', 'no XML'])(
    'refuses %j, and reads the next message',
    (text) => {
      expect(readDeclaration(Buffer.from(text))).toBeUndefined();
      expect(readDeclaration(declarationXml(5))?.entryNumber).toBe(entryId(5));
    },
  );
});

describe('the pipeline', () => {
  let test: TestDatabase;
  let database: Database;
  let receivers: Receiver[];
  beforeAll(async () => {
    test = await emptyDatabase();
    database = await openDatabase(test.url, 3);
    receivers = await Promise.all(Array.from({ length: sinkCount }, () => startReceiver({ secret })));
  });
  afterAll(async () => {
    await Promise.all(receivers.map((receiver) => receiver.close()));
    await database.end();
    await test.drop();
  });

  it('owes what it stored until it was delivered, also to a process started later', async () => {
    const messages = Array.from({ length: 300 }, (_, n) => declarationXml(n));
    const stored: Owed[] = [];
    const take = intake(database, { batch: 50, commits: 2 }, (batch) => stored.push(...batch));
    const ids = await Promise.all([...messages, Buffer.from('<DecMessage/>')].map(take));
    expect(new Set(ids.slice(0, 300)).size).toBe(300);
    expect(ids[300]).toBeUndefined();

    const owed = await database.unfinished();
    expect(owed.map((one) => one.id)).toEqual(stored.map((one) => one.id).sort());
    await receivers[0]?.behave({ mode: 'error', times: 1 });
    await deliverAll(owed);

    expect(await database.unfinished()).toEqual([]);
    expect(receivers.map((receiver) => receiver.ledger.counts.duplicates)).toEqual([0, 0, 0]);
    expect(receivers.flatMap((receiver) => receiver.ledger.ids()).sort()).toEqual(owed.map((one) => one.id));
  });

  it('sends each declaration to the sink of its office', async () => {
    const owed: Owed[] = [];
    const take = intake(database, { batch: 50, commits: 2 }, (batch) => owed.push(...batch));
    await Promise.all(Array.from({ length: 60 }, (_, n) => take(declarationXml(1_000 + n))));
    expect(owed.length).toBe(60);
    for (const { document, sink } of owed) {
      const office = /"declarationOffice":"(\d{4})"/.exec(document)?.[1];
      expect(officesOfSink[sink]).toContain(office);
    }
  });

  async function deliverAll(owed: readonly Owed[]): Promise<void> {
    let left = owed.length;
    await new Promise<void>((resolve) => {
      const mark = marker(async (ids) => {
        await database.markDelivered(ids);
        left -= ids.length;
        if (left === 0) resolve();
      });
      const lanes = receivers.map((receiver) => deliverTo({ url: receiver.url, secret }, 40, mark));
      for (const one of owed) lanes[one.sink]?.add(one);
    });
  }
});
