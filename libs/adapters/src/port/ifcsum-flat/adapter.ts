import type { Adapter } from '../../contract.js';
import { flatTypeOf } from '../../flat/flat-head.js';
import { inspectFlat } from '../../flat/integrity.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 舱单: the manifest of a voyage as a flat file of the Ministry of Transport. */
export const ifcsumFlat: Adapter = {
  id: 'port/ifcsum-flat',
  system: 'port',
  label: { zh: '舱单（IFCSUM 平台文件）', en: 'Manifest (IFCSUM flat file)' },
  syntax: 'flat',
  mediaTypes: ['text/plain'],
  recognise: (head) => (flatTypeOf(head) === 'IFCSUM' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) => inspectFlat(tree, 'IFCSUM', '12'),
};
