import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商收款单（CEB403）: see README.md. */
export const cebCollection = cebAdapter({
  id: 'customs/ceb-collection',
  label: { zh: '跨境电商收款单（CEB403）', en: 'Cross-border collection of payment (CEB403)' },
  mapping,
  codes,
  record: 'Receipts',
  messages: [['403']],
  answered: true,
});
