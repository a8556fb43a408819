import { Inject, Injectable } from '@nestjs/common';
import type { BrokerSettings } from '#brokers';
import type { Fault, Result } from '#kernel';
import type { Actor, Administration, SetupDesk } from '#store';
import { ProblemException } from '../http/problem.js';
import { adminFaults } from './faults.js';
import type { MappingParts } from './mappings/mapping-parts.js';

/** Seals and opens secrets with the node's master key; `place` is what a secret belongs to. */
export interface Seal {
  seal(plain: Buffer, place: string): Buffer;
  open(sealed: Buffer, place: string): Result<Buffer, Fault>;
}

/** What is wrong with a condition in CEL; nothing if it may be used. */
export type ConditionCheck = (expression: string) => readonly Fault[];

export interface AdminParts {
  readonly administration: Administration;
  readonly seal: Seal;
  readonly checkCondition: ConditionCheck;
  readonly documentTypes: readonly string[];
  /** Message brokers that this node is set up for, by name. */
  readonly brokers: ReadonlyMap<string, BrokerSettings>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** Called after every change, before it is answered: makes this process work by the new set-up. */
  readonly changed: () => Promise<unknown>;
  readonly mappings: MappingParts;
}

export const ADMIN_PARTS = 'tongguan:admin-parts';

/** Where acts of administrators are done: a fault becomes a problem, a success takes effect before it is answered. */
@Injectable()
export class AdminDesk {
  constructor(@Inject(ADMIN_PARTS) readonly parts: AdminParts) {}

  get view(): SetupDesk {
    return this.parts.administration.view;
  }

  async act<T>(actor: Actor, work: (setup: SetupDesk) => Promise<Result<T, Fault>>): Promise<T> {
    const value = found(await this.parts.administration.act(actor, work));
    // The change is made; other processes hear of it by notice, and this one by its next check if this fails.
    await this.parts.changed().catch(() => undefined);
    return value;
  }

  /** Faults of a condition, at its place in the request. */
  conditionFaults(condition: string | null | undefined): readonly Fault[] {
    if (condition === null || condition === undefined) return [];
    return this.parts
      .checkCondition(condition)
      .map((fault) => ({ ...fault, place: { ...fault.place, pointer: '/condition' } }));
  }

  typeFaults(type: string | undefined, pointer = '/documentType'): readonly Fault[] {
    const { documentTypes } = this.parts;
    if (type === undefined || type === '*' || documentTypes.includes(type)) return [];
    const values = { type, known: documentTypes.join(', ') };
    return [adminFaults.make('ADMIN_TYPE_UNKNOWN', { values, place: { pointer } })];
  }

  /** The id for a filter of the query that names it by id or code. */
  async filterId(
    what: 'participant' | 'destination',
    reference: string | undefined,
  ): Promise<string | undefined> {
    if (reference === undefined) return undefined;
    const faults: Fault[] = [];
    const id = await this.idOf(what, reference, '', faults);
    if (faults.length > 0) throw new ProblemException(faults.map(({ place: _, ...fault }) => fault));
    return id;
  }

  /** The id of what a member of the request names by id or code; a fault is added when there is none. */
  async idOf(
    what: 'participant' | 'destination',
    reference: string,
    pointer: string,
    faults: Fault[],
  ): Promise<string> {
    const row =
      what === 'participant'
        ? await this.view.participants.find(reference)
        : await this.view.destinations.find(reference);
    if (row.ok) return row.value.id;
    const values = { what, id: reference };
    faults.push(adminFaults.make('ADMIN_REFERENCE_UNKNOWN', { values, place: { pointer } }));
    return '';
  }
}

/** @throws ProblemException with the fault */
export function found<T>(result: Result<T, Fault>): T {
  if (!result.ok) throw new ProblemException([result.error]);
  return result.value;
}
