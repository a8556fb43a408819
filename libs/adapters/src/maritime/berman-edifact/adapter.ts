import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 靠泊申请: the BERMAN of agents to ports and authorities, D.97A to D.23A. */
export const bermanEdifact: Adapter = {
  id: 'maritime/berman-edifact',
  system: 'maritime',
  label: { zh: '靠泊申请（BERMAN）', en: 'Berth management (BERMAN)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'BERMAN' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, { message: 'BERMAN', unit: { group: 'TRANSPORT', tag: 'TDT' } }),
  acknowledge: contrl,
};
