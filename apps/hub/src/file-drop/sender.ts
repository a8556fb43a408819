import type { DropFolders } from '#exchange';
import type { SetupParticipant } from '#store';

/** A participant and its folders. */
export interface Sender {
  readonly participant: SetupParticipant;
  readonly folders: DropFolders;
}
