import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 货物舱单: the CUSCAR of carriers and agents, D.95B to D.23A. */
export const cuscarEdifact: Adapter = {
  id: 'customs/cuscar-edifact',
  system: 'customs',
  label: { zh: '货物舱单（CUSCAR）', en: 'Cargo report to customs (CUSCAR)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'CUSCAR' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'CUSCAR',
      unit: { group: 'CONSIGNMENT', tag: 'CNI', control: '10', optional: true, anyOrder: true },
      always: ['BGM'],
      inside: { GID: 'CNI', SGP: 'CNI' },
    }),
  acknowledge: contrl,
};
