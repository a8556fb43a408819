import type { Adapter } from '../../contract.js';
import { flatTypeOf } from '../../flat/flat-head.js';
import { inspectFlat } from '../../flat/integrity.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

const types = ['BERSCH', 'PORSCH'];

/** 靠泊计划: the berths and times that ports plan for vessels, as they tell the maritime authority. */
export const berthScheduleFlat: Adapter = {
  id: 'maritime/berth-schedule-flat',
  system: 'maritime',
  label: { zh: '靠泊与作业计划（BERSCH、PORSCH）', en: 'Berth and operation schedules (BERSCH, PORSCH)' },
  syntax: 'flat',
  mediaTypes: ['text/plain'],
  recognise: (head) => (types.includes(flatTypeOf(head)) ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) => types.flatMap((type) => inspectFlat(tree, type, '10')),
};
