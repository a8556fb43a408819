import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { answersTravellers } from '../../edifact/traveller-answer.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 旅客名单应答: the CUSRES with which border inspection answers a PAXLST, person by person. */
export const cusresPaxlstEdifact: Adapter = {
  id: 'border/cusres-paxlst-edifact',
  system: 'border',
  label: { zh: '旅客名单应答（CUSRES）', en: 'Answer to a passenger list (CUSRES)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (answersTravellers(head) ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'CUSRES',
      unit: { group: 'FINDING', tag: 'ERP', optional: true, anyOrder: true },
      always: ['BGM'],
      inside: { ERC: 'ERP', 'RFF+AVF': 'ERP' },
    }),
  acknowledge: contrl,
};
