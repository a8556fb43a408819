import { adapters } from '../adapters.js';

/** Every form of a date that tables have, alone and with a time to the minute and to the second. */
const dates = ['yyyy-M-d', 'yyyy/M/d', 'yyyy.M.d', 'yyyy年M月d日'];
const moments = dates.flatMap((date) => [date, `${date} H:mm`, `${date} H:mm:ss`]);
const compact = ['yyyyMMdd', 'yyyyMMddHHmm', 'yyyyMMddHHmmss', 'yyyyMMdd H:mm', 'yyyyMMdd H:mm:ss'];
const joined = ['yyyy-M-dTHH:mm', 'yyyy-M-dTHH:mm:ss'];

const tables = adapters.filter(({ syntax }) => syntax === 'csv');
const listsOf = (name: 'date' | 'time', value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && Array.isArray(inner) && String(inner[0]).startsWith('yyyy')
      ? [inner]
      : listsOf(name, inner),
  );
};

describe('times in tables', () => {
  it.each(tables.map(({ id, mapping }) => [id, mapping] as const))(
    'are read by %s in every form',
    (_, mapping) => {
      const lists = listsOf('time', mapping.documents);
      expect(lists.length).toBeGreaterThan(0);
      for (const list of lists)
        expect(list).toEqual(expect.arrayContaining([...moments, ...compact, ...joined]));
      for (const list of listsOf('date', mapping.documents)) {
        expect(list).toEqual(expect.arrayContaining([...dates, 'yyyyMMdd']));
      }
    },
  );
});
