import { messageTypes } from '#canonical';
import type { BrokerSetup } from '#brokers';
import { open, seal } from '#evidence';
import { checkCondition } from '#routing';
import type { AdminParts } from '../admin/admin-desk.js';
import type { MappingParts } from '../admin/mappings/index.js';
import type { DoorNode } from './open-node.js';

/** What the administration needs of the node. */
export const adminParts = (node: DoorNode, mappings: MappingParts, brokers: BrokerSetup): AdminParts => ({
  administration: node.administration,
  seal: {
    seal: (plain, place) => seal(node.masterKey, plain, place),
    open: (sealed, place) => open(node.masterKey, sealed, place),
  },
  checkCondition,
  brokers: brokers.brokers,
  documentTypes: messageTypes,
  now: Date.now,
  changed: () => node.snapshot.refresh(),
  mappings,
});
