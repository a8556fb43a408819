import type { Adapter } from './contract.js';
import { declarationXml } from './customs/declaration-xml/adapter.js';
import { coarriEdifact } from './port/coarri-edifact/adapter.js';

/** Every adapter of this build. The list is explicit: nothing is found by scanning. */
export const adapters: readonly Adapter[] = [declarationXml, coarriEdifact];
