import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船舶抵港信息: the CALINF of lines and agents to ports and authorities, D.95B to D.23A. */
export const calinfEdifact: Adapter = {
  id: 'maritime/calinf-edifact',
  system: 'maritime',
  label: { zh: '船舶抵港信息（CALINF）', en: 'Vessel call information (CALINF)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'CALINF' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, { message: 'CALINF', unit: { group: 'TRANSPORT', tag: 'TDT' } }),
  acknowledge: contrl,
};
