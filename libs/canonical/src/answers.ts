import type { Json } from '#kernel';
import { eachText, isObject, stepsOf } from './marks.js';
import { documentSchemas, documentTypes, isDocumentType } from './schemas.js';
import type { DocumentType } from './generated/index.js';

/**
 * That documents of one type answer those of another, as `x-answers` of the answering type's schema says. Which one
 * answers which shows in a business key of these kinds that both have.
 */
export interface Answering {
  /** The type that answers. */
  readonly from: DocumentType;
  /** The type that is answered. */
  readonly to: DocumentType;
  /** Kinds of business keys that tell which. */
  readonly by: readonly string[];
  /** JSON pointers, the first that is there: what the answer says. */
  readonly says: readonly string[];
  /** Whoever sent the one may expect the other; otherwise it may come or not. */
  readonly awaited: boolean;
}

let relations: readonly Answering[] | undefined;

/** Every such relation. */
export const answerings = (): readonly Answering[] =>
  (relations ??= documentTypes.flatMap((from) =>
    listOf(documentSchemas[from]['x-answers']).flatMap(relation(from)),
  ));

const byFrom = new Map<string, readonly Answering[]>();
const byTo = new Map<string, readonly Answering[]>();

/** What documents of a type answer; nothing for most types. */
export const answersOf = (from: string): readonly Answering[] => grouped(byFrom, from, (one) => one.from);

/** What answers documents of a type. */
export const answeredBy = (to: string): readonly Answering[] => grouped(byTo, to, (one) => one.to);

/** What an answer says in a word, as far as this body holds it. */
export function saidBy({ says }: Answering, body: Json): string | undefined {
  for (const pointer of says) {
    let said: string | undefined;
    eachText(body, stepsOf(pointer), 0, (value) => (said ??= value));
    if (said !== undefined) return said;
  }
  return undefined;
}

/** The keys (`kind:value`) of an answer that name what it answers. */
export const keysThatTell = ({ by }: Answering, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => by.includes(key.slice(0, key.indexOf(':'))));

function grouped(
  known: Map<string, readonly Answering[]>,
  type: string,
  of: (one: Answering) => string,
): readonly Answering[] {
  const found = known.get(type) ?? answerings().filter((one) => of(one) === type);
  known.set(type, found);
  return found;
}

const relation =
  (from: DocumentType) =>
  (entry: Json): Answering[] => {
    if (!isObject(entry)) return [];
    const { by, says, awaited } = entry;
    return listOf(entry.to)
      .map(String)
      .filter(isDocumentType)
      .map((to) => ({
        from,
        to,
        by: listOf(by).map(String),
        says: listOf(says).map(String),
        awaited: awaited !== false,
      }));
  };

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
