import type { Fault, JsonObject } from '#kernel';
import type {
  CurrentAgreement,
  CurrentDestination,
  CurrentKey,
  CurrentParticipant,
  CurrentRoute,
  CurrentSetup,
} from './current-setup.js';
import type { Step } from './diff-setup.js';
import { applyFaults } from './faults.js';
import { nameOf, type SetupFile } from './setup-file.js';

/** The current set-up by the names that a file uses, and what exists once the file is applied. */
export interface SetupIndex {
  readonly participants: ReadonlyMap<string, CurrentParticipant>;
  /** Oldest first under each name. */
  readonly keys: ReadonlyMap<string, readonly CurrentKey[]>;
  readonly destinations: ReadonlyMap<string, CurrentDestination>;
  /** Oldest first under each name. */
  readonly agreements: ReadonlyMap<string, readonly CurrentAgreement[]>;
  readonly routes: ReadonlyMap<string, CurrentRoute>;
  readonly known: ReadonlySet<string>;
}

export function indexOf(current: CurrentSetup, wanted: SetupFile): SetupIndex {
  const codes = new Map(current.participants.map(({ id, code }) => [id, code]));
  const code = (id: string): string => codes.get(id) ?? id;
  const destinationName = (one: CurrentDestination): string => `${code(one.participantId)}/${one.code}`;
  const keyName = (one: CurrentKey): string => `${code(one.participantId)} ${one.label}`;
  const agreementName = ({ ownerId, consumerId, ...one }: CurrentAgreement): string =>
    nameOf.agreements({ ...one, owner: code(ownerId), consumer: code(consumerId) });
  return {
    participants: new Map(current.participants.map((one) => [one.code, one])),
    keys: grouped(current.keys, keyName),
    destinations: new Map(current.destinations.map((one) => [destinationName(one), one])),
    agreements: grouped(current.agreements, agreementName),
    routes: new Map(current.routes.map((one) => [one.code, one])),
    known: new Set([
      ...current.participants.map((one) => one.code),
      ...wanted.participants.map((one) => one.code),
      ...current.destinations.map(destinationName),
      ...wanted.destinations.map(nameOf.destinations),
    ]),
  };
}

function grouped<T>(all: readonly T[], name: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(name(one));
    if (group) group.push(one);
    else groups.set(name(one), [one]);
  }
  return groups;
}

/** What one list comes to. */
export class Findings {
  readonly steps: Step[] = [];
  readonly notes: string[] = [];
  readonly faults: Fault[] = [];

  /** Whatever does not change after it was made. */
  fixed(name: string, member: string, now: string, wanted: string): void {
    if (now !== wanted)
      this.faults.push(applyFaults.make('SETUP_FIXED', { values: { name, member, now, wanted } }));
  }

  refersTo(index: SetupIndex, name: string, ...references: readonly string[]): void {
    for (const reference of references)
      if (!index.known.has(reference))
        this.faults.push(applyFaults.make('SETUP_REFERENCE_UNKNOWN', { values: { name, reference } }));
  }

  create(what: string, name: string, path: string, body: JsonObject, reveals?: 'key' | 'secret'): void {
    const title = `create ${what} ${name}`;
    this.steps.push({ title, method: 'POST', path, body, ...(reveals ? { reveals } : {}) });
  }

  /** Nothing when there is nothing to change. */
  change(what: string, name: string, path: string, version: number, changes: JsonObject): void {
    const members = Object.keys(changes);
    if (members.length === 0) return;
    const title = `change ${what} ${name}: ${members.join(', ')}`;
    this.steps.push({ title, method: 'PATCH', path, body: changes, version });
  }

  enter(act: string, what: string, name: string, path: string): void {
    this.steps.push({ title: `${act} ${what} ${name}`, method: 'POST', path: `${path}/${act}`, body: {} });
  }
}

/** The members of `wanted` that are not so now; absent means null. */
export function differences(now: JsonObject, wanted: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(wanted)
      .map(([name, value]) => [name, value ?? null] as const)
      .filter(([name, value]) => JSON.stringify(now[name] ?? null) !== JSON.stringify(value)),
  );
}
