import { Foundation1763900000000 } from '../../../migrations/1763900000000-foundation.js';
import { MappingVersions1763910000000 } from '../../../migrations/1763910000000-mapping-versions.js';
import { Readings1763920000000 } from '../../../migrations/1763920000000-readings.js';
import { Notices1763930000000 } from '../../../migrations/1763930000000-notices.js';
import { Replays1763940000000 } from '../../../migrations/1763940000000-replays.js';
import { Subscriptions1763950000000 } from '../../../migrations/1763950000000-subscriptions.js';
import { Receipts1763960000000 } from '../../../migrations/1763960000000-receipts.js';
import { Federation1763970000000 } from '../../../migrations/1763970000000-federation.js';
import { DroppedFiles1763975000000 } from '../../../migrations/1763975000000-dropped-files.js';
import { Transfers1763980000000 } from '../../../migrations/1763980000000-transfers.js';
import { Completeness1763985000000 } from '../../../migrations/1763985000000-completeness.js';
import { Evidence1763990000000 } from '../../../migrations/1763990000000-evidence.js';
import { Ledger1763995000000 } from '../../../migrations/1763995000000-ledger.js';
import { Owed1763996000000 } from '../../../migrations/1763996000000-owed.js';

/** Every change of the tables, oldest first. One that was released is never edited. */
export const migrations = [
  Foundation1763900000000,
  MappingVersions1763910000000,
  Readings1763920000000,
  Notices1763930000000,
  Replays1763940000000,
  Subscriptions1763950000000,
  Receipts1763960000000,
  Federation1763970000000,
  DroppedFiles1763975000000,
  Transfers1763980000000,
  Completeness1763985000000,
  Evidence1763990000000,
  Ledger1763995000000,
  Owed1763996000000,
];
