import { csmAdapter } from '../../csm/csm-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 出入境船舶网上预报预检: see README.md. */
export const shipPreReportXml = csmAdapter({
  id: 'border/ship-pre-report-xml',
  system: 'border',
  label: {
    zh: '出入境船舶网上预报预检（ShipPreReport）',
    en: 'Pre-report of ships to border inspection (ShipPreReport)',
  },
  mapping,
  codes,
  record: 'ShipPreReport',
  records: 'one',
  reference: 'reference',
  answered: true,
});
