import { sasAdapter } from '../../sas/sas-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 保税核注清单（INV101）: see README.md. */
export const bondedListXml = sasAdapter(
  {
    id: 'customs/bonded-list-xml',
    label: { zh: '保税核注清单（INV101）', en: 'List of bonded trade (INV101)' },
    mapping,
    codes,
    types: ['INV101'],
    records: ['InvtMessage'],
    head: 'InvtHeadType',
  },
  'request',
);
