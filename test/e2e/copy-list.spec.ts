import { readFileSync } from 'node:fs';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party, type Target } from '../support/administration.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  admin = new Administration(hub);
});
afterAll(async () => {
  await endHubs();
  await database.drop();
});

/** Manifests with their copy lists, as the systems of customs and of ports write them: before, and after the place. */
const manifests = {
  customs: 'customs/manifest-sea-air/cases/canonical-mt1101/in.xml',
  port: 'port/ifcsum-flat/cases/canonical-two-bills/in.txt',
} as const;
const message = (which: keyof typeof manifests): Buffer =>
  readFileSync(new URL(`../../libs/adapters/src/${manifests[which]}`, import.meta.url));

/** A participant that gets what names it, by a route of its own. */
async function named(
  owner: Party,
  code: string,
  condition: string,
): Promise<{ party: Party; mailbox: Target }> {
  const party = await admin.party(code, 'agency');
  await admin.agreement(owner, party, 'CargoManifest');
  const mailbox = await admin.mailbox(party, 'inbox');
  await admin.route(`copies-to-${code}`, 'CargoManifest', mailbox, condition);
  return { party, mailbox };
}

it('brings a manifest to those whom its copy list names, whoever wrote it, and to nobody else', async () => {
  const owner = await admin.party('shipping-agent');
  const msa = await named(
    owner,
    'dalian-msa',
    `document.?copyTo.orValue([]).exists(code, code in ['MSADL', 'DLMSA'])`,
  );
  const inspection = await named(owner, 'dalian-ciq', `'CIQDL' in document.copyTo`);
  const elsewhere = await named(owner, 'yingkou-msa', `'MSAYK' in document.copyTo`);
  const byPort = await named(
    owner,
    'port-desk',
    `envelope.adapter.startsWith('port/') && envelope.channel == 'http' && envelope.sender.code == '${owner.code}'`,
  );
  const ids: string[] = [];
  for (const which of ['customs', 'port'] as const) {
    const settled = (await owner.client.settle(message(which))).expect(200);
    ids.push(...settled.list('/documents').map(({ id }) => String(id)));
  }
  expect(ids).toHaveLength(2);
  const got = async ({ party, mailbox }: typeof msa): Promise<unknown[]> =>
    (await party.client.get(`/v1/feeds/${mailbox.id}?wait=1`))
      .expect(200)
      .list('/events')
      .map(({ id }) => id);
  expect(await got(msa)).toEqual(ids);
  expect(await got(inspection)).toEqual(ids.slice(0, 1));
  expect(await got(elsewhere)).toEqual([]);
  expect(await got(byPort)).toEqual(ids.slice(1));

  // The same is answered when it is asked about what is stored.
  const explained = (await owner.client.get(`/v1/documents/${ids[1] ?? ''}/explanation`)).expect(200);
  const outcomes = explained.list('/candidates').map(({ routeCode, outcome }) => [routeCode, outcome]);
  expect(Object.fromEntries(outcomes)).toEqual({
    'copies-to-dalian-msa': 'deliver',
    'copies-to-dalian-ciq': 'not-matched',
    'copies-to-yingkou-msa': 'not-matched',
    'copies-to-port-desk': 'deliver',
  });
});
