import type { Adapter } from '../../contract.js';
import { flatTypeOf } from '../../flat/flat-head.js';
import { inspectFlat } from '../../flat/integrity.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 集装箱交接单: the containers that a ship and a port hand over, with the condition of the cargo. */
export const ctnjjdFlat: Adapter = {
  id: 'port/ctnjjd-flat',
  system: 'port',
  label: { zh: '集装箱交接单（CTNJJD 平台文件）', en: 'Container handover list (CTNJJD flat file)' },
  syntax: 'flat',
  mediaTypes: ['text/plain'],
  recognise: (head) => (flatTypeOf(head) === 'CTNJJD' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) => inspectFlat(tree, 'CTNJJD', '50'),
};
