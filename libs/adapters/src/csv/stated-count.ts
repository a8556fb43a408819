import type { Fault } from '#kernel';
import type { DocumentBody } from '../contract.js';
import { adapterFaults } from '../faults.js';

/** A list that has more or fewer items than the document says was cut off or doubled; nothing else of a table tells. */
export function statedCount({ body }: DocumentBody, stated: string, list: string): Fault[] {
  const { [stated]: text, [list]: items } = body;
  const counted = Array.isArray(items) ? items.length : 0;
  if (typeof text !== 'string' || Number(text) === counted) return [];
  return [
    adapterFaults.make('ADAPTER_COUNT_DIFFERS', {
      place: { pointer: `/${stated}` },
      values: { list, stated: text.slice(0, 20), counted },
    }),
  ];
}
