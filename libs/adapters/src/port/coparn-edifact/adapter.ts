import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 放箱、收箱指令与预报: the COPARN of lines and agents, D.95B to D.23A. */
export const coparnEdifact: Adapter = {
  id: 'port/coparn-edifact',
  system: 'port',
  label: {
    zh: '放箱与收箱指令（COPARN）',
    en: 'Container release, acceptance and announcement order (COPARN)',
  },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'COPARN' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'COPARN',
      unit: { group: 'UNIT', tag: 'EQD', control: '16' },
      inside: { EQN: 'EQD' },
    }),
  acknowledge: contrl,
};
