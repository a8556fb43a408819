import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商回执: see README.md. */
export const cebReceipt = cebAdapter({
  id: 'customs/ceb-receipt',
  label: { zh: '跨境电商回执', en: 'Cross-border receipts' },
  mapping,
  codes,
  record: 'OrderReturn',
  messages: [
    ['312'],
    ['304'],
    ['412', { OrderReturn: 'PaymentReturn' }],
    ['404', { OrderReturn: 'ReceiptsReturn' }],
    ['512', { OrderReturn: 'LogisticsReturn' }],
    ['506', { OrderReturn: 'LogisticsReturn' }],
    ['514', { OrderReturn: 'LogisticsStatusReturn' }],
    ['508', { OrderReturn: 'ArrivalReturn' }],
    ['510', { OrderReturn: 'DepartureReturn' }],
    ['608', { OrderReturn: 'WayBillReturn' }],
    ['712', { OrderReturn: 'DeliveryReturn' }],
    ['622', { OrderReturn: 'InventoryReturn' }],
    ['604', { OrderReturn: 'InventoryReturn' }],
    ['624', { OrderReturn: 'InvtCancelReturn' }],
    ['606', { OrderReturn: 'InvtCancelReturn' }],
    ['626', { OrderReturn: 'InvtRefundReturn' }],
    ['214', { OrderReturn: 'RefundReturn' }],
    ['216', { OrderReturn: 'InvtRefundDetailReturn' }],
    ['702', { OrderReturn: 'SummaryReturn' }],
    ['900', { OrderReturn: 'MessageReturn' }],
  ],
  answered: false,
});
