import type { Agreement, Route, Subject } from '#routing';

/** 2026-06-01T00:00:00Z */
export const now = Date.UTC(2026, 5, 1);

export const subject = (given: Partial<Subject> = {}): Subject => ({
  type: 'ContainerMove',
  body: { container: 'DLCU1234567', direction: 'import' },
  keys: [{ kind: 'container', value: 'DLCU1234567' }],
  sender: { id: 'customs', code: 'dalian-customs' },
  now,
  ...given,
});

export const route = (given: Partial<Route> = {}): Route => ({
  id: 'r1',
  code: 'moves-to-terminal',
  documentType: 'ContainerMove',
  destinationId: 'terminal-webhook',
  consumerId: 'terminal',
  priority: 100,
  version: 1,
  ...given,
});

export const agreement = (given: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  ownerId: 'customs',
  consumerId: 'terminal',
  documentType: 'ContainerMove',
  purpose: 'release to the gate',
  validFrom: now - 1000,
  state: 'granted',
  version: 3,
  ...given,
});
