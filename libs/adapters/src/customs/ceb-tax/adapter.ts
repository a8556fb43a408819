import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商电子税单（CEB816、CEB818）: see README.md. */
export const cebTax = cebAdapter({
  id: 'customs/ceb-tax',
  label: { zh: '跨境电商电子税单（CEB816、CEB818）', en: 'Cross-border tax bill (CEB816, CEB818)' },
  mapping,
  codes,
  record: 'Tax',
  head: 'TaxHeadRd',
  messages: [['816'], ['818', { TaxHeadRd: 'TaxHeadStatus' }]],
  answered: false,
});
