import { inChinese } from '#cel';
import type { Fault, Texts } from '#kernel';
import type { Agreement } from './agreement.js';

/** Why a decision is what it is: one step of it, readable by a program and in two languages. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: Texts;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The texts of all reasons. `{name}` is filled from the reason's values. */
export const reasonTexts = {
  ROUTE_UNCONDITIONAL: { zh: '路由规则无附加条件', en: 'The route has no condition' },
  ROUTE_CONDITION_TRUE: {
    zh: '路由条件成立：{expression}',
    en: 'The condition of the route is true: {expression}',
  },
  ROUTE_CONDITION_FALSE: {
    zh: '路由条件不成立：{expression}',
    en: 'The condition of the route is false: {expression}',
  },
  ROUTE_CONDITION_FAULT: {
    zh: '路由条件无法求值（{detail}）：{expression}',
    en: 'The condition of the route has no value ({detail}): {expression}',
  },
  ROUTE_FALLBACK_UNNEEDED: {
    zh: '兜底路由：已有其他路由投递，不再投递',
    en: 'The route is a fallback, and another route delivers the document',
  },
  OWN_DOCUMENT: { zh: '发送方取回自己的单证，无需协议', en: 'A participant may have its own documents' },
  OWN_RECEIPT: {
    zh: '回执归报文的发送方，无需协议',
    en: 'The receipts of a message belong to its sender',
  },
  AGREEMENT_MISSING: {
    zh: '发送方与接收方之间没有涵盖该类单证的共享协议',
    en: 'No agreement of the sender with the consumer covers this type',
  },
  AGREEMENT_GRANTS: {
    zh: '依据共享协议 {agreement} 第 {version} 版，用途：{purpose}',
    en: 'Granted by agreement {agreement} version {version} for: {purpose}',
  },
  AGREEMENT_NOT_YET_VALID: {
    zh: '共享协议 {agreement} 自 {from} 起生效',
    en: 'Agreement {agreement} is valid from {from}',
  },
  AGREEMENT_EXPIRED: {
    zh: '共享协议 {agreement} 已于 {to} 到期',
    en: 'Agreement {agreement} expired on {to}',
  },
  AGREEMENT_SUSPENDED: { zh: '共享协议 {agreement} 已暂停', en: 'Agreement {agreement} is suspended' },
  AGREEMENT_REVOKED: { zh: '共享协议 {agreement} 已撤销', en: 'Agreement {agreement} is revoked' },
  AGREEMENT_CONDITION_FALSE: {
    zh: '该单证不满足共享协议 {agreement} 的条件：{expression}',
    en: 'The document does not meet the condition of agreement {agreement}: {expression}',
  },
  AGREEMENT_CONDITION_FAULT: {
    zh: '共享协议 {agreement} 的条件无法求值（{detail}）：{expression}',
    en: 'The condition of agreement {agreement} has no value ({detail}): {expression}',
  },
  DESTINATION_DISABLED: {
    zh: '投递目标已被停用，重新启用前不再接收新的单证',
    en: 'The destination was disabled; until it is activated nothing new is owed to it',
  },
  DESTINATION_UNVERIFIED: {
    zh: '投递目标的地址从未通过验证',
    en: 'The address of the destination was never verified',
  },
  NODE_VISITED: {
    zh: '单证已经过节点 {node}（途经 {hops}），不再送往该处',
    en: 'The document has been at node {node} (by way of {hops}) and is not sent there again',
  },
  HOPS_EXHAUSTED: {
    zh: '单证已转送 {count} 次，达到上限，不再转送',
    en: 'The document was passed on {count} times, which is as often as it may be',
  },
  DOCUMENT_EXPIRED: {
    zh: '单证的转送期限已于 {expires} 届满',
    en: 'The time in which the document may be passed on ended at {expires}',
  },
} as const satisfies Record<string, Texts>;

export type ReasonCode = keyof typeof reasonTexts;

export function reason(code: ReasonCode, values?: Readonly<Record<string, string | number>>): Reason {
  const { zh, en } = reasonTexts[code];
  if (!values) return { code, text: { zh, en } };
  const { detail } = values;
  const inZh = typeof detail === 'string' ? { ...values, detail: inChinese(detail) } : values;
  return { code, text: { zh: fill(zh, inZh), en: fill(en, values) }, values };
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Reasons that no document changes, made once. */
export const unconditional: readonly Reason[] = [reason('ROUTE_UNCONDITIONAL')];
export const ownDocument = reason('OWN_DOCUMENT');
export const fallbackUnneeded = reason('ROUTE_FALLBACK_UNNEEDED');
export const agreementMissing = reason('AGREEMENT_MISSING');
export const barredReasons = {
  DESTINATION_DISABLED: reason('DESTINATION_DISABLED'),
  DESTINATION_UNVERIFIED: reason('DESTINATION_UNVERIFIED'),
};

/**
 * The reasons that one route or one agreement can give, each made when first needed and then handed out: most
 * are never needed, and making all of them is most of the work of a change to ten thousand rights.
 */
export class ReadyReasons {
  readonly #made = new Map<ReasonCode, Reason>();
  readonly #faults = new WeakMap<Fault, Reason>();

  constructor(private readonly values: () => Readonly<Record<string, string | number>>) {}

  get(code: ReasonCode): Reason {
    const known = this.#made.get(code);
    if (known) return known;
    const made = reason(code, this.values());
    this.#made.set(code, made);
    return made;
  }

  /** The condition has no value, for this reason. */
  fault(code: ReasonCode, fault: Fault): Reason {
    const known = this.#faults.get(fault);
    if (known) return known;
    const detail = String(fault.values?.['detail'] ?? fault.text.en);
    const made = reason(code, { ...this.values(), detail, fault: fault.code });
    this.#faults.set(fault, made);
    return made;
  }
}

export const routeReasons = (expression: string): ReadyReasons => new ReadyReasons(() => ({ expression }));

export const agreementReasons = (agreement: Agreement): ReadyReasons =>
  new ReadyReasons(() => ({
    agreement: agreement.id,
    version: agreement.version,
    purpose: agreement.purpose,
    from: isoTime(agreement.validFrom),
    ...(agreement.validTo === undefined ? {} : { to: isoTime(agreement.validTo) }),
    ...(agreement.condition === undefined ? {} : { expression: agreement.condition }),
  }));

const isoTime = (ms: number): string => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : '∞');
