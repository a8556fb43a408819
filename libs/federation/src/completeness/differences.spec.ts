import { DigestTree, type HeldDocument } from '#evidence';
import fc from 'fast-check';
import { findDifferences, questionsAtOnce, type Look } from './differences.js';

const told = (documents: readonly HeldDocument[]): { look: Look; asked: number[] } => {
  const tree = new DigestTree(documents);
  const asked: number[] = [];
  const look: Look = (questions) => {
    asked.push(questions.length);
    return Promise.resolve(
      questions.map(({ prefix, want }) =>
        want === 'branches' ? { branches: tree.branches(prefix) } : { documents: tree.documents(prefix) },
      ),
    );
  };
  return { look, asked };
};

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const documents = fc.uniqueArray(fc.record({ id: fc.uuid(), sha256: hash }), {
  maxLength: 600,
  selector: ({ id }) => id,
});
const another = (sha256: string): string => (sha256.startsWith('0') ? '1' : '0') + sha256.slice(1);

describe('findDifferences', () => {
  it('finds exactly what is missing on either side and what is not the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(fc.nat(9), { minLength: 600, maxLength: 600 }),
        async (all, dice) => {
          const fate = (at: number): number => dice[at] ?? 9;
          const here = all.filter((_, at) => fate(at) !== 0);
          const there = all.flatMap((one, at) =>
            fate(at) === 1 ? [] : [fate(at) === 2 ? { ...one, sha256: another(one.sha256) } : one],
          );
          const found = await findDifferences(told(here).look, told(there).look, 1_000);
          const ids = (fated: number): string[] =>
            all.filter((_, at) => fate(at) === fated).map(({ id }) => id);
          expect(new Set(found.onlyHere.map(({ id }) => id))).toEqual(new Set(ids(1)));
          expect(new Set(found.onlyThere)).toEqual(new Set(ids(0)));
          expect(new Set(found.unlike)).toEqual(new Set(ids(2)));
          expect([found.own.count, found.peer.count]).toEqual([here.length, there.length]);
          expect(found.truncated).toBe(false);
          const equal = found.onlyHere.length + found.onlyThere.length + found.unlike.length === 0;
          expect(found.own.digest === found.peer.digest).toBe(equal);
        },
      ),
      { numRuns: 40 },
    );
  });

  const many = Array.from({ length: 20_000 }, (_, at) => ({
    id: `01a20989-0000-7000-8000-${String(at).padStart(12, '0')}`,
    sha256: String(at).padStart(64, '0'),
  }));

  it('asks once about equal sets, and little about one difference in twenty thousand', async () => {
    const equal = told(many);
    await findDifferences(told(many).look, equal.look, 10);
    expect(equal.asked).toEqual([1]);
    const cut = told(many.filter((_, at) => at !== 777));
    const found = await findDifferences(told(many).look, cut.look, 10);
    expect(found.onlyHere).toEqual([many[777]]);
    expect(cut.asked.length).toBeLessThanOrEqual(3);
  });

  it('stops when it has found enough, and never asks more at once than agreed', async () => {
    const nothing = told([]);
    const found = await findDifferences(told(many).look, nothing.look, 1_000);
    expect(found.truncated).toBe(true);
    expect(found.onlyHere.length).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...nothing.asked)).toBeLessThanOrEqual(questionsAtOnce);
  });
});
