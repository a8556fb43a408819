import type { ServerResponse } from 'node:http';

/** How a receiver answers. Everything but `accept` and `drip` leaves the events unrecorded. */
export type Behaviour =
  | { readonly mode: 'accept'; readonly delayMs?: number | undefined }
  /** Answers with a status, 500 unless told; `retryAfter` in seconds goes with it. */
  | { readonly mode: 'error'; readonly status?: number | undefined; readonly retryAfter?: number | undefined }
  /** Reads the request and never answers. */
  | { readonly mode: 'hang' }
  /** Reads the request and cuts the connection. */
  | { readonly mode: 'reset' }
  /** Answers 307 unless told. */
  | { readonly mode: 'redirect'; readonly location: string; readonly status?: number | undefined }
  /** Accepts, and sends an endless answer: the head at once, then a byte each `everyMs` (100 unless told). */
  | { readonly mode: 'drip'; readonly everyMs?: number | undefined }
  /** Refuses connections: the port is closed. */
  | { readonly mode: 'down' };

/** A behaviour for the next `times` requests, after which the receiver accepts again; for good without `times`. */
export type Instruction = Behaviour & { readonly times?: number | undefined };

/** Reads an instruction that came as JSON. @returns undefined when it is none */
export function readInstruction(value: unknown): Instruction | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given: Partial<Record<string, unknown>> = { ...value };
  const whole = (name: string): number | undefined => {
    const number = given[name];
    return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
  };
  const times = whole('times');
  const mode = given['mode'];
  if (mode === 'accept') return { mode, delayMs: whole('delayMs'), times };
  if (mode === 'error') return { mode, status: whole('status'), retryAfter: whole('retryAfter'), times };
  if (mode === 'hang' || mode === 'reset') return { mode, times };
  if (mode === 'drip') return { mode, everyMs: whole('everyMs'), times };
  if (mode === 'down') return { mode };
  const location = given['location'];
  return mode === 'redirect' && typeof location === 'string'
    ? { mode, location, status: whole('status'), times }
    : undefined;
}

/** Sends an answer that never ends, until the other side goes. */
export function drip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.flushHeaders();
  const timer = setInterval(() => response.write('.'), everyMs);
  response.on('close', () => clearInterval(timer));
}
