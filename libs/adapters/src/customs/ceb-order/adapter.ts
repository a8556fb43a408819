import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商订单（CEB311、CEB303）: see README.md. */
export const cebOrder = cebAdapter({
  id: 'customs/ceb-order',
  label: { zh: '跨境电商订单（CEB311、CEB303）', en: 'Cross-border order (CEB311, CEB303)' },
  mapping,
  codes,
  record: 'Order',
  head: 'OrderHead',
  messages: [['311'], ['303']],
  answered: true,
});
