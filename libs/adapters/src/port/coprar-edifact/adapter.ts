import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 装卸船清单: the COPRAR of lines and agents, D.95B to D.23A. */
export const coprarEdifact: Adapter = {
  id: 'port/coprar-edifact',
  system: 'port',
  label: { zh: '装卸船清单（COPRAR）', en: 'Container discharge and loading order (COPRAR)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'COPRAR' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  parts: { group: 'UNIT', control: '16' },
  inspect: (tree) =>
    inspectInterchange(tree, { message: 'COPRAR', unit: { group: 'UNIT', tag: 'EQD', control: '16' } }),
  acknowledge: contrl,
};
