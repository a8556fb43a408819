import { createNormaliser } from './normaliser.js';
import { adapters } from '#adapters';
import { validateDocument } from '#canonical';
import type { Json } from '#kernel';
import { casesOf } from './testing/cases.js';
import { leavesOf } from './testing/re-extract.js';

const normaliser = createNormaliser(adapters);

/** Formats of one kind of document: what one reads the other writes. */
const pairs = [
  ['port/coarri-edifact', 'port/coarri-flat'],
  ['port/codeco-edifact', 'port/codeco-flat'],
  ['port/baplie-edifact', 'port/baplie-flat'],
  ['port/ifcsum-edifact', 'port/ifcsum-flat'],
] as const;

const adapterOf = (id: string) => {
  const adapter = adapters.find((one) => one.id === id);
  if (!adapter) throw new Error(`no adapter ${id}`);
  return adapter;
};

/** A pointer as the field of the mapping that it is: `*` for every item of a list. */
const fieldOf = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

const directions = pairs.flatMap(([one, other]) => [
  [one, other],
  [other, one],
]);

describe.each(directions)('%s to %s', (from = '', to = '') => {
  const good = casesOf(adapterOf(from)).filter(({ bad }) => !bad);

  it.each(good.map((one) => [one.name, one] as const))(
    'carries %s, or says what it cannot',
    (_, { bytes }) => {
      const { documents } = normaliser.normalise(bytes, {});
      const written = normaliser.write(to, documents);
      if (!written.ok) throw new Error(written.error.map(({ text }) => text.en).join());
      const again = normaliser.normalise(written.value, {});
      expect(again.faults).toEqual([]);
      expect(again.documents).toHaveLength(documents.length);
      const lost = new Set(normaliser.losses(to, documents).map(({ values }) => values?.field));
      documents.forEach(({ type, body }, i) => {
        const other = again.documents[i]?.body;
        expect(validateDocument(type, other ?? null)).toEqual([]);
        const values = new Map<string, Json>(leavesOf(other));
        const differing = leavesOf(body).filter(
          ([pointer, value]) =>
            !pointer.startsWith('/extensions') &&
            values.get(pointer) !== value &&
            !isTold(fieldOf(pointer), lost),
        );
        expect(differing.filter(([pointer]) => !implied(pointer))).toEqual([]);
      });
    },
  );
});

const isTold = (field: string, lost: ReadonlySet<unknown>): boolean =>
  lost.has(field) || [...lost].some((one) => typeof one === 'string' && field.startsWith(`${one}/`));

/** What stands in the place of another value of its kind, or under another name, where the format has one place for it. */
const implied = (pointer: string): boolean =>
  /\/(?:verifiedGross|carrier|containerOperator)\/|^\/message\/prepared/.test(pointer);
