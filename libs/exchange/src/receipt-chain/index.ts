export * from './promises.js';
export * from './receipt-chain.js';
export { answerReference } from './receipt-document.js';
export * from './receipt-writer.js';
export * from './promise-watch.js';
