import type { Fault, Json } from '#kernel';
import type { DocumentBody } from '../contract.js';
import { adapterFaults } from '../faults.js';
import { valuesAlike } from '../xml/values-alike.js';

/** A list that names a wagon twice, or another number of wagons than it has, was cut or put together wrongly. */
export function checkWagons({ body }: DocumentBody): Fault[] {
  const wagons: readonly Json[] = Array.isArray(body.wagons) ? body.wagons : [];
  const faults: Fault[] = [];
  const stated = member(body.totals, 'wagons');
  if (typeof stated === 'number' && stated !== wagons.length) {
    const values = { list: 'wagons', stated, counted: wagons.length };
    faults.push(
      adapterFaults.make('ADAPTER_COUNT_DIFFERS', { place: { pointer: '/totals/wagons' }, values }),
    );
  }
  const seen = new Set<string>();
  wagons.forEach((wagon, i) => {
    const number = member(wagon, 'number');
    if (typeof number !== 'string') return;
    if (seen.has(number)) {
      const place = { pointer: `/wagons/${i}/number` };
      const values = { part: number.slice(0, 40), count: 2 };
      faults.push(adapterFaults.make('ADAPTER_PART_DOUBLED', { place, values }));
    }
    seen.add(number);
  });
  return [...faults, ...valuesAlike(body)];
}

function member(value: Json | undefined, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Reflect.get(value, name)
    : undefined;
}
