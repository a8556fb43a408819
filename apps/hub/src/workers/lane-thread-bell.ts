import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { NewInterchange } from '#store';
import { LaneBell, sendersOf } from './lane-bell.js';
import type { LaneNews } from './lane-flow.js';
import type { FromLanes, LaneThreadStart, Measured, ToLanes } from './thread-messages.js';

/** Young objects of the lane thread: room enough that a batch is gone before it is looked through twice. */
const YOUNG_MIB = 64;
const RESTART_MS = 1000;
const MEASURE_MS = 2000;

/** The lanes run in a thread of this process. A thread that ends by itself is started again. */
export class LaneThreadBell extends LaneBell {
  private thread: Worker | undefined;
  private closing = false;
  private questions = 0;
  private readonly asked = new Map<number, (metrics: Measured) => void>();

  constructor(
    private readonly start: LaneThreadStart,
    private readonly news: LaneNews,
    private readonly log: Logger,
  ) {
    super();
  }

  /** Resolves when the lanes run; rejects when the thread ends before. */
  open(): Promise<void> {
    const thread = new Worker(new URL('./lanes-thread.js', import.meta.url), {
      workerData: this.start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    this.thread = thread;
    return new Promise((resolve, reject) => {
      thread.on('message', (message: FromLanes) => {
        if (message.kind === 'ready') resolve();
        else this.hear(message);
      });
      thread.on('error', (error) => {
        this.log.error(
          { error: error instanceof Error ? error.stack : String(error) },
          'the lane thread failed',
        );
        reject(error);
      });
      thread.on('exit', (code) => {
        reject(new Error(`the lane thread ended with ${code} before it was ready`));
        this.ended(thread, code);
      });
    });
  }

  override committed(batch: readonly NewInterchange[]): void {
    // Not from the pool of small buffers: the whole memory behind it changes hands.
    const bytes = Buffer.allocUnsafeSlow(batch.reduce((sum, one) => sum + one.body.length, 0));
    let at = 0;
    for (const { body } of batch) at += body.copy(bytes, at);
    this.tell(
      {
        kind: 'committed',
        participantIds: [...sendersOf(batch)],
        ids: batch.map((one) => one.id),
        sizes: batch.map((one) => one.body.length),
        bytes,
      },
      [bytes.buffer],
    );
  }

  override normalise(participantIds: readonly string[]): void {
    this.tell({ kind: 'normalise', participantIds });
  }

  override deliver(destinationId: string): void {
    this.tell({ kind: 'deliver', destinationId });
  }

  override replay(replayId: string): void {
    this.tell({ kind: 'replay', replayId });
  }

  /** What the lanes count; nothing when they do not answer in time. */
  measure(): Promise<Measured> {
    const question = ++this.questions;
    return new Promise((resolve) => {
      const answer = (metrics: Measured): void => {
        clearTimeout(timer);
        this.asked.delete(question);
        resolve(metrics);
      };
      const timer = setTimeout(() => answer([]), MEASURE_MS);
      this.asked.set(question, answer);
      this.tell({ kind: 'measure', question });
    });
  }

  /** Lets running lanes finish. */
  async close(): Promise<void> {
    this.closing = true;
    const { thread } = this;
    if (!thread) return;
    const ended = once(thread, 'exit');
    this.tell({ kind: 'close' });
    await ended;
  }

  private hear(message: Exclude<FromLanes, { kind: 'ready' }>): void {
    if (message.kind === 'settled') this.news.settled(message.interchangeIds);
    else if (message.kind === 'delivered') this.news.delivered(message.destinationId);
    else this.asked.get(message.question)?.(message.metrics);
  }

  private tell(message: ToLanes, handedOver: readonly ArrayBuffer[] = []): void {
    this.thread?.postMessage(message, handedOver);
  }

  private ended(thread: Worker, code: number): void {
    if (this.thread === thread) this.thread = undefined;
    if (this.closing) return;
    this.log.error({ code }, 'the lane thread ended; it is started again');
    setTimeout(() => {
      if (!this.closing) this.open().catch(() => undefined);
    }, RESTART_MS).unref();
  }
}
