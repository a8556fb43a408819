import { oborAdapter } from '../../obor/obor-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 检验检疫结果与证单: see README.md. */
export const resultXml = oborAdapter({
  id: 'inspection/result-xml',
  label: {
    zh: '检验检疫结果与证单（ITF_INSP_RESULT）',
    en: 'Results and certificates of inspection (ITF_INSP_RESULT)',
  },
  mapping,
  codes,
  types: ['EInspResult', 'EInspCert'],
  record: ['ITF_INSP_RESULT', 'ITF_INSP_CERT'],
  reference: 'applicationNumber',
  answered: false,
});
