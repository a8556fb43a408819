import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 集装箱核实重量: the VERMAS of shippers, weighing stations and terminals, D.16A to D.23A. */
export const vermasEdifact: Adapter = {
  id: 'port/vermas-edifact',
  system: 'port',
  label: { zh: '集装箱核实重量（VERMAS）', en: 'Verified gross mass of containers (VERMAS)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'VERMAS' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  parts: { group: 'UNIT' },
  inspect: (tree) => inspectInterchange(tree, { message: 'VERMAS', unit: { group: 'UNIT', tag: 'EQD' } }),
  acknowledge: contrl,
};
