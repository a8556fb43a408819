import type { AgencySystem, DestinationKind, ParticipantKind, Role, RouteState } from '#store';

/** Bodies of requests by the name of their schema in schemas/api, as they are once defaults are filled in. */
export interface Requests {
  act: Reasoned;
  'participant-create': Reasoned & {
    code: string;
    nameZh: string;
    nameEn: string;
    kind: ParticipantKind;
    system?: AgencySystem;
  };
  'participant-change': Reasoned & { nameZh?: string; nameEn?: string; system?: AgencySystem | null };
  'key-create': Reasoned & { participant: string; role: Role; label: string; expiresAt?: string };
  'key-rotate': Reasoned & { overlapSeconds: number };
  'agreement-create': Reasoned & {
    owner: string;
    consumer: string;
    documentType: string;
    condition?: string;
    fields?: string[];
    personal: boolean;
    purpose: string;
    validFrom?: string;
    validTo?: string;
  };
  'agreement-change': Reasoned & {
    condition?: string | null;
    fields?: string[] | null;
    personal?: boolean;
    purpose?: string;
    validFrom?: string;
    validTo?: string | null;
  };
  'destination-create': Reasoned & {
    participant: string;
    code: string;
    kind: DestinationKind;
    url?: string;
    batchLimit?: number;
    timeout?: number;
    ratePerSecond?: number;
  };
  'destination-change': Reasoned & {
    url?: string;
    batchLimit?: number | null;
    timeout?: number | null;
    ratePerSecond?: number | null;
  };
  'secret-rotate': Reasoned & { dropOld: boolean };
  'route-create': Reasoned & {
    code: string;
    documentType: string;
    condition?: string;
    destination: string;
    priority: number;
    state: RouteState;
  };
  'route-change': Reasoned & {
    documentType?: string;
    condition?: string | null;
    destination?: string;
    priority?: number;
  };
}

export interface Reasoned {
  reason?: string;
}
