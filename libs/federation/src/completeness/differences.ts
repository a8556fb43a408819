import { digestOfBranches, digestTreeDepth, hexByte, type Branch, type HeldDocument } from '#evidence';

/** A place in the tree, and whether its branches or its documents are asked for. */
export interface Question {
  readonly prefix: string;
  readonly want: 'branches' | 'documents';
}

export interface Answer {
  readonly branches?: readonly Branch[];
  readonly documents?: readonly HeldDocument[];
}

/** Answers in the order of the questions, of which there are {@link questionsAtOnce} at most. */
export type Look = (questions: readonly Question[]) => Promise<readonly Answer[]>;

export const questionsAtOnce = 64;

/** Below so many documents on either side they are told, rather than their branches. */
const fewDocuments = 256;

export interface Differences {
  /** Digests and counts of the whole. */
  readonly own: { readonly digest: string; readonly count: number };
  readonly peer: { readonly digest: string; readonly count: number };
  readonly onlyHere: readonly HeldDocument[];
  readonly onlyThere: readonly string[];
  /** Held by both, and not the same. */
  readonly unlike: readonly string[];
  /** There are more than were looked for. */
  readonly truncated: boolean;
}

/**
 * Finds where two sets of documents differ: only what differs is looked into, so that it takes a request or two for
 * equal days and little more than the differences for others.
 *
 * @param most differences after which it is enough
 */
export async function findDifferences(own: Look, peer: Look, most: number): Promise<Differences> {
  const found = {
    onlyHere: new Array<HeldDocument>(),
    onlyThere: new Array<string>(),
    unlike: new Array<string>(),
  };
  const sum = (): number => found.onlyHere.length + found.onlyThere.length + found.unlike.length;
  let totals: [Whole, Whole] | undefined;
  let open: Question[] = [{ prefix: '', want: 'branches' }];
  let truncated = false;
  while (open.length > 0) {
    if (sum() >= most) {
      truncated = true;
      break;
    }
    const asked = open.slice(0, questionsAtOnce);
    const [mine, theirs] = await Promise.all([own(asked), peer(asked)]);
    const deeper = asked.flatMap((question, at) => {
      const [here, there] = [mine[at] ?? {}, theirs[at] ?? {}];
      totals ??= [wholeOf(here), wholeOf(there)];
      if (question.want === 'branches')
        return unequal(question.prefix, here.branches ?? [], there.branches ?? []);
      compare(here.documents ?? [], there.documents ?? [], found);
      return [];
    });
    open = [...deeper, ...open.slice(asked.length)];
  }
  const [ownWhole, peerWhole] = totals ?? [wholeOf({}), wholeOf({})];
  return { own: ownWhole, peer: peerWhole, ...found, truncated };
}

interface Whole {
  readonly digest: string;
  readonly count: number;
}

const wholeOf = ({ branches = [] }: Answer): Whole => ({
  digest: digestOfBranches(branches),
  count: branches.reduce((sum, { count }) => sum + count, 0),
});

/** What to ask next: branches whose digests differ, or that one side alone has. */
function unequal(prefix: string, here: readonly Branch[], there: readonly Branch[]): Question[] {
  const mine = new Map(here.map((one) => [one.byte, one]));
  const theirs = new Map(there.map((one) => [one.byte, one]));
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((byte) => {
    const [a, b] = [mine.get(byte), theirs.get(byte)];
    if (a?.digest === b?.digest) return [];
    const next = prefix + hexByte(byte);
    const few = Math.max(a?.count ?? 0, b?.count ?? 0) <= fewDocuments;
    return [{ prefix: next, want: few || next.length / 2 === digestTreeDepth ? 'documents' : 'branches' }];
  });
}

function compare(
  here: readonly HeldDocument[],
  there: readonly HeldDocument[],
  found: { onlyHere: HeldDocument[]; onlyThere: string[]; unlike: string[] },
): void {
  const theirs = new Map(there.map((one) => [one.id, one.sha256]));
  for (const one of here) {
    const { id, sha256 } = one;
    const known = theirs.get(id);
    if (known === undefined) found.onlyHere.push(one);
    else if (known !== sha256) found.unlike.push(id);
    theirs.delete(id);
  }
  found.onlyThere.push(...theirs.keys());
}
