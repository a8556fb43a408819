import type { ReceivedEvent } from './ledger.js';

/** A structured CloudEvent as parsed, with its data still to be looked at. */
export interface CloudEvent extends ReceivedEvent {
  readonly data?: unknown;
}

/**
 * Reads the body of a delivery: one event (`application/cloudevents+json`) or an array of them
 * (`application/cloudevents-batch+json`, CloudEvents JSON format §4).
 *
 * @returns undefined when it is neither
 */
export function readEvents(body: Buffer): readonly CloudEvent[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString());
  } catch {
    return undefined;
  }
  const events: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return events.every(isEvent) ? events : undefined;
}

function isEvent(value: unknown): value is CloudEvent {
  if (typeof value !== 'object' || value === null) return false;
  const event: Partial<Record<'specversion' | 'id' | 'type' | 'subject', unknown>> = value;
  return (
    event.specversion === '1.0' &&
    typeof event.id === 'string' &&
    typeof event.type === 'string' &&
    (event.subject === undefined || typeof event.subject === 'string')
  );
}
