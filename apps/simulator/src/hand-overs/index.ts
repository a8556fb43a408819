export { transit, type Transit } from './transit.js';
export { transferSlip, type TransferSlip } from './transfer-slip.js';
export { shipCall, type ShipCall } from './ship-call.js';
export { HandOverBroken, Party } from './party.js';
export { billOfScene, handOvers, type HandOver, type HandOverScene, type HandOverStep } from './scenarios.js';
