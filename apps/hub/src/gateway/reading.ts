import type { ReadingLog } from '#exchange';
import type { NewReading } from '#store';
import type { Caller } from '../http/caller.js';
import { ProblemException } from '../http/problem.js';

export type Read = Pick<NewReading, 'what' | 'subjectId' | 'documentIds' | 'positions'>;

/**
 * Called before content is answered with: when it returns, the reading is on record.
 *
 * @throws ProblemException when it cannot be recorded: then nothing is shown
 */
export async function recordReading(log: ReadingLog, caller: Caller, read: Read): Promise<void> {
  const { participantId, keyId, role, address } = caller;
  const noted = await log.note({ participantId, keyId, role, address, ...read });
  if (!noted.ok) throw new ProblemException([noted.error]);
}
