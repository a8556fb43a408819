import { manifestAdapter } from '../../manifest/manifest-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 运抵报告: see README.md. */
export const manifestArrival = manifestAdapter({
  id: 'customs/manifest-arrival',
  label: { zh: '运抵报告', en: 'Arrival report' },
  mapping,
  codes,
  types: ['MT3101', 'MT3201', 'MT3301', 'MT3401'],
});
