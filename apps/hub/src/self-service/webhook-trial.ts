import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { WebhookDestinations, type ChannelOutcome } from '#exchange';
import { uuidv7, type Fault, type JsonObject } from '#kernel';
import type { SetupDestination } from '#store';
import type { RateLimit } from '../http/rate-limit.js';
import { selfServiceFaults } from './faults.js';

/** Sends one event to a webhook now, outside of its lane: to see whether it is understood. */
@Injectable()
export class WebhookTrial implements OnModuleDestroy {
  constructor(
    private readonly channel: WebhookDestinations,
    private readonly nodeCode: string,
    private readonly pace: RateLimit,
  ) {}

  /** Each trial is a request to an address of the participant's choice: few a minute, whatever else it may ask. */
  admit(participantId: string): Fault | undefined {
    if (this.pace.allows(participantId, performance.now())) return undefined;
    const values = { limit: Math.round(this.pace.perSecond * 60) };
    return selfServiceFaults.make('DESTINATION_TRIALS_LIMITED', { values });
  }

  onModuleDestroy(): void {
    this.channel.close();
  }

  /** An event like any other but for its type, which tells that it is none. */
  test(destination: SetupDestination, data: JsonObject): Promise<ChannelOutcome> {
    return this.send(destination, 'cn.tongguan.test', data);
  }

  /**
   * Whoever answers for the address must give back what only a reader of the event knows: nobody can have a node send
   * its documents to a stranger.
   *
   * @returns that it is not proven, and why; undefined when it is
   */
  async challenge(destination: SetupDestination): Promise<readonly [Fault, ...Fault[]] | undefined> {
    const challenge = randomBytes(24).toString('base64url');
    const outcome = await this.send(destination, 'cn.tongguan.verification', { challenge });
    const host = hostOf(destination.config.url);
    const values = { host };
    if (outcome.kind === 'delivered' && outcome.responseHead?.includes(challenge)) return undefined;
    const reason = outcome.error ?? selfServiceFaults.make('DESTINATION_UNECHOED', { values });
    const unverified = selfServiceFaults.make('DESTINATION_UNVERIFIED', { values });
    // What befell the trial is an answer to the request, and no failure of it.
    return [unverified, { ...reason, status: unverified.status }];
  }

  private send(destination: SetupDestination, type: string, data: JsonObject): Promise<ChannelOutcome> {
    const now = Date.now();
    const id = uuidv7(now);
    const body = JSON.stringify({
      specversion: '1.0',
      id,
      type,
      source: `/nodes/${this.nodeCode}`,
      time: new Date(now).toISOString(),
      datacontenttype: 'application/json',
      data,
    });
    const never = new AbortController().signal;
    return this.channel.send(destination, [{ id, body, time: now }], never);
  }
}

const hostOf = (url: string | undefined): string => (url && URL.canParse(url) ? new URL(url).host : '');
