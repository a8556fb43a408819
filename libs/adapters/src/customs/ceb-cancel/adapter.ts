import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商撤销申请单、退货理货明细单（CEB623、CEB605、CEB215）: see README.md. */
export const cebCancel = cebAdapter({
  id: 'customs/ceb-cancel',
  label: {
    zh: '跨境电商撤销申请单、退货理货明细单（CEB623、CEB605、CEB215）',
    en: 'Cross-border withdrawal, and tally of returned goods (CEB623, CEB605, CEB215)',
  },
  mapping,
  codes,
  record: 'InvtCancel',
  messages: [['623'], ['605'], ['215', { InvtCancel: 'InvtRefundDetail' }]],
  answered: true,
});
