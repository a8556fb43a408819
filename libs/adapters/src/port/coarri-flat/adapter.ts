import type { Adapter } from '../../contract.js';
import { flatTypeOf } from '../../flat/flat-head.js';
import { inspectFlat } from '../../flat/integrity.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 集装箱装卸报告: the COARRI of terminals as a flat file of the Ministry of Transport. */
export const coarriFlat: Adapter = {
  id: 'port/coarri-flat',
  system: 'port',
  label: { zh: '集装箱装卸报告（COARRI 平台文件）', en: 'Discharge and loading report (COARRI flat file)' },
  syntax: 'flat',
  mediaTypes: ['text/plain'],
  recognise: (head) => (flatTypeOf(head) === 'COARRI' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) => inspectFlat(tree, 'COARRI', '50'),
};
