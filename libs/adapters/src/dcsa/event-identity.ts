import { batchIdentity } from '../batch-identity.js';
import type { DocumentBody } from '../contract.js';

/** Events keep their number when they are corrected: the time of the correction belongs to the name. */
export const eventIdentity = (documents: readonly DocumentBody[]): string | undefined =>
  batchIdentity(
    documents.map(({ body: { eventId, reportedAt } }) =>
      typeof eventId === 'string'
        ? `${eventId}${typeof reportedAt === 'string' ? `|${reportedAt}` : ''}`
        : undefined,
    ),
  );
