import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商运抵单、离境单、总分单、入库明细单（CEB507、CEB509、CEB607、CEB711）: see README.md. */
export const cebCargo = cebAdapter({
  id: 'customs/ceb-cargo',
  label: {
    zh: '跨境电商运抵单、离境单、总分单、入库明细单（CEB507、CEB509、CEB607、CEB711）',
    en: 'Cross-border arrival, departure, master list and warehousing list (CEB507, CEB509, CEB607, CEB711)',
  },
  mapping,
  codes,
  record: 'Arrival',
  head: 'ArrivalHead',
  messages: [
    ['507'],
    ['509', { Arrival: 'Departure', ArrivalHead: 'DepartureHead', ArrivalList: 'DepartureList' }],
    ['607', { Arrival: 'WayBill', ArrivalHead: 'WayBillHead', ArrivalList: 'WayBillList' }],
    ['711', { Arrival: 'Delivery', ArrivalHead: 'DeliveryHead', ArrivalList: 'DeliveryList' }],
  ],
  answered: true,
});
