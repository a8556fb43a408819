import type { FaultDefinition } from '#kernel';
import { faultChapters } from '../docs/fault-catalogues.js';
import type { Operation } from './operation.js';

const definitions: ReadonlyMap<string, FaultDefinition> = new Map(
  faultChapters.flatMap(({ faults }) => faults),
);

/** What reading a message can refuse: of the libraries that read it, the errors that are answered with 4xx. */
const reading = [...definitions]
  .filter(
    ([code, { severity }]) => severity !== 'warning' && /^(SYNTAX|ADAPTER|MAPPING|CANONICAL)_/.test(code),
  )
  .map(([code]) => code);

const identified = [
  'GATEWAY_KEY_MISSING',
  'GATEWAY_KEY_WRONG',
  'GATEWAY_PARTICIPANT_SUSPENDED',
  'GATEWAY_RATE_LIMITED',
  'STORE_UNAVAILABLE',
];
const withBody = [
  'GATEWAY_BODY_TOO_LARGE',
  'GATEWAY_BODY_INCOMPLETE',
  'GATEWAY_ENCODING_UNSUPPORTED',
  'GATEWAY_MEMORY_FULL',
];
const always = ['GATEWAY_BUG'];

/** Every fault that an operation can end with: those of its own and those of its kind. */
export function faultsOf(operation: Operation, hasQuery: boolean): readonly string[] {
  return [
    ...new Set([
      ...(operation.access === 'open' ? [] : identified),
      ...(operation.access === 'administrator' ? ['GATEWAY_FORBIDDEN'] : []),
      ...(operation.body ? withBody : []),
      ...(hasQuery ? ['GATEWAY_PARAMETER_INVALID'] : []),
      ...(operation.readsMessage ? reading : []),
      ...(operation.faults ?? []),
      ...always,
    ]),
  ];
}

export interface ProblemAnswer {
  readonly status: number;
  readonly codes: readonly string[];
}

/** The problems of an operation by the status they are answered with. */
export function problemAnswers(operation: Operation, hasQuery: boolean): readonly ProblemAnswer[] {
  const byStatus = new Map<number, string[]>();
  for (const code of faultsOf(operation, hasQuery)) {
    const definition = definitions.get(code);
    if (!definition) throw new Error(`${operation.id}: there is no fault ${code}`);
    const status = statusOf(code, definition, operation);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => ({ status, codes }));
}

/** A trial answers whatever is wrong with the message with 422: nothing was stored that could wait for a repair. */
const statusOf = (code: string, definition: FaultDefinition, operation: Operation): number =>
  operation.id === 'convert' && reading.includes(code) ? 422 : definition.status;

/** A problem as the example of its status shows it. */
export function problemExample(code: string, status: number) {
  const definition = definitions.get(code);
  if (!definition) throw new Error(`there is no fault ${code}`);
  const { zh, en, advice, severity } = definition;
  return {
    type: `/docs/faults#${code.toLowerCase()}`,
    title: zh,
    status,
    detail: advice.zh,
    instance: '/v1/interchanges',
    code,
    traceId: '019aa6b0-6c00-7000-8000-0000000000ff',
    errors: [{ code, severity: severity ?? 'error', message: zh, advice: advice.zh, text: { zh, en } }],
  };
}
