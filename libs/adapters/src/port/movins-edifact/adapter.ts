import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船舶积载指令: the MOVINS of lines and planners, D.95B SMDG 2.x to D.23A. */
export const movinsEdifact: Adapter = {
  id: 'port/movins-edifact',
  system: 'port',
  label: { zh: '积载指令（MOVINS）', en: 'Stowage instruction (MOVINS)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'MOVINS' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, { message: 'MOVINS', unit: { group: 'MOVE', tag: 'HAN', optional: true } }),
  acknowledge: contrl,
};
