import { sasAdapter } from '../../sas/sas-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 保税核注清单回执（INV201）: see README.md. */
export const bondedListAnswerXml = sasAdapter(
  {
    id: 'customs/bonded-list-answer-xml',
    label: { zh: '保税核注清单回执（INV201）', en: 'Answers to lists of bonded trade (INV201)' },
    mapping,
    codes,
    types: ['INV201'],
    records: ['INV201'],
    head: 'BondInvtBsc',
  },
  'answer',
);
