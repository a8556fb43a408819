import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../http/caller.js';
import { gatewayFaults } from '../http/faults.js';
import { ProblemException } from '../http/problem.js';
import { FeedReader, type FeedPart } from './feed-reader.js';

export const streamLimits = {
  /** Streams at once, of one participant and of all, in one process. */
  ofParticipant: 20,
  inAll: 1_000,
  /** Events read at once. */
  page: 100,
  /** A comment is sent when there was nothing for so long, in milliseconds. */
  heartbeatMs: 10_000,
  /** A reader that takes nothing for so long is let go, in milliseconds. */
  stuckMs: 30_000,
  /** A reader that is this many events behind is told, but no more often than that. */
  lag: 1_000,
  lagEveryMs: 10_000,
};

/** Feeds as server-sent events (WHATWG HTML, section 9.2). */
@Injectable()
export class FeedStreams implements OnModuleDestroy {
  private readonly open = new Map<ServerResponse, string>();
  private closing = false;

  constructor(private readonly feeds: FeedReader) {}

  /** Streams do not end by themselves: they are ended, so that the server can close. */
  onModuleDestroy(): void {
    this.closing = true;
    for (const response of this.open.keys()) response.end();
  }

  /** Resolves when the stream has ended. */
  async run(
    request: FastifyRequest,
    reply: FastifyReply,
    caller: Caller,
    id: string,
    after: number,
  ): Promise<void> {
    this.admit(caller);
    reply.hijack();
    const response = reply.raw;
    this.open.set(response, caller.participantId);
    try {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies that buffer answers would hold events back.
        'x-accel-buffering': 'no',
        'x-request-id': request.id,
        // Kept for a next request it would keep the server from closing.
        connection: 'close',
      });
      response.write('retry: 2000\n\n');
      await this.send(request, response, id, after);
    } finally {
      this.open.delete(response);
      response.end();
    }
  }

  private admit({ participantId }: Caller): void {
    const own = [...this.open.values()].filter((one) => one === participantId).length;
    if (own < streamLimits.ofParticipant && this.open.size < streamLimits.inAll) return;
    const values = { limit: streamLimits.ofParticipant };
    throw new ProblemException([gatewayFaults.make('GATEWAY_STREAMS_TOO_MANY', { values })]);
  }

  private async send(
    request: FastifyRequest,
    response: ServerResponse,
    id: string,
    after: number,
  ): Promise<void> {
    let position = after;
    let toldLag = 0;
    const alive = (): boolean => !this.closing && !response.destroyed && !response.writableEnded;
    while (alive()) {
      const part = await this.next(request, id, position);
      if (!part || !alive()) return;
      const text =
        part.events.length === 0
          ? ': \n\n'
          : part.events.map(
              (event) => `id: ${this.feeds.cursor(id, event.position)}\ndata: ${event.text}\n\n`,
            );
      if (!(await written(response, typeof text === 'string' ? text : text.join('')))) return;
      position = part.position;
      if (part.events.length < streamLimits.page || Date.now() - toldLag < streamLimits.lagEveryMs) continue;
      const behind = await this.feeds.behind(id, position);
      if (behind < streamLimits.lag) continue;
      toldLag = Date.now();
      response.write(`event: lag\ndata: {"behind":${behind}}\n\n`);
    }
  }

  /** Who asks is looked at again after each wait: a key that was revoked meanwhile gets nothing and ends its stream. */
  private async next(request: FastifyRequest, id: string, after: number): Promise<FeedPart | undefined> {
    try {
      const caller = await this.feeds.allowed(request, id);
      const part = await this.feeds.read(caller, id, after, streamLimits.page, streamLimits.heartbeatMs);
      await this.feeds.allowed(request, id);
      return part;
    } catch (error) {
      // What a stream waits for is not read any more once the hub closes.
      if (this.closing || error instanceof ProblemException) return undefined;
      throw error;
    }
  }
}

/** False when the reader is gone, or takes nothing any more. */
async function written(response: ServerResponse, text: string): Promise<boolean> {
  if (response.write(text)) return true;
  try {
    await once(response, 'drain', { signal: AbortSignal.timeout(streamLimits.stuckMs) });
    return true;
  } catch {
    response.destroy();
    return false;
  }
}
