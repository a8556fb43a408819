import type { Json, JsonObject } from '#kernel';
import { answerRules, type AnswerRule } from './answer-rules.js';

/** A document that came, as its event has it. */
export interface Request {
  /** Of the document. */
  readonly id: string;
  readonly type: string;
  /** Code of who sent it. */
  readonly sender: string;
  /** When the hub received it, in milliseconds. */
  readonly receivedAt: number;
  readonly body: JsonObject;
}

export interface Answer {
  readonly type: string;
  readonly body: JsonObject;
}

/** Where an answer says whom it is for, so that a route and an agreement can ask. */
export const addresseePath = 'sandbox/for';

export const ruleFor = (type: string): AnswerRule | undefined =>
  answerRules.find(({ to }) => to.includes(type));

/** First that it has come, then what was decided. */
export type Step = { readonly step: 'received' } | { readonly step: 'decided'; readonly reject?: string };

/** @param at when the counter-agency says so, in milliseconds @returns undefined: nothing in the request tells which it is */
export function answer(request: Request, rule: AnswerRule, step: Step, at: number): Answer | undefined {
  const body: Mutable = {};
  for (const [to, from] of Object.entries(rule.copy)) {
    const value = first(request.body, typeof from === 'string' ? [from] : from);
    if (typeof value === 'string') put(body, to, value);
  }
  if (!rule.telling.some((pointer) => valueAt(body, pointer) !== undefined)) return undefined;
  const said =
    step.step === 'received'
      ? rule.received
      : step.reject === undefined
        ? rule.accepted
        : rule.rejected(step.reject);
  merge(body, said);
  if (rule.at !== undefined) put(body, rule.at, new Date(at).toISOString());
  body['extensions'] = [{ path: addresseePath, value: request.sender }];
  return { type: rule.type, body };
}

interface Mutable {
  [name: string]: Json;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function first(body: Json, pointers: readonly string[]): Json | undefined {
  for (const pointer of pointers) {
    const value = valueAt(body, pointer);
    if (value !== undefined) return value;
  }
  return undefined;
}

function valueAt(body: Json, pointer: string): Json | undefined {
  let at: Json | undefined = body;
  for (const step of pointer.split('/').slice(1)) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(step)];
    else at = isObject(at) ? at[step] : undefined;
  }
  return at;
}

/** One level of members, or of a list of one, is what answers need. */
function put(body: Mutable, pointer: string, value: string): void {
  const [, outer = '', inner] = pointer.split('/');
  if (inner === undefined) body[outer] = value;
  else if (inner === '0') body[outer] = [value];
  else {
    const known = body[outer];
    body[outer] = { ...(isObject(known) ? known : {}), [inner]: value };
  }
}

function merge(body: Mutable, said: JsonObject): void {
  for (const [name, value] of Object.entries(said)) {
    const known = body[name];
    if (value !== undefined) body[name] = isObject(known) && isObject(value) ? { ...known, ...value } : value;
  }
}
