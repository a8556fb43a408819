import { csmAdapter } from '../../csm/csm-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船舶进出港申请: see README.md. */
export const vesselEntryXml = csmAdapter({
  id: 'maritime/vessel-entry-xml',
  system: 'maritime',
  label: {
    zh: '船舶进出港申请（VoyageReport）',
    en: 'Application of a ship to enter or leave (VoyageReport)',
  },
  mapping,
  codes,
  record: 'VoyageReport',
  records: 'one',
  reference: 'reference',
  answered: true,
});
