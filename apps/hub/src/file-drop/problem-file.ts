import type { Fault } from '#kernel';
import { ProblemException, problemDetails } from '../http/problem.js';

/** RFC 9457 as a file: what a request would have been answered with, every violation in both languages. */
export function problemFile(
  name: string,
  traceId: string,
  faults: readonly Fault[],
  extra: object = {},
): Buffer {
  const problem = new ProblemException(faults, { ...extra, file: name });
  const request = { url: `in/${name}`, traceId, language: 'zh' } as const;
  return jsonFile(problemDetails(problem, request));
}

export const jsonFile = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
