import { sasAdapter } from '../../sas/sas-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 核放单（SAS121）: see README.md. */
export const passportXml = sasAdapter(
  {
    id: 'customs/passport-xml',
    label: { zh: '核放单（SAS121）', en: 'Gate pass of a supervised area (SAS121)' },
    mapping,
    codes,
    types: ['SAS121'],
    records: ['PassPortMessage'],
    head: 'PassportHead',
  },
  'request',
);
