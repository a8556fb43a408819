import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answerings, documentSchemas, keysOf, saidBy, validateDocument } from '#canonical';
import type { Json, JsonObject } from '#kernel';
import { answerRules, plan, type Orders, type Planned, type Request } from './index.js';

const receivedAt = Date.UTC(2026, 1, 1);
const request = (type: string, body: JsonObject): Request => ({
  id: '019aa6b0-6c00-7000-8000-000000000001',
  type,
  sender: 'haitong-broker',
  receivedAt,
  body,
});

function answersTo(asked: Request, orders: Orders = {}): readonly Planned[] {
  const planned = plan(asked, orders);
  if ('none' in planned) throw new Error(`no answer: ${planned.none}`);
  return planned.answers;
}

/** What the cases of the adapters are read as, by type. */
function documentsOfCases(): ReadonlyMap<string, readonly JsonObject[]> {
  const folder = fileURLToPath(new URL('../../../../libs/adapters/src/', import.meta.url));
  const byType = new Map<string, JsonObject[]>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('/documents.json')) continue;
    const read: { documents: { type: string; body: JsonObject }[] } = JSON.parse(
      readFileSync(folder + name, 'utf8'),
    );
    for (const { type, body } of read.documents) byType.set(type, [...(byType.get(type) ?? []), body]);
  }
  return byType;
}

/** Those that the schema gives, for types that no system sends yet. */
const examplesOf = (type: string): readonly JsonObject[] =>
  [Object.entries(documentSchemas).find(([name]) => name === type)?.[1]['examples']].flat().filter(isRecord);

const isRecord = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const documents = documentsOfCases();
const namesOf = (type: string, body: JsonObject): string[] =>
  keysOf(type, body).map(({ kind, value }) => `${kind}:${value}`);

it('has an answer to every type that waits for one', () => {
  const awaited = answerings().filter((one) => one.awaited);
  const answered = answerRules.flatMap(({ to, type }) => to.map((one) => `${type} to ${one}`));
  expect(answered).toEqual(expect.arrayContaining(awaited.map(({ from, to }) => `${from} to ${to}`)));
});

describe.each(answerRules.flatMap(({ to, type }) => to.map((one) => [one, type] as const)))(
  '%s is answered with %s',
  (asked, answering) => {
    const relation = answerings().find(({ from, to }) => from === answering && to === asked);
    const bodies = [...(documents.get(asked) ?? []), ...examplesOf(asked)];

    it('that is valid and shares the key that tells which it answers', () => {
      let told = 0;
      for (const body of bodies) {
        for (const orders of [{}, { reject: 'E123' }]) {
          const planned = plan(request(asked, body), orders);
          if ('none' in planned) continue;
          for (const one of planned.answers) {
            expect(validateDocument(one.type, one.body)).toEqual([]);
            const theirs = namesOf(asked, body);
            const shared = namesOf(one.type, one.body).filter((key) => theirs.includes(key));
            if (shared.some((key) => relation?.by.includes(key.slice(0, key.indexOf(':'))))) told++;
          }
        }
      }
      expect(told).toBeGreaterThan(0);
    });
  },
);

const declaration = request('Declaration', {
  entryNumber: '090120261000000001',
  signature: { clientReference: 'LN1' },
});

describe('a declaration', () => {
  const statuses = (orders: Orders): unknown[] =>
    answersTo(declaration, orders).map(({ body }) => body['status']);

  it.each<[string, Orders, string[]]>([
    ['is taken, then released', {}, ['L', 'P']],
    ['is refused with the code', { reject: 'E123' }, ['L', 'E123']],
    ['is answered twice', { twice: true }, ['L', 'L', 'P', 'P']],
    ['is answered in the wrong order', { reorder: true }, ['P', 'L']],
    [
      'is answered in the wrong order, twice',
      { reorder: true, twice: true, reject: 'E1' },
      ['E1', 'E1', 'L', 'L'],
    ],
  ])('%s', (_, orders, expected) => {
    expect(statuses(orders)).toEqual(expected);
  });

  it('says in its answers for whom they are, when, and in a word what', () => {
    const [received, decided] = answersTo(declaration, { delayMs: 5000 });
    expect(decided?.body).toEqual({
      message: { type: 'DEC_RESULT' },
      clientReference: 'LN1',
      entryNumber: '090120261000000001',
      notifiedAt: '2026-02-01T00:00:06.000Z',
      status: 'P',
      remarks: '放行',
      extensions: [{ path: 'sandbox/for', value: 'haitong-broker' }],
    });
    expect(received?.body['notifiedAt']).toBe('2026-02-01T00:00:05.000Z');
    const relation = answerings().find(({ to }) => to === 'Declaration');
    expect(relation && saidBy(relation, decided?.body ?? {})).toBe('P');
  });

  it('has the same answers under the same keys each time, each under its own', () => {
    const orders: Orders = { twice: true, reorder: true };
    expect(answersTo(declaration, orders)).toEqual(answersTo(declaration, orders));
    expect(new Set(answersTo(declaration, orders).map(({ key }) => key)).size).toBe(4);
  });

  it.each<[string, Request, Orders, string]>([
    ['of a type that nobody answers', request('ContainerMove', { container: { number: 'X' } }), {}, 'type'],
    ['without a number', request('Declaration', { direction: 'import' }), {}, 'reference'],
    ['that is to be left alone', declaration, { silent: true }, 'silent'],
  ])('%s gets none', (_, asked, orders, none) => {
    expect(plan(asked, orders)).toEqual({ none });
  });
});
