import { answer, ruleFor, type Answer, type Request, type Step } from './answers.js';
import type { Orders } from './orders.js';

/** An answer that is to go. */
export interface Planned extends Answer {
  /** The same for the same request, step and turn: what is sent again after an interruption is known to the hub. */
  readonly key: string;
}

export type Plan =
  /** In the order in which they go, the first after `delayMs`. */
  | { readonly answers: readonly Planned[]; readonly delayMs: number }
  /** Why there is none. */
  | { readonly none: 'type' | 'reference' | 'silent' };

/** Milliseconds between what is said first and what is decided, as the answers tell it. */
const deliberationMs = 1000;

/**
 * What goes in answer to a request, and when. The times in the answers follow from the request and the orders alone, so
 * that the same request gives the same answers; their order stays to be seen when they go in another.
 */
export function plan(request: Request, orders: Orders): Plan {
  const rule = ruleFor(request.type);
  if (!rule) return { none: 'type' };
  if (orders.silent) return { none: 'silent' };
  const delayMs = orders.delayMs ?? 0;
  const steps: readonly Step[] = [
    { step: 'received' },
    { step: 'decided', ...(orders.reject === undefined ? {} : { reject: orders.reject }) },
  ];
  const answers: Planned[] = [];
  for (const [at, step] of steps.entries()) {
    const made = answer(request, rule, step, request.receivedAt + delayMs + at * deliberationMs);
    if (!made) return { none: 'reference' };
    const key = `sandbox-${request.id}-${step.step}`;
    answers.push({ ...made, key }, ...(orders.twice ? [{ ...made, key: `${key}-again` }] : []));
  }
  return { answers: orders.reorder ? answers.reverse() : answers, delayMs };
}
