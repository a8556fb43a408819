import type { Fault, Texts } from '#kernel';
import { isObject } from './answers.js';

/** One violation, with its place in what was sent where it has one. */
export interface Violation {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly text: Texts;
  /** What to do, in the language that was asked for. */
  readonly advice: string;
  /** Path in the message that was sent. */
  readonly path?: string;
  /** JSON pointer in the document or the request. */
  readonly pointer?: string;
  /** Bytes of the message that was sent, from (inclusive) and to (exclusive). */
  readonly span?: { readonly from: number; readonly to: number };
}

/**
 * 失败的回答：枢纽的 problem+json（RFC 9457），或没有得到回答的原因（`CLIENT_…`）。
 *
 * Why something was not done, as a value: what the hub said (RFC 9457), or why there is nothing it said (`CLIENT_…`).
 */
export interface Problem {
  /** Stable; docs/faults.md has them all. */
  readonly code: string;
  /** Of the answer; for `CLIENT_…` what it would be. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Every violation, not the first alone. */
  readonly errors: readonly Violation[];
  /** For the administrator of the hub; absent when no hub answered. */
  readonly traceId?: string;
  /** The interchange that it is about. */
  readonly interchangeId?: string;
  /** Of `GATEWAY_CURSOR_EXPIRED`: the cursor to begin again from. */
  readonly restart?: string;
  /** Seconds that the hub asks to wait. */
  readonly retryAfter?: number;
}

/** A fault of this side as a problem. */
export function problemOf(fault: Fault): Problem {
  const { code, severity, status, text, advice } = fault;
  return {
    code,
    status,
    title: text.en,
    detail: advice.en,
    errors: [{ code, severity, text, advice: advice.en }],
  };
}

/** What a problem+json says; undefined when it is none. */
export function readProblem(body: unknown, status: number, retryAfter?: number): Problem | undefined {
  if (!isObject(body) || typeof body['code'] !== 'string') return undefined;
  const { code, title, detail, traceId, errors, interchange, restart } = body;
  const interchangeId = isObject(interchange) ? interchange['id'] : undefined;
  return {
    code,
    status,
    title: textOf(title),
    detail: textOf(detail),
    errors: Array.isArray(errors) ? errors.filter(isObject).map(violationOf) : [],
    ...(typeof traceId === 'string' ? { traceId } : {}),
    ...(typeof interchangeId === 'string' ? { interchangeId } : {}),
    ...(typeof restart === 'string' ? { restart } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function violationOf(entry: Readonly<Record<string, unknown>>): Violation {
  const { code, severity, text, advice, path, pointer, span } = entry;
  const texts = isObject(text) ? text : {};
  return {
    code: textOf(code),
    severity: severity === 'warning' ? 'warning' : 'error',
    text: { zh: textOf(texts['zh']), en: textOf(texts['en']) },
    advice: textOf(advice),
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof pointer === 'string' ? { pointer } : {}),
    ...(isSpan(span) ? { span: { from: span.from, to: span.to } } : {}),
  };
}

const isSpan = (value: unknown): value is { readonly from: number; readonly to: number } =>
  isObject(value) && typeof value['from'] === 'number' && typeof value['to'] === 'number';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
