import { sasAdapter } from '../../sas/sas-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 核放单回执（SAS221、SAS223、SAS224）: see README.md. */
export const passportAnswerXml = sasAdapter(
  {
    id: 'customs/passport-answer-xml',
    label: {
      zh: '核放单回执（SAS221、SAS223、SAS224）',
      en: 'Answers to gate passes (SAS221, SAS223, SAS224)',
    },
    mapping,
    codes,
    types: ['SAS221', 'SAS223', 'SAS224'],
    records: ['SAS221', 'SAS223', 'SAS224'],
    head: 'HdeApprResult',
  },
  'answer',
);
