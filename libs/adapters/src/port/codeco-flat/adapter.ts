import type { Adapter } from '../../contract.js';
import { flatTypeOf } from '../../flat/flat-head.js';
import { inspectFlat } from '../../flat/integrity.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 集装箱进出门报告: the CODECO of terminals as a flat file of the Ministry of Transport. */
export const codecoFlat: Adapter = {
  id: 'port/codeco-flat',
  system: 'port',
  label: { zh: '集装箱进出门报告（CODECO 平台文件）', en: 'Gate-in and gate-out report (CODECO flat file)' },
  syntax: 'flat',
  mediaTypes: ['text/plain'],
  recognise: (head) => (flatTypeOf(head) === 'CODECO' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) => inspectFlat(tree, 'CODECO', '50'),
};
