import type { Adapter } from '../contract.js';
import { documentJson } from './document-json/adapter.js';

/** What anybody may send in the words of the shared schema. */
export const sharedAdapters: readonly Adapter[] = [documentJson];
