export type { Behaviour, Instruction } from './behaviour.js';
export { startControl } from './control.js';
export type { CloudEvent } from './events.js';
export type { Counts } from './ledger.js';
export { startReceiver } from './receiver.js';
export type { Receiver, ReceiverOptions } from './receiver.js';
