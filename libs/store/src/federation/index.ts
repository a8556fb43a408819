export { Federation, type KeptEntry, type NewSharedItem } from './federation-desk.js';
export * from './membership.js';
export type { RemoteParticipant, Takeover } from './remote-participants.js';
export * from './shared-items.js';
