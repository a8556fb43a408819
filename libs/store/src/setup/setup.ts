import { createHash } from 'node:crypto';
import type { Fault, JsonObject } from '#kernel';
import type { AgencySystem, ParticipantKind, ParticipantState } from '../entities/participant.entity.js';
import type { Role } from '../entities/access-key.entity.js';
import type { AgreementState } from '../entities/agreement.entity.js';
import type { ReceiptKind } from '../entities/receipt-preference.entity.js';
import type { DestinationConfig, DestinationKind, DestinationState } from '../entities/destination.entity.js';

/**
 * What administrators set up, as the program works with it: one consistent state, complete and read-only. Times are
 * Unix milliseconds.
 */
export interface Setup {
  /** Grows with every change; compare as numbers. */
  readonly version: string;
  readonly participants: ReadonlyMap<string, SetupParticipant>;
  /** By the SHA-256 of the key in hexadecimal. Revoked keys are not in it, expired ones are. */
  readonly keys: ReadonlyMap<string, SetupKey>;
  /** Also suspended ones, and those revoked lately, so that a decision can say why. */
  readonly agreements: readonly SetupAgreement[];
  /** The enabled routes to participants that are not suspended; whether its destination is owed anything says `barred`. */
  readonly routes: readonly SetupRoute[];
  readonly destinations: ReadonlyMap<string, SetupDestination>;
  /** By participant; of those whose destination is owed what comes and that are not suspended themselves. */
  readonly receiptPreferences: ReadonlyMap<string, SetupReceiptPreference>;
  /** The published mappings by adapter; an adapter without one reads with the mapping it ships with. */
  readonly mappings: ReadonlyMap<string, SetupMapping>;
}

export interface SetupParticipant {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: ParticipantKind;
  readonly system?: AgencySystem;
  readonly state: ParticipantState;
  /** The other node that it is at; absent: this one. */
  readonly nodeCode?: string;
  /** Other nodes are told of it. */
  readonly listed: boolean;
  /** Document types that it offers to others, and that it wants from others. */
  readonly gives: readonly string[];
  readonly takes: readonly string[];
}

export interface SetupKey {
  readonly id: string;
  readonly participantId: string;
  readonly role: Role;
  readonly expiresAt?: number;
}

export interface SetupAgreement {
  readonly id: string;
  readonly ownerId: string;
  readonly consumerId: string;
  readonly documentType: string;
  readonly condition?: string;
  readonly fields?: readonly string[];
  /** Personal fields are shared as they are; otherwise masked. */
  readonly personal: boolean;
  readonly purpose: string;
  readonly validFrom: number;
  readonly validTo?: number;
  readonly state: AgreementState;
  readonly version: number;
}

export interface SetupRoute {
  readonly id: string;
  readonly code: string;
  readonly documentType: string;
  readonly condition?: string;
  readonly destinationId: string;
  /** The participant that the destination belongs to. */
  readonly consumerId: string;
  readonly priority: number;
  readonly fallback: boolean;
  /** A subscription: its condition sees what the agreement shares. */
  readonly byConsumer: boolean;
  /** Why nothing new is owed to its destination; absent: it is, and waits while the destination is not active. */
  readonly barred?: 'DESTINATION_DISABLED' | 'DESTINATION_UNVERIFIED';
  /** Of what is shared, the fields that a subscription wants; absent: all. */
  readonly wanted?: readonly string[];
  /** The adapter that a subscription wants documents written with; absent: JSON. */
  readonly format?: string;
  readonly version: number;
}

export interface SetupDestination {
  readonly id: string;
  readonly participantId: string;
  readonly code: string;
  readonly kind: DestinationKind;
  readonly state: DestinationState;
  readonly config: DestinationConfig;
  /** The signing secrets of a webhook, newest first. */
  readonly secrets: readonly string[];
  /** The secrets could not be opened, most likely because the master key is another one: nothing can be signed. */
  readonly fault?: Fault;
  readonly version: number;
}

/** Where a participant has its receipts brought to. */
export interface SetupReceiptPreference {
  readonly id: string;
  readonly participantId: string;
  readonly destinationId: string;
  readonly kinds: readonly ReceiptKind[];
  readonly version: number;
}

/** A mapping that an administrator published. The same object in every set-up in which it is in force. */
export interface SetupMapping {
  readonly id: string;
  readonly adapterId: string;
  readonly number: number;
  readonly definition: JsonObject;
  readonly codes: JsonObject;
}

/** The only form in which a key is stored and compared. */
export const keyHash = (key: string): Buffer => createHash('sha256').update(key).digest();

export interface KeyHolder {
  readonly key: SetupKey;
  readonly participant: SetupParticipant;
}

/**
 * Whose key it is, or `undefined` for a key that is unknown, revoked or expired. Whether the participant is
 * suspended is for the caller to look at.
 *
 * @param now Unix time in milliseconds
 */
export function holderOf(setup: Setup, key: string, now: number): KeyHolder | undefined {
  const found = setup.keys.get(keyHash(key).toString('hex'));
  if (!found || (found.expiresAt !== undefined && found.expiresAt <= now)) return undefined;
  const participant = setup.participants.get(found.participantId);
  return participant && { key: found, participant };
}
