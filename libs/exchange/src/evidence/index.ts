export * from './audit-chain.js';
export * from './export-evidence.js';
export * from './prove.js';
export * from './sealer.js';
