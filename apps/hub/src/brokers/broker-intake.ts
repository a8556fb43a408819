import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { brokerFaults, type InboundMessage, type Taken } from '#brokers';
import { Exchange, type Submission } from '#exchange';
import { SetupSnapshot, type SetupParticipant } from '#store';

/** Longest id of a message that is a key as it is; a longer one is hashed. */
const KEY_MOST = 120;
const VISIBLE = /^[\x21-\x7e]+$/;
const CONTENT_TYPE_MOST = 200;

/** What brokers hand over comes through the same door as all else: stored as it is, once, for its participant. */
@Injectable()
export class BrokerIntake {
  constructor(
    private readonly exchange: Exchange,
    private readonly snapshot: SetupSnapshot,
  ) {}

  async take(message: InboundMessage): Promise<Taken> {
    const { subscription, id } = message;
    const participant = this.#participant(subscription.participant);
    if (participant?.state !== 'active') {
      const values = { subscription: subscription.name, participant: subscription.participant };
      return { stored: false, fault: brokerFaults.make('BROKER_PARTICIPANT', { values }) };
    }
    const submission = submissionOf(message, participant);
    const idempotencyKey = id === undefined ? undefined : `${subscription.name}:${keyOf(id)}`;
    const accepted = await this.exchange.accept({
      ...submission,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    if (accepted.ok) return { stored: true };
    if (accepted.error.code !== 'EXCHANGE_KEY_REUSED') return { stored: false, fault: accepted.error };
    // An id that came before with other content says nothing: then the content stands for itself.
    const again = await this.exchange.accept(submission);
    return again.ok ? { stored: true } : { stored: false, fault: again.error };
  }

  #participant(code: string): SetupParticipant | undefined {
    for (const one of this.snapshot.current().participants.values()) if (one.code === code) return one;
    return undefined;
  }
}

function submissionOf(
  { subscription, bytes, contentType = subscription.contentType }: InboundMessage,
  { id, code }: SetupParticipant,
): Submission {
  const { adapter } = subscription;
  return {
    participantId: id,
    participantCode: code,
    channel: 'broker',
    body: bytes,
    ...(contentType === undefined
      ? {}
      : { contentType: contentType.replace(/[^\x20-\x7e]/g, '?').slice(0, CONTENT_TYPE_MOST) }),
    ...(adapter === undefined ? {} : { adapterHint: adapter }),
  };
}

const keyOf = (id: string): string =>
  id.length <= KEY_MOST && VISIBLE.test(id) ? id : createHash('sha256').update(id).digest('base64url');
