import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商清单（CEB621、CEB603）: see README.md. */
export const cebList = cebAdapter({
  id: 'customs/ceb-list',
  label: { zh: '跨境电商清单（CEB621、CEB603）', en: 'Cross-border goods list (CEB621, CEB603)' },
  mapping,
  codes,
  record: 'Inventory',
  head: 'InventoryHead',
  messages: [['621'], ['603']],
  answered: true,
});
