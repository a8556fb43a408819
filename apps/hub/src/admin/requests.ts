import type { WebhookSignature } from '#evidence';
import type { JsonObject } from '#kernel';
import type {
  AgencySystem,
  DestinationKind,
  ParticipantKind,
  ReceiptKind,
  ReplayableState,
  ReplayMapping,
  Role,
  RouteState,
} from '#store';

/** Bodies of requests by the name of their schema in schemas/api, as they are once defaults are filled in. */
export interface Requests {
  act: Reasoned;
  'participant-create': Reasoned & {
    code: string;
    nameZh: string;
    nameEn: string;
    kind: ParticipantKind;
    system?: AgencySystem;
    listed?: boolean;
    gives?: string[];
    takes?: string[];
  };
  'participant-change': Reasoned & {
    nameZh?: string;
    nameEn?: string;
    system?: AgencySystem | null;
    listed?: boolean;
    gives?: string[];
    takes?: string[];
  };
  'key-roll': Reasoned & { leaked: boolean };
  'node-invite': Reasoned & { node: string; hours: number; endpoint?: string };
  'node-join': Reasoned & { invitation: JsonObject; endpoint?: string };
  'item-share': Reasoned & {
    mapping?: { adapter: string; version: string };
    codeList?: { version: string; content: JsonObject };
    note?: string;
  };
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
  'comparison-create': Reasoned & { day?: string };
  'destination-create': Reasoned & {
    participant: string;
    code: string;
    kind: DestinationKind;
    url?: string;
    signature?: WebhookSignature;
    batchLimit?: number;
    timeout?: number;
    ratePerSecond?: number;
    urgent?: string[];
    filename?: string;
    broker?: string;
    topic?: string;
    format?: string;
  };
  'destination-change': Reasoned & {
    url?: string;
    batchLimit?: number | null;
    timeout?: number | null;
    ratePerSecond?: number | null;
    urgent?: string[] | null;
    filename?: string | null;
    broker?: string;
    topic?: string;
    format?: string | null;
  };
  'secret-rotate': Reasoned & { dropOld: boolean; signature?: WebhookSignature };
  'route-create': Reasoned & {
    code: string;
    documentType: string;
    condition?: string;
    destination: string;
    priority: number;
    fallback: boolean;
    state: RouteState;
  };
  'route-simulate': Reasoned & {
    document: string;
    route?: {
      code: string;
      documentType: string;
      condition?: string;
      destination: string;
      priority: number;
      fallback: boolean;
    };
  };
  'route-change': Reasoned & {
    documentType?: string;
    condition?: string | null;
    destination?: string;
    priority?: number;
    fallback?: boolean;
  };
  'mapping-draft': Reasoned & { from: string; definition?: JsonObject; codes?: JsonObject; note?: string };
  'mapping-change': Reasoned & {
    definition?: JsonObject;
    codes?: JsonObject;
    note?: string | null;
    basedOn?: string;
  };
  'mapping-rollback': Reasoned & { to: string };
  'mapping-preview': Reasoned & {
    version?: string;
    definition?: JsonObject;
    codes?: JsonObject;
    message?: string;
    base64?: string;
    interchange?: string;
    contentType?: string;
  };
  'mapping-dry-run': Reasoned & {
    version: string;
    last?: number;
    from?: string;
    to?: string;
    sender?: string;
  };
  'interchanges-renormalise': Reasoned & {
    ids?: string[];
    state?: 'held' | 'rejected';
    adapter?: string;
    fault?: string;
    sender?: string;
    from?: string;
    to?: string;
    limit: number;
    dryRun: boolean;
  };
  'own-destination-create': Reasoned & {
    code: string;
    kind: 'mailbox' | 'webhook' | 'file';
    url?: string;
    signature?: WebhookSignature;
    batchLimit?: number;
    timeout?: number;
    ratePerSecond?: number;
    filename?: string;
    format?: string;
  };
  'subscription-create': Reasoned & {
    code: string;
    documentTypes: string[];
    condition?: string;
    fields?: string[];
    format?: string;
    destination: string;
  };
  'subscription-change': Reasoned & {
    documentTypes?: string[];
    condition?: string | null;
    fields?: string[] | null;
    format?: string | null;
    destination?: string;
  };
  'subscription-preview': Reasoned & {
    documentTypes: string[];
    condition?: string;
    fields?: string[];
    format?: string;
    days: number;
  };
  'receipt-preference': Reasoned & { destination: string; kinds: ReceiptKind[] };
  'statement-compare': Reasoned & { day: string; route?: string; documents: string[] };
  'replay-create': Reasoned & {
    destination: string;
    states: ReplayableState[];
    cause?: string;
    documentType?: string;
    documents?: string[];
    from?: string;
    to?: string;
    mapping: ReplayMapping;
    ratePerSecond?: number;
    filename?: string;
    format?: string;
  };
}

export interface Reasoned {
  reason?: string;
}
