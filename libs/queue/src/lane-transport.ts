import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { BaseRpcContext, EventPattern, Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { lastValueFrom, throwError, type Observable } from 'rxjs';
import type { Lane, LaneOutcome } from './lane.js';
import type { Lanes } from './lanes.js';

/** What a handler gets beside the lane's id, by `@Ctx()`. */
export class LaneContext extends BaseRpcContext<[Lane, AbortSignal]> {
  get lane(): Lane {
    return this.args[0];
  }

  /** Aborted when the process is closing and its patience is over, or the run took too long. */
  get signal(): AbortSignal {
    return this.args[1];
  }
}

export interface LaneTransportOptions {
  /** Lanes of each kind that run at once in this process; the default of the lanes for kinds not named. */
  readonly concurrency?: Readonly<Record<string, number>>;
}

/** Marks the controller method that runs the lanes of a kind. */
export const OnLane = (kind: string): MethodDecorator => EventPattern<string>(kind);

/**
 * Hands what a handler throws to the lanes as it is. Without it Nest logs the error itself and the lanes are told
 * "Internal server error".
 *
 * @example app.useGlobalFilters(new LaneFailureFilter());
 */
@Catch()
export class LaneFailureFilter implements RpcExceptionFilter {
  catch(failure: unknown): Observable<never> {
    return throwError(() => failure);
  }
}

/**
 * Lanes as a transport of a Nest microservice, so that workers are controllers with guards, pipes, interceptors and
 * filters. The payload is the lane's id, and what the handler returns is the lane's outcome; nothing means that there
 * is no more to do. What it throws makes the lane run again after a back-off.
 *
 * @example
 * ```ts
 * @OnLane('normalise')
 * normalise(@Payload() participantId: string, @Ctx() context: LaneContext): Promise<LaneOutcome> { … }
 *
 * const strategy = new LaneTransport(lanes, { concurrency: { normalise: 4 } });
 * app.connectMicroservice({ strategy }).useGlobalFilters(new LaneFailureFilter());
 * await app.startAllMicroservices();
 * ```
 */
export class LaneTransport extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('lanes');
  /** The lanes report what a handler throws, so Nest need not. */
  override readonly propagatesEventHandlerErrors = true;

  constructor(
    private readonly lanes: Lanes,
    private readonly options: LaneTransportOptions = {},
  ) {
    super();
  }

  /** Called by Nest when all handlers are known. */
  listen(callback: (error?: unknown) => void): void {
    try {
      for (const kind of this.messageHandlers.keys()) this.#handle(kind);
    } catch (error) {
      callback(error);
      return;
    }
    this.lanes.start().then(() => {
      callback();
    }, callback);
  }

  /** Called by Nest on shutdown. */
  async close(): Promise<void> {
    await this.lanes.close();
  }

  /** Lanes have no events of their own. Nest asks for the method. */
  on(event: string): never {
    throw new Error(`lanes have no event ${event}`);
  }

  unwrap<T = Lanes>(): T {
    // The type is the caller's to name: this is Nest's signature.
    return this.lanes as T;
  }

  #handle(kind: string): void {
    const handler = this.messageHandlers.get(kind);
    if (!handler) return;
    if (handler.next) throw new Error(`lanes of kind ${kind} have more than one handler`);
    const concurrency = this.options.concurrency?.[kind];
    this.lanes.handle(
      kind,
      async (lane, signal) => {
        const answer: unknown = await handler(lane.id, new LaneContext([lane, signal]));
        const answers = this.transformToObservable(answer);
        return outcomeOf(await lastValueFrom(answers, { defaultValue: undefined }).catch(rethrown));
      },
      concurrency === undefined ? {} : { concurrency },
    );
  }
}

function outcomeOf(answer: unknown): LaneOutcome {
  if (answer === undefined || answer === null) return { more: false };
  if (typeof answer === 'object' && 'more' in answer && typeof answer.more === 'boolean') {
    const dueInMs = 'dueInMs' in answer ? answer.dueInMs : undefined;
    if (dueInMs === undefined) return { more: answer.more };
    if (typeof dueInMs === 'number' && Number.isFinite(dueInMs)) return { more: answer.more, dueInMs };
  }
  throw new TypeError('a lane handler returns { more: boolean, dueInMs?: number } or nothing');
}

/** Nest's own filter gives `{ status, message }`, which is no Error. */
function rethrown(failure: unknown): never {
  if (failure instanceof Error) throw failure;
  const told =
    typeof failure === 'object' && failure !== null && 'message' in failure ? failure.message : failure;
  throw new Error(String(told), { cause: failure });
}
