import type { Adapter } from '../contract.js';
import { applicationXml } from './application-xml/adapter.js';

/** What inspection and quarantine speaks. */
export const inspectionAdapters: readonly Adapter[] = [applicationXml];
