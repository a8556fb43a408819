import type { Lanes } from '#queue';
import type { NewInterchange } from '#store';

/** How the door tells whoever runs the lanes that there is work. Losing a ring loses nothing: the sweep finds it. */
export abstract class LaneBell {
  /** These were just committed. */
  abstract committed(batch: readonly NewInterchange[]): void;
  /** Interchanges of these senders are due again. */
  abstract normalise(participantIds: readonly string[]): void;
  /** Deliveries of this destination are due. */
  abstract deliver(destinationId: string): void;
  /** A replay is to begin, or to go on. */
  abstract replay(replayId: string): void;
}

/** The lanes are run by other processes: arm them in the queue. */
export class QueueBell extends LaneBell {
  constructor(private readonly lanes: Lanes) {
    super();
  }

  override committed(batch: readonly NewInterchange[]): void {
    for (const id of sendersOf(batch)) this.lanes.nudge('normalise', id);
  }

  override normalise(participantIds: readonly string[]): void {
    for (const id of participantIds) this.lanes.nudge('normalise', id);
  }

  override deliver(destinationId: string): void {
    this.lanes.nudge('deliver', destinationId);
  }

  override replay(replayId: string): void {
    this.lanes.nudge('replay', replayId);
  }
}

export const sendersOf = (batch: readonly NewInterchange[]): ReadonlySet<string> =>
  new Set(batch.map((one) => one.participantId));
