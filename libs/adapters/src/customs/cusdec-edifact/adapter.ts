import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 报关单: the CUSDEC of traders and their agents, D.95B to D.23A. */
export const cusdecEdifact: Adapter = {
  id: 'customs/cusdec-edifact',
  system: 'customs',
  label: { zh: '报关单（CUSDEC）', en: 'Goods declaration to customs (CUSDEC)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'CUSDEC' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'CUSDEC',
      unit: { group: 'ITEM', tag: 'CST', control: '5', optional: true, anyOrder: true },
      always: ['BGM'],
    }),
  acknowledge: contrl,
};
