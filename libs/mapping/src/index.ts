export * from './definition.js';
export { mappingFaults } from './faults.js';
export { compileMapping, type CompiledMapping } from './compile-mapping.js';
export { checkDefinition } from './check-definition.js';
export { checkExamples } from './examples.js';
export { compilePattern, readPattern } from './formats/pattern.js';
export type { MappedField } from './fields.js';
export { maxDocuments } from './read.js';
export {
  maxFaults,
  type DocumentScope,
  type LineageEntry,
  type LineagePlace,
  type ReadDocument,
  type ReadOptions,
  type Reading,
} from './reading.js';
export { Trace, type Origin } from './trace.js';
export type { WrittenDocument } from './write.js';
export type { WriteParams } from './writing.js';
export * from './diff/index.js';
