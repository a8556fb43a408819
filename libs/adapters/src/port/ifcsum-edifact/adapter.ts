import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 舱单与集拼汇总: the IFCSUM of lines, agents and forwarders, D.95B to D.23A. */
export const ifcsumEdifact: Adapter = {
  id: 'port/ifcsum-edifact',
  system: 'port',
  label: { zh: '舱单（IFCSUM）', en: 'Cargo manifest and consolidation summary (IFCSUM)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'IFCSUM' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'IFCSUM',
      unit: { group: 'CONSIGNMENT', tag: 'CNI', optional: true },
    }),
  acknowledge: contrl,
};
