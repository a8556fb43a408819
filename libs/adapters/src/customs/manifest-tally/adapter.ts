import { manifestAdapter } from '../../manifest/manifest-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 理货报告: see README.md. */
export const manifestTally = manifestAdapter({
  id: 'customs/manifest-tally',
  label: { zh: '理货报告', en: 'Tally report' },
  mapping,
  codes,
  types: ['MT5101', 'MT5201', 'MT5301', 'MT5401'],
});
