import type { Fault } from '#kernel';
import { checkExamples } from '#mapping';
import type { Adapter } from '../contract.js';
import { formsOf } from '../variants.js';

/** The examples that its mapping carries and that fail; the adapter must be one that can be used. */
export const failingExamples = (adapter: Adapter): Fault[] =>
  checkExamples(formsOf(adapter).main.compiled, adapter.mapping.examples ?? []);
