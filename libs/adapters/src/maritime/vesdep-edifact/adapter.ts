import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船舶离港报告: the VESDEP of ports and agents, D.95B to D.23A. */
export const vesdepEdifact: Adapter = {
  id: 'maritime/vesdep-edifact',
  system: 'maritime',
  label: { zh: '船舶离港报告（VESDEP）', en: 'Vessel departure report (VESDEP)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'VESDEP' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, { message: 'VESDEP', unit: { group: 'TRANSPORT', tag: 'TDT' } }),
  acknowledge: contrl,
};
