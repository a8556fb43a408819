import type { Operation } from '../operation.js';
import { administrationOperations } from './administration.js';
import { evidenceOperations } from './evidence.js';
import { federationOperations } from './federation.js';
import { feedOperations } from './feeds.js';
import { mappingOperations } from './mappings.js';
import { messageOperations } from './messages.js';
import { receiptOperations } from './receipts.js';
import { replayOperations } from './replays.js';
import { selfServiceOperations } from './self-service.js';
import { statementOperations } from './statements.js';
import { nodeOperations } from './node.js';
import { transferOperations } from './transfers.js';

/** Everything the hub answers to. */
export const operations: readonly Operation[] = [
  ...messageOperations,
  ...receiptOperations,
  ...feedOperations,
  ...selfServiceOperations,
  ...replayOperations,
  ...statementOperations,
  ...administrationOperations,
  ...mappingOperations,
  ...evidenceOperations,
  ...federationOperations,
  ...transferOperations,
  ...nodeOperations,
];
