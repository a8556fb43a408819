import type { Adapter } from '../../contract.js';
import { statedCount } from '../../csv/stated-count.js';
import { csvHeads } from '../../csv/csv-head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 旅游团组预报: the tour groups that agencies report before they enter or leave, one row for each member. */
export const tourGroupCsv: Adapter = {
  id: 'border/tour-group-csv',
  system: 'border',
  label: { zh: '旅游团组预报（CSV）', en: 'Tour groups before arrival (CSV)' },
  syntax: 'csv',
  mediaTypes: ['text/csv'],
  recognise: (head) =>
    csvHeads(head, [/团|Group N/i, /姓名|Name/i, /证件|护照|Passport|Document/i]) ? 0.9 : 0,
  mapping: shippedMapping(mapping),
  codes,
  check: (document) => statedCount(document, 'persons', 'members'),
};
