import { csmAdapter } from '../../csm/csm-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船舶进出港许可: see README.md. */
export const vesselPermitXml = csmAdapter({
  id: 'maritime/vessel-permit-xml',
  system: 'maritime',
  label: { zh: '船舶进出港许可（Permit）', en: 'Permit of a ship to enter or leave (Permit)' },
  mapping,
  codes,
  record: 'Permit',
  records: 'one',
  reference: 'applicationNumber',
  answered: false,
});
