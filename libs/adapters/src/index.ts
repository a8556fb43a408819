export * from './adapters.js';
export * from './contract.js';
export * from './faults.js';
export * from './limits.js';
export { failingExamples } from './trial/mapping-examples.js';
export { tryMessage, type MessageTrial } from './trial/try-message.js';
export { withMapping } from './with-mapping.js';
export { createNormaliser, type Normaliser } from './normaliser.js';
