import { oborAdapter } from '../../obor/obor-adapter.js';
import { checkAmendment } from './amendment.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 电子转单: see README.md. */
export const transferSlipXml = oborAdapter({
  id: 'inspection/transfer-slip-xml',
  label: {
    zh: '电子转单（ITF_DCL_TRANS）',
    en: 'Electronic transfer between inspection offices (ITF_DCL_TRANS)',
  },
  mapping,
  codes,
  types: ['EDeclTrans'],
  record: 'ITF_DCL_TRANS',
  reference: 'transferNumber',
  answered: true,
  check: ({ body }) => checkAmendment(body),
});
