export { transit, type Transit } from './transit.js';
export { transferSlip, type TransferSlip } from './transfer-slip.js';
export { shipCall, type ShipCall } from './ship-call.js';
