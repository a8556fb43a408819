import type { Provider } from '@nestjs/common';
import { nodeOfDestination, PeerChannel, TransferDesk, Witness } from '#federation';
import type { Logger } from 'pino';
import { knownOf, type ReceiptWriter, type Rulebook } from '#exchange';
import type { Config } from '../config.js';
import type { OpenNode } from '../node/open-node.js';
import { openReceiptWriter } from '../node/receipt-writer.js';
import type { LaneBell } from '../workers/lane-bell.js';

/** The way to other nodes. */
export function openPeerChannel(
  config: Config,
  node: OpenNode,
  receipts: ReceiptWriter,
  due: (destinationId: string) => void,
  log: Logger,
): PeerChannel {
  const { sql, snapshot, directory, keyring, now } = node;
  return new PeerChannel({
    sql,
    directory,
    self: config.nodeCode,
    key: () => keyring.current(),
    codeOf: (id) => snapshot.current().participants.get(id)?.code ?? id,
    nodeOf: ({ id }) => nodeOfDestination(snapshot.current(), id),
    inCustody: (tx, nodeCode, documentIds) =>
      receipts.inCustody(tx, knownOf(snapshot.current()), nodeCode, documentIds, now()),
    due,
    witness: openWitness(config, node, log),
    limits: config.transfer.limits,
    now,
  });
}

/** What takes documents of other nodes. */
export function transferDesk(
  config: Config,
  node: OpenNode,
  rulebook: Rulebook,
  bell: LaneBell,
  log: Logger,
): Provider {
  const { sql, directory, keyring, now } = node;
  const receipts = openReceiptWriter(config, node);
  const desk = new TransferDesk({
    sql,
    directory,
    rulebook,
    answered: (...about) => receipts.answered(...about),
    key: () => keyring.current(),
    witness: openWitness(config, node, log),
    limits: config.transfer.limits,
    now,
    settled: ({ destinationIds }) => {
      for (const id of destinationIds) bell.deliver(id);
    },
  });
  return { provide: TransferDesk, useValue: desk };
}

/** What peers and this node sign of each other's past. */
const openWitness = (config: Config, { sql, keyring, now }: OpenNode, log: Logger): Witness =>
  new Witness({
    sql,
    self: config.nodeCode,
    key: () => keyring.current(),
    now,
    onFault: (peer, error) =>
      log.error(
        { peer, reason: 'text' in error ? error.text.en : error.message },
        'a checkpoint is not vouched for',
      ),
  });
