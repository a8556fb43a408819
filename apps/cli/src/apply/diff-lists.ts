import type { JsonObject } from '#kernel';
import {
  type WantedDestination,
  type WantedKey,
  type WantedParticipant,
  type WantedRoute,
  nameOf,
} from './setup-file.js';
import { differences, Findings, type SetupIndex } from './setup-index.js';

const api = '/v1/admin';
const at = (list: string, id: string): string => `${api}/${list}/${id}`;

export function diffParticipants(index: SetupIndex, wanted: readonly WantedParticipant[]): Findings {
  const findings = new Findings();
  for (const { state, ...one } of wanted) {
    const now = index.participants.get(one.code);
    if (!now) findings.create('participant', one.code, `${api}/participants`, { ...one });
    else {
      const { nameZh, nameEn, system } = one;
      findings.fixed(one.code, 'kind', now.kind, one.kind);
      // What the file does not say of other nodes stays as it is.
      const changes = differences({ ...now }, { nameZh, nameEn, system, ...listing(one) });
      findings.change('participant', one.code, at('participants', now.id), now.version, changes);
    }
    const present = now?.state ?? 'active';
    if (state !== undefined && state !== present)
      findings.enter(
        state === 'active' ? 'activate' : 'suspend',
        'participant',
        one.code,
        at('participants', one.code),
      );
  }
  return findings;
}

const listing = ({ listed, gives, takes }: WantedParticipant): JsonObject => ({
  ...(listed === undefined ? {} : { listed }),
  ...(gives === undefined ? {} : { gives }),
  ...(takes === undefined ? {} : { takes }),
});

/** A key that somebody revoked is not made again by a file: that is for a person to do. */
export function diffKeys(index: SetupIndex, wanted: readonly WantedKey[], now: number): Findings {
  const findings = new Findings();
  for (const one of wanted) {
    const name = nameOf.keys(one);
    findings.refersTo(index, `key ${name}`, one.participant);
    const rows = index.keys.get(name) ?? [];
    const live = rows.find(
      (key) => key.revokedAt === null && !(key.expiresAt && Date.parse(key.expiresAt) <= now),
    );
    if (live) findings.fixed(`key ${name}`, 'role', live.role, one.role);
    else if (rows.at(-1)?.revokedAt) findings.notes.push(`key ${name} was revoked and is not made again`);
    else findings.create('key', name, `${api}/keys`, { ...one }, 'key');
  }
  return findings;
}

export function diffDestinations(index: SetupIndex, wanted: readonly WantedDestination[]): Findings {
  const findings = new Findings();
  for (const { state, ...one } of wanted) {
    const name = nameOf.destinations(one);
    findings.refersTo(index, `destination ${name}`, one.participant);
    const now = index.destinations.get(name);
    if (!now) {
      const reveals = one.kind === 'webhook' && one.signature !== 'v1a' ? 'secret' : undefined;
      findings.create('destination', name, `${api}/destinations`, { ...one }, reveals);
    } else {
      const { url, batchLimit, timeout, ratePerSecond, urgent, filename, format, broker, topic } = one;
      findings.fixed(name, 'kind', now.kind, one.kind);
      if (one.signature) findings.fixed(name, 'signature', now.config.signature ?? 'v1', one.signature);
      const limits = { batchLimit, timeout, ratePerSecond, ...(urgent ? { urgent: [...urgent] } : {}) };
      const told = { url, ...limits, filename, format, broker, topic };
      const changes = differences({ ...now.config }, told);
      findings.change('destination', name, at('destinations', now.id), now.version, changes);
    }
    const acts = { active: 'activate', paused: 'pause', disabled: 'disable' };
    if (state !== undefined && state !== (now?.state ?? 'active'))
      findings.enter(acts[state], 'destination', name, at('destinations', encodeURIComponent(name)));
  }
  return findings;
}

export function diffRoutes(index: SetupIndex, wanted: readonly WantedRoute[]): Findings {
  const findings = new Findings();
  for (const { state, ...one } of wanted) {
    findings.refersTo(index, `route ${one.code}`, one.destination);
    const now = index.routes.get(one.code);
    if (!now) {
      findings.create('route', one.code, `${api}/routes`, { ...one, ...(state ? { state } : {}) });
      continue;
    }
    const { documentType, condition, priority, fallback } = one;
    const moved = index.destinations.get(one.destination)?.id !== now.destinationId;
    const changes = {
      ...differences({ ...now }, { documentType, condition, priority, fallback }),
      ...(moved ? { destination: one.destination } : {}),
    };
    findings.change('route', one.code, at('routes', now.id), now.version, changes);
    if (state !== undefined && state !== now.state)
      findings.enter(state === 'enabled' ? 'enable' : 'disable', 'route', one.code, at('routes', now.id));
  }
  return findings;
}
