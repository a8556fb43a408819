import type { Fault } from '#kernel';
import { adapterFaults } from './faults.js';

/** At most so many faults; the last then says how many more there are. */
export function bounded(faults: readonly Fault[], limit: number): readonly Fault[] {
  if (faults.length <= limit) return faults;
  const more = adapterFaults.make('ADAPTER_MORE', { values: { count: faults.length - limit + 1 } });
  const severity = faults[0]?.severity ?? 'warning';
  return [...faults.slice(0, limit - 1), { ...more, severity }];
}
