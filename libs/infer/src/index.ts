export { inferFaults } from './faults.js';
export {
  defaultThreshold,
  infer,
  type Inference,
  type InferOptions,
  type InferredField,
  type InferredPlace,
  type InferredType,
  type SeenCodes,
} from './infer.js';
export { inferLimits, type InferLimits } from './limits.js';
export type { IdentityCandidate } from './identity.js';
export type { Sample } from './open-samples.js';
export type { Reason } from './score.js';
