export { isCustody } from './custody.js';
export { transferFaults } from './faults.js';
export { nodeOfDestination } from './journey.js';
export * from './limits.js';
export { PeerChannel, type PeerWork } from './peer-channel.js';
export { transferPath } from './peer-request.js';
export * from './receiving.js';
export { answerHeader, batchType } from './wire.js';
