import { sasAdapter } from '../../sas/sas-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 核注清单生成报关单回执（INV202）: see README.md. */
export const bondedEntryAnswerXml = sasAdapter(
  {
    id: 'customs/bonded-entry-answer-xml',
    label: {
      zh: '核注清单生成报关单回执（INV202）',
      en: 'Declarations made of lists of bonded trade (INV202)',
    },
    mapping,
    codes,
    types: ['INV202'],
    records: ['INV202'],
    head: 'InvApprResult',
  },
  'answer',
);
