import { oborAdapter } from '../../obor/obor-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 报检单（OBORMessage / ITF_DCL_IO_DECL）: see README.md. */
export const applicationXml = oborAdapter({
  id: 'inspection/application-xml',
  label: { zh: '报检单（ITF_DCL_IO_DECL）', en: 'Inspection application (ITF_DCL_IO_DECL)' },
  mapping,
  codes,
  types: ['EEntDeclIo'],
  record: 'ITF_DCL_IO_DECL',
  reference: 'enterpriseReference',
  answered: true,
});
