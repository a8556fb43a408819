import fc from 'fast-check';
import { canonicalJson, catalogue, isUuid, timeOfId, uuidv7 } from '#kernel';

describe('uuidv7', () => {
  it('gives ids that sort in the order they were made, also when the clock steps back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { minLength: 2, maxLength: 50 }),
        (times) => {
          const ids = times.map((time) => uuidv7(time));
          expect([...ids].sort()).toEqual(ids);
          expect(ids.every(isUuid)).toBe(true);
        },
      ),
    );
  });

  it('stays ordered and unique past 4096 ids in one millisecond', () => {
    const now = 2 ** 43;
    const ids = Array.from({ length: 10_000 }, () => uuidv7(now));
    expect(new Set(ids).size).toBe(10_000);
    expect([...ids].sort()).toEqual(ids);
    expect(timeOfId(ids[0] ?? '')).toBe(now);
  });
});

describe('catalogue', () => {
  const faults = catalogue({
    TEST_TOO_LONG: {
      disposition: 'reject',
      status: 422,
      zh: '超过{limit}',
      en: 'over {limit}',
      advice: { zh: '缩短', en: 'shorten' },
    },
  });

  it('fills both languages from the values and keeps the place', () => {
    const fault = faults.make('TEST_TOO_LONG', { values: { limit: 5 }, place: { path: 'A/B' } });
    expect(fault).toMatchObject({
      text: { zh: '超过5', en: 'over 5' },
      place: { path: 'A/B' },
      severity: 'error',
    });
  });
});

describe('canonicalJson', () => {
  it('is equal for equal values whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, 'x', null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,"x",null]}',
    );
  });
});
