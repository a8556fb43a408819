import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商出口运单、运单状态（CEB505、CEB513）: see README.md. */
export const cebLogistics = cebAdapter({
  id: 'customs/ceb-logistics',
  label: {
    zh: '跨境电商出口运单、运单状态（CEB505、CEB513）',
    en: 'Cross-border waybill, export, and waybill status (CEB505, CEB513)',
  },
  mapping,
  codes,
  record: 'Logistics',
  messages: [['505'], ['513', { Logistics: 'LogisticsStatus' }]],
  answered: true,
});
