import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 集装箱进出闸口报告: the CODECO of terminals and depots, D.95B to D.23A. */
export const codecoEdifact: Adapter = {
  id: 'port/codeco-edifact',
  system: 'port',
  label: { zh: '集装箱进出闸口报告（CODECO）', en: 'Container gate-in and gate-out report (CODECO)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'CODECO' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  parts: { group: 'UNIT', control: '16' },
  inspect: (tree) =>
    inspectInterchange(tree, { message: 'CODECO', unit: { group: 'UNIT', tag: 'EQD', control: '16' } }),
  acknowledge: contrl,
};
