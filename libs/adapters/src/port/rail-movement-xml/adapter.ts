import type { Adapter } from '../../contract.js';
import { rootOf } from '../../head.js';
import { checkWagons } from '../../rail/check-wagons.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 铁路列车动态（XML）: see README.md. */
export const railMovementXml: Adapter = {
  id: 'port/rail-movement-xml',
  system: 'port',
  label: { zh: '铁路列车动态与磅单（XML）', en: 'Train movements and weighing lists (XML)' },
  syntax: 'xml',
  mediaTypes: ['application/xml', 'text/xml'],
  recognise: (head) => (rootOf(head)?.name === 'RailMovement' ? 0.9 : 0),
  mapping: shippedMapping(mapping),
  codes,
  check: checkWagons,
};
