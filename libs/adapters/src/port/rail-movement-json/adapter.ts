import type { Adapter } from '../../contract.js';
import { jsonHead } from '../../json-head.js';
import { checkWagons } from '../../rail/check-wagons.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 铁路列车动态（JSON）: see README.md. */
export const railMovementJson: Adapter = {
  id: 'port/rail-movement-json',
  system: 'port',
  label: { zh: '铁路列车动态与磅单（JSON）', en: 'Train movements and weighing lists (JSON)' },
  syntax: 'json',
  mediaTypes: ['application/json'],
  recognise(head) {
    const paths = jsonHead(head);
    const isTrain =
      paths?.has('train/number') === true || (paths?.has('train') === true && paths.has('station'));
    return isTrain || paths?.has('wagons/number') === true ? 0.85 : 0;
  },
  mapping: shippedMapping(mapping),
  codes,
  check: checkWagons,
};
