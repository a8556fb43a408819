import { manifestAdapter } from '../../manifest/manifest-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 装载舱单: see README.md. */
export const manifestLoading = manifestAdapter({
  id: 'customs/manifest-loading',
  label: { zh: '装载舱单', en: 'Loading report' },
  mapping,
  codes,
  types: ['MT4101', 'MT4201', 'MT4301', 'MT4401'],
});
