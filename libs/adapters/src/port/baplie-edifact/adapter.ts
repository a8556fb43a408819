import type { Adapter } from '../../contract.js';
import { contrl } from '../../edifact/contrl.js';
import { inspectInterchange } from '../../edifact/integrity.js';
import { edifactTypeOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船舶积载图: the BAPLIE of lines, planners and terminals, D.95B SMDG 1.5 and 2.x to D.23A SMDG 3.x. */
export const baplieEdifact: Adapter = {
  id: 'port/baplie-edifact',
  system: 'port',
  label: { zh: '船舶积载图（BAPLIE）', en: 'Stowage plan (BAPLIE)' },
  syntax: 'edifact',
  mediaTypes: ['application/edifact', 'application/edi-edifact'],
  recognise: (head) => (edifactTypeOf(head) === 'BAPLIE' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  parts: { group: 'SLOT' },
  inspect: (tree) =>
    inspectInterchange(tree, {
      message: 'BAPLIE',
      unit: { group: 'SLOT', tag: 'LOC+147', optional: true },
      inside: { EQD: 'LOC+147' },
    }),
  acknowledge: contrl,
};
