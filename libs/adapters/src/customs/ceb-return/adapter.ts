import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商退货申请单（CEB625、CEB213）: see README.md. */
export const cebReturn = cebAdapter({
  id: 'customs/ceb-return',
  label: { zh: '跨境电商退货申请单（CEB625、CEB213）', en: 'Cross-border return of goods (CEB625, CEB213)' },
  mapping,
  codes,
  record: 'InvtRefund',
  head: 'InvtRefundHead',
  messages: [['625'], ['213']],
  answered: true,
});
