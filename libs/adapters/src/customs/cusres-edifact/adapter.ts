import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { answersTravellers } from '../../edifact/traveller-answer.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 海关应答: the CUSRES with which customs answers declarations and reports about goods, D.95B to D.23A. */
export const cusresEdifact: Adapter = {
  id: 'customs/cusres-edifact',
  system: 'customs',
  label: { zh: '海关应答（CUSRES）', en: 'Customs response (CUSRES)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'CUSRES' && !answersTravellers(head) ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'CUSRES',
      unit: { group: 'DOCUMENT', tag: 'DOC', control: '5', optional: true, anyOrder: true },
      always: ['BGM'],
    }),
  acknowledge: contrl,
};
