import { dayOf, rangeOfDay } from './day.js';

it('counts days as the province does', () => {
  const range = rangeOfDay('2026-04-06');
  expect(range).toEqual({ from: Date.UTC(2026, 3, 5, 16), to: Date.UTC(2026, 3, 6, 16) });
  expect([dayOf(range?.from ?? 0), dayOf((range?.to ?? 0) - 1), dayOf(range?.to ?? 0)]).toEqual([
    '2026-04-06',
    '2026-04-06',
    '2026-04-07',
  ]);
});

it.each(['2026-02-30', '2026-4-6', '2026-04-06T00:00', '', 'today'])('takes %p for no day', (text) =>
  expect(rangeOfDay(text)).toBeUndefined(),
);
