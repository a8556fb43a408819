import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 危险货物申报: the IFTDGN of agents and forwarders, D.95B to D.23A, PROTECT among them. */
export const iftdgnEdifact: Adapter = {
  id: 'maritime/iftdgn-edifact',
  system: 'maritime',
  label: { zh: '危险货物申报（IFTDGN）', en: 'Dangerous goods notification (IFTDGN)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'IFTDGN' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'IFTDGN',
      unit: { group: 'CONSIGNMENT', tag: 'CNI', optional: true },
    }),
  acknowledge: contrl,
};
