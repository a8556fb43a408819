import { ok } from '#kernel';
import { openDatabase } from '../database.js';
import { freshDatabase, type TestDatabase } from '../testing/database.js';
import { Administration, administrationLimits, type SetupDesk } from './administration.js';
import { SetupSnapshot } from './setup-snapshot.js';

let database: TestDatabase;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await database.drop();
});

async function administrationWithin(limits: Partial<typeof administrationLimits>): Promise<Administration> {
  const source = await openDatabase({ url: database.url });
  closing.push(() => source.destroy());
  return new Administration(source, Date.now, { ...administrationLimits, ...limits });
}

type Work = Parameters<typeof Administration.prototype.act>[1];

/** The code of the fault that an act ends with; undefined when it is done. */
async function refusal(administration: Administration, work: Work): Promise<string | undefined> {
  const outcome = await administration.act({}, work);
  return outcome.ok ? undefined : outcome.error.code;
}

async function enterprise(administration: Administration, code = 'yingkou-agent'): Promise<string> {
  const kind = 'enterprise' as const;
  const made = await administration.act({}, (setup) =>
    setup.participants.create({ code, nameZh: '船代', nameEn: 'Agent', kind }),
  );
  if (!made.ok) throw new Error(made.error.text.en);
  return made.value.id;
}

const mailbox = (setup: SetupDesk, participantId: string, code: string) =>
  setup.destinations.createOwn({ participantId, code, kind: 'mailbox', config: {} });

describe('what a participant makes for itself', () => {
  it('are no more destinations than its quota, however many ask at once', async () => {
    const own = { destinations: 2, subscribedTypes: 10 };
    const administration = await administrationWithin({ own });
    const participantId = await enterprise(administration);
    const asked = Array.from({ length: 4 }, (_, n) =>
      refusal(administration, (setup) => mailbox(setup, participantId, `box-${n}`)),
    );
    const refused = (await Promise.all(asked)).filter((code) => code !== undefined);
    expect(refused).toEqual(['STORE_QUOTA_USED', 'STORE_QUOTA_USED']);
  });

  it('are no more routes than its quota: each document type of a subscription is one', async () => {
    const own = { destinations: 2, subscribedTypes: 4 };
    const administration = await administrationWithin({ own });
    const participantId = await enterprise(administration);
    const box = await administration.act({}, (setup) => mailbox(setup, participantId, 'box'));
    const destinationId = box.ok ? box.value.id : '';
    const subscribe = (code: string, documentTypes: string[]): Promise<string | undefined> =>
      refusal(administration, (setup) =>
        setup.subscriptions.create({ participantId, code, documentTypes, destinationId }),
      );
    expect(await subscribe('three', ['A', 'B', 'C'])).toBeUndefined();
    expect(await subscribe('two', ['D', 'E'])).toBe('STORE_QUOTA_USED');
    expect(await subscribe('one', ['D'])).toBeUndefined();
    const widened = await refusal(administration, (setup) =>
      setup.subscriptions.change('yingkou-agent/one', undefined, { documentTypes: ['D', 'E'] }),
    );
    expect(widened).toBe('STORE_QUOTA_USED');
  });
});

describe('the set-up of a node', () => {
  it('never grows past what its processes can hold, and can always be made smaller', async () => {
    const setup = { rows: 3 };
    const administration = await administrationWithin({ setup });
    const participantId = await enterprise(administration);
    const snapshot = await SetupSnapshot.open({ url: database.url, open: ok, limits: setup });
    closing.push(() => snapshot.close());
    const box = await administration.act({}, (desk) => mailbox(desk, participantId, 'box'));
    const destinationId = box.ok ? box.value.id : '';
    const subscribe = (code: string, documentTypes: string[]): Promise<string | undefined> =>
      refusal(administration, (desk) =>
        desk.subscriptions.create({ participantId, code, documentTypes, destinationId }),
      );
    expect(await subscribe('four', ['A', 'B', 'C', 'D'])).toBe('STORE_SETUP_FULL');
    expect(await subscribe('three', ['A', 'B', 'C'])).toBeUndefined();
    const route = { code: 'one-more', documentType: 'A', destinationId };
    expect(await refusal(administration, (desk) => desk.routes.create(route))).toBe('STORE_SETUP_FULL');
    expect((await snapshot.refresh()).routes).toHaveLength(3);
    // A node whose limit was higher once.
    const lower = await administrationWithin({ setup: { rows: 2 } });
    expect(await refusal(lower, (desk) => desk.subscriptions.delete('yingkou-agent/three'))).toBeUndefined();
  });
});
