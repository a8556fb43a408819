import { DirectoryAdministrationController } from './directory-administration.controller.js';
import { DirectoryController } from './directory.controller.js';
import { NodeAdministrationController } from './node-administration.controller.js';
import { PeerHistoryController } from './peer-history.controller.js';
import { NodesController } from './nodes.controller.js';

export { FederationOffice, openFederation } from './federation-office.js';
export { SharedItems } from './shared-items.js';

export const federationControllers = [
  DirectoryController,
  NodesController,
  NodeAdministrationController,
  PeerHistoryController,
  DirectoryAdministrationController,
];
