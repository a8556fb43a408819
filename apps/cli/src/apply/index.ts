export { applySetup, type Applied, type ApplyOptions } from './apply-setup.js';
export { diffSetup, type Plan, type Step } from './diff-setup.js';
export { applyFaults } from './faults.js';
export { parseSetup, type SetupFile } from './setup-file.js';
