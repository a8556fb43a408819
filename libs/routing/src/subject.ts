import type { JsonObject } from '#kernel';
import type { Reason } from './reasons.js';

export interface Sender {
  readonly id: string;
  readonly code: string;
  /** `agency`, `enterprise`, `node`. */
  readonly kind?: string;
  /** Of an agency: `customs`, `maritime`, `inspection`, … */
  readonly system?: string;
}

/** What goes with a document beside what it says. */
export interface SubjectEnvelope {
  /** Code of the node that read it first. */
  readonly origin?: string;
  /** The door that its message came in by: `http`, `file`, … */
  readonly channel?: string;
  /** What its message was read with. */
  readonly adapter?: string;
  /** Unix milliseconds. */
  readonly receivedAt?: number;
  /** When what it tells of happened, as far as it says so; Unix milliseconds. */
  readonly occurredAt?: number | undefined;
}

/** A document at the moment it is routed. */
export interface Subject {
  readonly type: string;
  readonly body: JsonObject;
  readonly keys: readonly { readonly kind: string; readonly value: string }[];
  readonly sender: Sender;
  /** How it came; what is not given is not known. */
  readonly envelope?: SubjectEnvelope;
  /** Unix time in milliseconds: what the validity of agreements is measured against. */
  readonly now: number;
  /** Why a destination may not have it whatever is agreed, as one that it came from; `undefined`: nothing is in its way. */
  readonly barred?: ((destinationId: string) => Reason | undefined) | undefined;
}

export const senderMembers = ['code', 'kind', 'system'] as const;
export const envelopeMembers = [
  'origin',
  'channel',
  'adapter',
  'sender',
  'receivedAt',
  'occurredAt',
] as const;

type SenderVariable = Readonly<Record<(typeof senderMembers)[number], string>>;

/** Texts are always there, empty when not known; times only if they are known. */
interface EnvelopeVariable extends Readonly<Partial<Record<(typeof envelopeMembers)[number], unknown>>> {
  readonly origin: string;
  readonly channel: string;
  readonly adapter: string;
  readonly sender: SenderVariable;
  readonly receivedAt?: Date;
  readonly occurredAt?: Date;
}

function envelopeOf({ envelope = {} }: Subject, sender: SenderVariable): EnvelopeVariable {
  const { origin = '', channel = '', adapter = '', receivedAt, occurredAt } = envelope;
  return {
    origin,
    channel,
    adapter,
    sender,
    ...(receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt) }),
    ...(occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt) }),
  };
}

type KeyLists = Record<string, string[]>;

/**
 * The variables of a condition for one subject. Made once per subject; what only some conditions look at is made
 * when first looked at.
 */
export class ConditionContext {
  readonly document: JsonObject;
  readonly _typ: string;
  readonly sender: SenderVariable;
  #envelope: EnvelopeVariable | undefined;
  #keys: KeyLists | undefined;
  #now: Date | undefined;

  constructor(
    private readonly subject: Subject,
    /** Kinds of key that any condition asks for: present, if only as an empty list. */
    private readonly kinds: ReadonlySet<string>,
  ) {
    this.document = subject.body;
    this._typ = subject.type;
    const { code, kind = '', system = '' } = subject.sender;
    this.sender = { code, kind, system };
  }

  get envelope(): EnvelopeVariable {
    return (this.#envelope ??= envelopeOf(this.subject, this.sender));
  }

  get keys(): KeyLists {
    return (this.#keys ??= this.listKeys());
  }

  get now(): Date {
    return (this.#now ??= new Date(this.subject.now));
  }

  private listKeys(): KeyLists {
    const lists: KeyLists = Object.create(null);
    for (const kind of this.kinds) lists[kind] = [];
    for (const { kind, value } of this.subject.keys) (lists[kind] ??= []).push(value);
    return lists;
  }
}
