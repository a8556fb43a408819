import { sasAdapter } from '../../sas/sas-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 两步申报核放单回执（SAS251、SAS253）: see README.md. */
export const passportTwoStepAnswerXml = sasAdapter(
  {
    id: 'customs/passport-two-step-answer-xml',
    label: {
      zh: '两步申报核放单回执（SAS251、SAS253）',
      en: 'Answers to gate passes of two-step declarations (SAS251, SAS253)',
    },
    mapping,
    codes,
    types: ['SAS251', 'SAS253'],
    records: ['SAS251', 'SAS253'],
    head: 'HdeApprResult',
  },
  'answer',
);
