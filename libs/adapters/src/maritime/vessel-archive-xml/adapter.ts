import { csmAdapter } from '../../csm/csm-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船舶备案: see README.md. */
export const vesselArchiveXml = csmAdapter({
  id: 'maritime/vessel-archive-xml',
  system: 'maritime',
  label: { zh: '船舶备案（CSM001）', en: 'Ship on record (CSM001)' },
  mapping,
  codes,
  record: 'Archive',
  records: 'one',
  reference: 'recordNumber',
  answered: true,
});
