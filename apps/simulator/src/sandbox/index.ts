export { answerRules } from './answer-rules.js';
export { addresseePath, type Request } from './answers.js';
export { startSandboxControl, type SandboxControl } from './control.js';
export { orderLimits, ordersIn, ordersOf, unreadable, type Orders } from './orders.js';
export { plan, type Plan, type Planned } from './plan.js';
export { Sandbox, sandboxLimits, type SandboxCounts, type SandboxOptions } from './sandbox.js';
export { sandboxSetup, type Tester } from './setup.js';
