import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 运输工具动态报告: the CUSREP of carriers and agents, D.95B to D.23A. */
export const cusrepEdifact: Adapter = {
  id: 'customs/cusrep-edifact',
  system: 'customs',
  label: { zh: '运输工具动态报告（CUSREP）', en: 'Conveyance report to customs (CUSREP)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'CUSREP' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'CUSREP',
      unit: { group: 'TRANSPORT', tag: 'TDT', optional: true, anyOrder: true },
      always: ['BGM'],
    }),
  acknowledge: contrl,
};
