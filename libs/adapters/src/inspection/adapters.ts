import type { Adapter } from '../contract.js';
import { applicationXml } from './application-xml/adapter.js';
import { resultXml } from './result-xml/adapter.js';
import { transferSlipXml } from './transfer-slip-xml/adapter.js';

/** What inspection and quarantine speaks. */
export const inspectionAdapters: readonly Adapter[] = [resultXml, transferSlipXml, applicationXml];
