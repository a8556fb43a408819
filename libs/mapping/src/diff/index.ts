export * from './change.js';
export { diffMappings, type MappingSource } from './diff-mappings.js';
