import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 旅客名单与船员（机组）名单: the PAXLST of carriers by sea and air, D.95B to D.23A, and the form of interactive API. */
export const paxlstEdifact: Adapter = {
  id: 'border/paxlst-edifact',
  system: 'border',
  label: { zh: '旅客与船员（机组）名单（PAXLST）', en: 'Passenger and crew list (PAXLST)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'PAXLST' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'PAXLST',
      unit: { group: 'PERSON', tag: 'NAD', control: ['42', '41'], optional: true, anyOrder: true },
      always: ['BGM'],
    }),
  acknowledge: contrl,
};
