import type { JsonObject } from '#kernel';
import type { Reason } from './reasons.js';

/** A document at the moment it is routed. */
export interface Subject {
  readonly type: string;
  readonly body: JsonObject;
  readonly keys: readonly { readonly kind: string; readonly value: string }[];
  readonly sender: { readonly id: string; readonly code: string };
  /** Unix time in milliseconds: what the validity of agreements is measured against. */
  readonly now: number;
  /** Why a destination may not have it whatever is agreed, as one that it came from; `undefined`: nothing is in its way. */
  readonly barred?: ((destinationId: string) => Reason | undefined) | undefined;
}

type KeyLists = Record<string, string[]>;

/**
 * The variables of a condition for one subject. Made once per subject; what only some conditions look at is made
 * when first looked at.
 */
export class ConditionContext {
  readonly document: JsonObject;
  readonly _typ: string;
  readonly sender: { readonly code: string };
  #keys: KeyLists | undefined;
  #now: Date | undefined;

  constructor(
    private readonly subject: Subject,
    /** Kinds of key that any condition asks for: present, if only as an empty list. */
    private readonly kinds: ReadonlySet<string>,
  ) {
    this.document = subject.body;
    this._typ = subject.type;
    this.sender = { code: subject.sender.code };
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
