import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船舶废弃物申报: the WASDIS of ships and agents, D.00A to D.23A. */
export const wasdisEdifact: Adapter = {
  id: 'maritime/wasdis-edifact',
  system: 'maritime',
  label: { zh: '船舶废弃物申报（WASDIS）', en: 'Waste disposal information (WASDIS)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'WASDIS' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, { message: 'WASDIS', unit: { group: 'TRANSPORT', tag: 'TDT' } }),
  acknowledge: contrl,
};
