import { fail, isUuid, ok, type Fault, type JsonObject, type Result } from '#kernel';
import type { Vouchers } from '../witness.js';
import { transferFaults } from './faults.js';
import type { TransferLimits } from './limits.js';

/** A document as it is offered. */
export interface Offer {
  /** SD-JWT of its origin, showing what the receiver may have. */
  readonly proof: string;
  /** The nodes that had it, the origin first and the sender last. */
  readonly hops: readonly string[];
}

/** What one node offers another in one request. */
export interface TransferBatch extends Vouchers {
  readonly sender: string;
  readonly receiver: string;
  /** ISO 8601. */
  readonly sentAt: string;
  /** Its id, the same when the very same batch is sent again. */
  readonly batch: string;
  readonly documents: readonly Offer[];
}

export interface TransferAnswer extends Vouchers {
  /** Documents that the receiver has: compact JWS of kind `custody` for each. */
  readonly receipts: readonly { readonly id: string; readonly receipt: string }[];
  /** Documents that it does not take; by the disposition `retry` they are to be offered again. */
  readonly refused: readonly { readonly id: string; readonly problem: Fault }[];
}

/** Media type of a batch, packed with gzip. */
export const batchType = 'application/vnd.tongguan.transfer+json';

/** The header in which the answer is signed, and the type of that signature. */
export const answerHeader = 'x-tongguan-answer';
export const answerType = 'tongguan-answer+jws';

const nodeCode = /^[a-z][a-z0-9-]{1,30}$/;

export function readBatch(text: string, limits: TransferLimits): Result<TransferBatch, Fault> {
  const given = parse(text);
  if (!given) return malformed('not a JSON object');
  const { sender, receiver, sentAt, batch, documents } = given;
  if (![sender, receiver].every(isCode)) return malformed('sender, receiver');
  if (typeof sentAt !== 'string' || Number.isNaN(Date.parse(sentAt))) return malformed('sentAt');
  if (typeof batch !== 'string' || !isUuid(batch)) return malformed('batch');
  if (!Array.isArray(documents) || documents.length === 0) return malformed('documents');
  if (documents.length > limits.batch) {
    const values = { node: String(receiver), size: `${documents.length} > ${limits.batch}` };
    return fail(transferFaults.make('TRANSFER_TOO_LARGE', { values }));
  }
  const offers = documents.map(readOffer);
  if (!offers.every((one) => one !== undefined)) return malformed('documents');
  return ok({
    sender: String(sender),
    receiver: String(receiver),
    sentAt,
    batch,
    documents: offers,
    ...readVouchers(given),
  });
}

function readOffer(given: unknown): Offer | undefined {
  if (!isObject(given)) return undefined;
  const { proof, hops } = given;
  if (typeof proof !== 'string' || !Array.isArray(hops) || hops.length === 0) return undefined;
  return hops.length <= HOPS_READ && hops.every(isCode) ? { proof, hops } : undefined;
}

/** Whatever a node allows, a longer list is not looked at. */
const HOPS_READ = 64;

export function readAnswer(text: string): TransferAnswer | undefined {
  const given = parse(text);
  const { receipts, refused } = given ?? {};
  if (!given || !Array.isArray(receipts) || !Array.isArray(refused)) return undefined;
  return {
    ...readVouchers(given),
    receipts: receipts.flatMap((one: unknown) =>
      isObject(one) && typeof one['id'] === 'string' && typeof one['receipt'] === 'string'
        ? [{ id: one['id'], receipt: one['receipt'] }]
        : [],
    ),
    refused: refused.flatMap((one: unknown) => {
      const problem = isObject(one) ? readProblem(one['problem']) : undefined;
      return problem && isObject(one) && typeof one['id'] === 'string' ? [{ id: one['id'], problem }] : [];
    }),
  };
}

/** What is no text of such a length is not looked at. */
function readVouchers({ checkpoint, cosignature }: JsonObject): Vouchers {
  return {
    ...(isShort(checkpoint) ? { checkpoint } : {}),
    ...(isShort(cosignature) ? { cosignature } : {}),
  };
}

const isShort = (given: unknown): given is string => typeof given === 'string' && given.length <= 4_096;

/** The fault of another node as it is kept here: its code, its texts and what it means, each within bounds. */
function readProblem(given: unknown): Fault | undefined {
  if (!isObject(given)) return undefined;
  const { code, disposition, status } = given;
  const text = readTexts(given['text']);
  const advice = readTexts(given['advice']);
  if (typeof code !== 'string' || !/^[A-Z][A-Z0-9_]{2,60}$/.test(code) || !text || !advice) return undefined;
  return {
    ...{ code, text, advice, severity: 'error' },
    status: typeof status === 'number' && status >= 400 && status < 600 ? status : 422,
    disposition: disposition === 'retry' ? 'retry' : 'dead-letter',
  };
}

function readTexts(given: unknown): { zh: string; en: string } | undefined {
  if (!isObject(given)) return undefined;
  const { zh, en } = given;
  return typeof zh === 'string' && typeof en === 'string'
    ? { zh: zh.slice(0, TEXT_MOST), en: en.slice(0, TEXT_MOST) }
    : undefined;
}

const TEXT_MOST = 1_000;

function parse(text: string): JsonObject | undefined {
  try {
    const given: unknown = JSON.parse(text);
    return isObject(given) ? given : undefined;
  } catch {
    return undefined;
  }
}

const malformed = (reason: string): Result<never, Fault> =>
  fail(transferFaults.make('TRANSFER_MALFORMED', { values: { reason } }));

const isCode = (given: unknown): given is string => typeof given === 'string' && nodeCode.test(given);

/** Sound for what JSON.parse gives. */
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
