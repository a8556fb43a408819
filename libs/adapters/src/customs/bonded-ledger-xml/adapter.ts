import { sasAdapter } from '../../sas/sas-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 保税核注清单记账回执（INV211）: see README.md. */
export const bondedLedgerXml = sasAdapter(
  {
    id: 'customs/bonded-ledger-xml',
    label: { zh: '保税核注清单记账回执（INV211）', en: 'Lists of bonded trade in the account (INV211)' },
    mapping,
    codes,
    types: ['INV211'],
    records: ['INV211'],
    head: 'BondInvtBsc',
  },
  'answer',
);
