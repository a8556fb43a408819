export { serialize } from '@marcbachmann/cel-js';
export { compileCel, reasonOf, type CelProgram, type CelSetting } from './compile.js';
export { inChinese } from './in-chinese.js';
export { celLimits, type CelLimits } from './limits.js';
export { patternProblem } from './pattern.js';
export { type CelProblem } from './problem.js';
export * from './syntax-tree.js';
