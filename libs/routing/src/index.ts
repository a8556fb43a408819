export * from './agreement.js';
export { checkCondition } from './condition.js';
export { covers } from './covers.js';
export {
  explainRecorded,
  type ExplainedReason,
  type Explanation,
  type Operand,
  type Term,
} from './explain.js';
export * from './faults.js';
export * from './limits.js';
export { maskedText, masking, type Masking } from './masking.js';
export * from './projection.js';
export { reason, reasonTexts, type Reason, type ReasonCode } from './reasons.js';
export { compileRoutes, type RouteTable } from './route-table.js';
export * from './route.js';
export type { Sender, Subject, SubjectEnvelope } from './subject.js';
export { maskingOf, visibleUnder } from './visible.js';
