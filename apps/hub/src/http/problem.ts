import type { Fault } from '#kernel';
import type { Language } from './language.js';

/** Thrown at the edge only: the request ends with these faults as RFC 9457 problem+json. */
export class ProblemException extends Error {
  readonly faults: readonly [Fault, ...Fault[]];

  constructor(
    faults: readonly Fault[],
    /** More members of the problem, such as the id of the interchange that it is about. */
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    const [first, ...rest] = faults;
    if (!first) throw new Error('a problem without a fault');
    super(first.code);
    this.faults = [first, ...rest];
  }

  /** The status of the worst fault: what the hub failed at comes before what the sender did. */
  get status(): number {
    const errors = this.faults.filter((fault) => fault.severity === 'error');
    return Math.max(...(errors.length > 0 ? errors : this.faults).map((fault) => fault.status));
  }
}

/** Where the page of a fault code is. */
export const faultType = (code: string): string => `/docs/faults#${code.toLowerCase()}`;

export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly traceId: string;
  readonly errors: readonly ProblemEntry[];
  readonly [more: string]: unknown;
}

/** One violation; the texts in both languages, so that a receipt can be shown to whoever reads it. */
export interface ProblemEntry {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly advice: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly path?: string;
  readonly pointer?: string;
  readonly span?: { readonly from: number; readonly to: number };
}

export function problemEntry(fault: Fault, language: Language): ProblemEntry {
  const { path, pointer, span } = fault.place ?? {};
  return {
    code: fault.code,
    severity: fault.severity,
    message: fault.text[language],
    advice: fault.advice[language],
    text: fault.text,
    ...(path === undefined ? {} : { path }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(span === undefined ? {} : { span }),
  };
}

/** RFC 9457, with every violation and not the first alone. */
export function problemDetails(
  problem: ProblemException,
  request: { readonly url: string; readonly traceId: string; readonly language: Language },
): ProblemDetails {
  const lead = problem.faults.find((fault) => fault.status === problem.status) ?? problem.faults[0];
  return {
    ...problem.extra,
    type: faultType(lead.code),
    title: lead.text[request.language],
    status: problem.status,
    detail: lead.advice[request.language],
    instance: request.url,
    code: lead.code,
    traceId: request.traceId,
    errors: problem.faults.map((fault) => problemEntry(fault, request.language)),
  };
}
