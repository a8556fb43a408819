import type { Provider } from '@nestjs/common';
import type { Logger } from 'pino';
import { Comparisons, InquiryDesk } from '#federation';
import type { Config } from '../config.js';
import type { OpenNode } from '../node/open-node.js';
import type { LaneBell } from '../workers/lane-bell.js';

/** By what this node and others find that they hold the same. */
export function completenessParts(config: Config, node: OpenNode, bell: LaneBell, log: Logger): Provider[] {
  const { sql, directory, keyring, snapshot, now } = node;
  const common = {
    sql,
    directory,
    key: () => keyring.current(),
    tolerance: config.transfer.limits.tolerance,
    now,
  };
  const comparisons = new Comparisons({
    ...common,
    timeoutMs: config.transfer.limits.timeoutMs,
    destinationOf: (code) => {
      const { participants, destinations } = snapshot.current();
      const holder = [...participants.values()].find((one) => one.kind === 'node' && one.code === code);
      return [...destinations.values()].find(
        ({ kind, participantId }) => kind === 'peer' && participantId === holder?.id,
      )?.id;
    },
    due: (destinationId) => bell.deliver(destinationId),
    everyMs: config.transfer.compareEveryMs,
    failed: (peer, day, error) =>
      log.warn({ peer, day, reason: String(error) }, 'a day could not be compared with a peer'),
  });
  return [
    { provide: InquiryDesk, useValue: new InquiryDesk(common) },
    { provide: Comparisons, useValue: comparisons },
  ];
}
