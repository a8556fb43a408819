import type { HeldDocument } from '#evidence';
import { isUuid, type JsonObject } from '#kernel';
import { namedAtOnce } from './compare-day.js';
import { isQuestion } from './answers.js';
import { questionsAtOnce, type Answer, type Question } from './differences.js';

/** What one node asks another about the documents that went between them. */
export type Inquiry =
  /** What the asked node has from the asking one, of a day. */
  | { readonly kind: 'tree'; readonly day: string; readonly questions: readonly Question[] }
  /** Which of these it has, whoever gave them: told to whoever knows what their origin signed, and to nobody else. */
  | { readonly kind: 'holds'; readonly documents: readonly HeldDocument[] };

export type InquiryAnswer = {
  readonly answers?: readonly Answer[];
  readonly held?: readonly HeldDocument[];
};

/** Where a node is asked. */
export const inquiryPath = '/v1/transfers/inquiries';
export const inquiryType = 'application/vnd.tongguan.inquiry+json';

/** @returns `undefined` for what is no inquiry, or one that asks for too much */
export function readInquiry(text: string): Inquiry | undefined {
  const given = parse(text);
  if (given?.['kind'] === 'holds') {
    const documents = listOf(given['documents']).map(readHeld);
    const sound = documents.every((one): one is HeldDocument => one !== undefined);
    const few = documents.length > 0 && documents.length <= namedAtOnce;
    return sound && few ? { kind: 'holds', documents } : undefined;
  }
  const { kind, day } = given ?? {};
  if (kind !== 'tree' || typeof day !== 'string') return undefined;
  const questions = listOf(given?.['questions']).map(readQuestion);
  const sound = questions.every((one): one is Question => one !== undefined && isQuestion(one));
  const few = questions.length > 0 && questions.length <= questionsAtOnce;
  return sound && few ? { kind, day, questions } : undefined;
}

function readQuestion(given: unknown): Question | undefined {
  if (!isObject(given)) return undefined;
  const { prefix, want } = given;
  if (typeof prefix !== 'string' || (want !== 'branches' && want !== 'documents')) return undefined;
  return { prefix, want };
}

/** @returns `undefined` for what is no answer */
export function readInquiryAnswer(text: string): InquiryAnswer | undefined {
  const given = parse(text);
  if (!given) return undefined;
  const answers = listOf(given['answers']).map(readOne);
  const held = listOf(given['held']).map(readHeld);
  if (![...answers, ...held].every((one) => one !== undefined)) return undefined;
  return {
    answers: answers.filter((one) => one !== undefined),
    held: held.filter((one) => one !== undefined),
  };
}

function readOne(given: unknown): Answer | undefined {
  if (!isObject(given)) return undefined;
  const branches = listOf(given['branches']).map(readBranch);
  const documents = listOf(given['documents']).map(readHeld);
  if (![...branches, ...documents].every((one) => one !== undefined)) return undefined;
  return {
    branches: branches.filter((one) => one !== undefined),
    documents: documents.filter((one) => one !== undefined),
  };
}

function readBranch(given: unknown) {
  if (!isObject(given)) return undefined;
  const { byte, count, digest } = given;
  const sound = isCount(byte) && byte < 256 && isCount(count) && isHash(digest);
  return sound ? { byte, count, digest } : undefined;
}

function readHeld(given: unknown) {
  if (!isObject(given)) return undefined;
  const { id, sha256 } = given;
  return typeof id === 'string' && isUuid(id) && isHash(sha256) ? { id, sha256 } : undefined;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function parse(text: string): JsonObject | undefined {
  try {
    const given: unknown = JSON.parse(text);
    return isObject(given) ? given : undefined;
  } catch {
    return undefined;
  }
}

/** Sound for what JSON.parse gives. */
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
