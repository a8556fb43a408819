import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商进口运单（CEB511）: see README.md. */
export const cebWaybill = cebAdapter({
  id: 'customs/ceb-waybill',
  label: { zh: '跨境电商进口运单（CEB511）', en: 'Cross-border waybill, import (CEB511)' },
  mapping,
  codes,
  record: 'Logistics',
  head: 'LogisticsHead',
  messages: [['511']],
  answered: true,
});
