import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 集装箱装卸报告: the COARRI of container terminals, D.95B to D.23A. */
export const coarriEdifact: Adapter = {
  id: 'port/coarri-edifact',
  system: 'port',
  label: { zh: '集装箱装卸报告（COARRI）', en: 'Container discharge and loading report (COARRI)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'COARRI' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  parts: { group: 'SG3', control: '16' },
  inspect: (tree) =>
    inspectInterchange(tree, { message: 'COARRI', unit: { group: 'SG3', tag: 'EQD', control: '16' } }),
  acknowledge: contrl,
};
