import { declarationXml } from '../../../apps/simulator/src/traffic/index.js';
import { clock } from '../clock.js';
import { Connection } from './connection.js';
import type { Answer } from './connection.js';

/** One stretch of load: declarations `first`, `first + 1`, … of a seed. */
export interface Phase {
  readonly url: string;
  readonly headers: readonly string[];
  readonly connections: number;
  readonly seed: number;
  readonly first: number;
  /** Messages at most. */
  readonly messages: number;
  /** Ends earlier after so many seconds. */
  readonly seconds?: number | undefined;
  /** Messages a second; without it each connection sends as soon as it was answered. */
  readonly rate?: number | undefined;
}

/** Times are those of `clock`, one for each message from the first on; 0 for what did not happen. */
export interface PhaseResult {
  /** When the message was first sent, or with a rate when it was due to be sent. */
  readonly started: Float64Array;
  readonly accepted: Float64Array;
  /** How often each status came; 0 is a broken connection. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Messages made before the clock starts; what goes beyond is made on the way. */
const prepared = 60_000;
/** A message that is refused or broken off is sent again, as a sender would; for so long that a fault shows. */
const maxTries = 20;

export async function runPhase(phase: Phase): Promise<PhaseResult> {
  const requests = requestsOf(phase);
  const started = new Float64Array(phase.messages);
  const accepted = new Float64Array(phase.messages);
  const statuses: Record<string, number> = {};
  const target = new URL(phase.url);
  const connections = Array.from(
    { length: phase.connections },
    () => new Connection(target.hostname, Number(target.port || 80)),
  );
  const begin = clock();
  const end = phase.seconds === undefined ? Infinity : begin + phase.seconds * 1000;
  let next = 0;

  const sendOne = (connection: Connection, at: number, done: () => void, tries = 1): void => {
    const request = requests(at);
    const answered = (answer: Answer): void => {
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 200 && answer.status < 300) {
        accepted[at] = clock();
        done();
      } else if (
        tries >= maxTries ||
        (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      ) {
        done();
      } else {
        const patience = Math.min(answer.retryAfter ?? 0.05, 1) * 1000;
        setTimeout(() => sendOne(connection, at, done, tries + 1), patience);
      }
    };
    connection.send(request, answered);
  };
  const work = (connection: Connection): Promise<void> =>
    new Promise((resolve) => {
      const step = (): void => {
        const now = clock();
        const due = phase.rate === undefined ? 0 : begin + (next * 1000) / phase.rate;
        if (next >= phase.messages || Math.max(now, due) >= end) {
          resolve();
          return;
        }
        const at = next++;
        started[at] = due === 0 ? now : due;
        if (due <= now) sendOne(connection, at, step);
        else setTimeout(() => sendOne(connection, at, step), due - now);
      };
      step();
    });

  await Promise.all(connections.map(work));
  for (const connection of connections) connection.close();
  return {
    started: started.subarray(0, next).slice(),
    accepted: accepted.subarray(0, next).slice(),
    statuses,
  };
}

function requestsOf(phase: Phase): (at: number) => Buffer {
  const target = new URL(phase.url);
  const head = [
    `POST ${target.pathname}${target.search} HTTP/1.1`,
    `Host: ${target.host}`,
    ...phase.headers,
    'Content-Type: application/xml',
    'Content-Length: ',
  ].join('\r\n');
  const make = (at: number): Buffer => {
    const body = declarationXml(phase.first + at, { seed: phase.seed });
    return Buffer.concat([Buffer.from(`${head}${body.length}\r\n\r\n`), body]);
  };
  const ready = Array.from({ length: Math.min(phase.messages, prepared) }, (_, at) => make(at));
  return (at) => ready[at] ?? make(at);
}
