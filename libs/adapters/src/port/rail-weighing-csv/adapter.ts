import type { Adapter } from '../../contract.js';
import { csvHeads } from '../../csv/csv-head.js';
import { checkWagons } from '../../rail/check-wagons.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 列车磅单（CSV）: weighing lists of trains as tables, one row for each wagon. */
export const railWeighingCsv: Adapter = {
  id: 'port/rail-weighing-csv',
  system: 'port',
  label: { zh: '列车磅单（CSV）', en: 'Weighing lists of trains (CSV)' },
  syntax: 'csv',
  mediaTypes: ['text/csv'],
  recognise: (head) =>
    csvHeads(head, [/车次|列次|Train/, /车号|车皮号|Wagon/, /毛重|皮重|自重|总重|Gross|Tare/]) ? 0.9 : 0,
  mapping: shippedMapping(mapping),
  codes,
  check: checkWagons,
};
