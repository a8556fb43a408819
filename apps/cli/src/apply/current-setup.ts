/** The set-up of a node as its administration API lists it; ids resolved to codes where the planner needs them. */
export interface CurrentSetup {
  readonly participants: readonly CurrentParticipant[];
  readonly keys: readonly CurrentKey[];
  readonly destinations: readonly CurrentDestination[];
  readonly agreements: readonly CurrentAgreement[];
  readonly routes: readonly CurrentRoute[];
}

export interface CurrentParticipant {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly system: string | null;
  readonly listed?: boolean;
  readonly gives?: readonly string[];
  readonly takes?: readonly string[];
  readonly state: string;
  readonly version: number;
}

export interface CurrentKey {
  readonly id: string;
  readonly participantId: string;
  readonly label: string;
  readonly role: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export interface CurrentDestination {
  readonly id: string;
  readonly participantId: string;
  readonly code: string;
  readonly kind: string;
  readonly state: string;
  readonly config: {
    readonly url?: string;
    readonly batchLimit?: number;
    readonly signature?: 'v1a';
    readonly timeout?: number;
    readonly ratePerSecond?: number;
    readonly urgent?: readonly string[];
    readonly filename?: string;
    readonly format?: string;
    readonly broker?: string;
    readonly topic?: string;
  };
  readonly version: number;
}

export interface CurrentAgreement {
  readonly id: string;
  readonly ownerId: string;
  readonly consumerId: string;
  readonly documentType: string;
  readonly condition: string | null;
  readonly fields: readonly string[] | null;
  readonly personal: boolean;
  readonly purpose: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: string;
  readonly version: number;
}

export interface CurrentRoute {
  readonly id: string;
  readonly code: string;
  readonly documentType: string;
  readonly condition: string | null;
  readonly destinationId: string;
  readonly priority: number;
  readonly fallback: boolean;
  readonly state: string;
  readonly version: number;
}
