import { createHash } from 'node:crypto';
import { digestOfBranches, DigestTree, type HeldDocument } from '#evidence';
import { uuidv7 } from '#kernel';
import { branchesHeld, documentsHeld, openSql, type Held, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';

let database: TestDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url, connections: 1 });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const from = Date.UTC(2026, 3, 5, 16);
const to = from + 24 * 3_600_000;

/** Documents of a day: what was signed at the origin, and what of it is shown. */
const day = Array.from({ length: 400 }, (_, at) => ({
  id: uuidv7(from + at * 200_000),
  signed: `header.${String(at)}.signature`,
  shown: at % 3 === 0 ? 'one~two~' : '',
}));
const heldOf = (some: typeof day): HeldDocument[] =>
  some.map(({ id, signed }) => ({ id, sha256: createHash('sha256').update(signed).digest('hex') }));

async function keep(some: typeof day, fromNode: string | null, receiptOf?: string): Promise<void> {
  for (const { id, signed, shown } of some) {
    await sql.query(
      `INSERT INTO document_proof (document_id, origin_node, from_node, hops, expires_at, proof, created_at)
       VALUES ($1, 'dalian', $2, '{}', now(), $3, now())`,
      [id, fromNode, `${signed}~${shown}`],
    );
    if (receiptOf !== undefined)
      await sql.query(
        `INSERT INTO custody_receipt (document_id, node_code, receipt, received_at) VALUES ($1, $2, '', now())`,
        [id, receiptOf],
      );
  }
}

/** What the database says, put together as it would be for a peer. */
async function seen(held: Held): Promise<{ digest: string; documents: HeldDocument[] }> {
  const branches = (await branchesHeld(sql, held, [''])).get('') ?? [];
  const prefixes = branches.map(({ byte }) => byte.toString(16).padStart(2, '0'));
  const rows = await documentsHeld(sql, held, prefixes, 1_000);
  return { digest: digestOfBranches(branches), documents: rows.map(({ id, sha256 }) => ({ id, sha256 })) };
}

it.each<Held['direction']>(['sent', 'received'])(
  'the database grows the same tree over what was %s',
  async (direction) => {
    const node = direction === 'sent' ? 'yingkou' : 'dalian';
    const some = direction === 'sent' ? day.slice(0, 200) : day.slice(200);
    await keep(some, direction === 'sent' ? null : node, direction === 'sent' ? node : undefined);
    const held: Held = { direction, node, from, to };
    const tree = new DigestTree(heldOf(some));
    expect(await seen(held)).toEqual({
      digest: digestOfBranches(tree.branches('')),
      documents: tree.documents(''),
    });
    const prefixes = tree.branches('').map(({ byte }) => byte.toString(16).padStart(2, '0'));
    const asked = ['', ...prefixes.slice(0, 20), 'ff'];
    expect(await branchesHeld(sql, held, asked)).toEqual(
      new Map(asked.map((prefix) => [prefix, tree.branches(prefix)])),
    );
  },
);

it('counts a day by the time in the ids, and each peer alone', async () => {
  const held: Held = { direction: 'received', node: 'dalian', from, to };
  const noon = from + 20 * 3_600_000;
  const all = (await seen(held)).documents.length;
  const before = (await seen({ ...held, to: noon })).documents.length;
  const after = (await seen({ ...held, from: noon })).documents.length;
  expect([all, before > 0, after > 0, before + after]).toEqual([200, true, true, all]);
  expect((await seen({ ...held, node: 'yingkou' })).documents).toEqual([]);
});
