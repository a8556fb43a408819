import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商支付凭证（CEB411）: see README.md. */
export const cebPayment = cebAdapter({
  id: 'customs/ceb-payment',
  label: { zh: '跨境电商支付凭证（CEB411）', en: 'Cross-border payment (CEB411)' },
  mapping,
  codes,
  record: 'Payment',
  head: 'PaymentHead',
  messages: [['411']],
  answered: true,
});
