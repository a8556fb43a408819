import { fail, ok, type Fault, type Result } from '#kernel';
import { cliFaults } from '../faults.js';

export interface PostOptions {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly key: string;
  readonly adapter?: string;
  readonly idempotencyKey?: string;
  /** Seconds. */
  readonly wait?: number;
}

/** What the hub answered. */
export interface SendAnswer {
  readonly status: number;
  readonly accepted: boolean;
  /** The same message was accepted before. */
  readonly repeated: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Milliseconds for an answer, beside what the hub was asked to wait. */
const patience = 60_000;

export async function postInterchange(
  bytes: Buffer,
  contentType: string,
  options: PostOptions,
): Promise<Result<SendAnswer, Fault>> {
  const { url, key, adapter, idempotencyKey, wait } = options;
  try {
    const answer = await fetch(new URL('/v1/interchanges', url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': contentType,
        ...(adapter === undefined ? {} : { 'x-adapter': adapter }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...(wait === undefined ? {} : { prefer: `wait=${wait}` }),
      },
      body: new Uint8Array(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(patience + (wait ?? 0) * 1000),
    });
    const text = await answer.text();
    return ok({
      status: answer.status,
      accepted: answer.ok,
      repeated: answer.headers.get('idempotent-replayed') === 'true',
      body: parsed(text),
    });
  } catch (error) {
    return fail(cliFaults.make('CLI_HUB_UNREACHABLE', { values: { url, reason: reasonOf(error) } }));
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : { body: value };
  } catch {
    return { body: text.slice(0, 1000) };
  }
}

/** What fetch says is "fetch failed"; why is in its cause. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
