import { digestTreeDepth } from '#evidence';
import { branchesHeld, documentsHeld, type Held, type Sql } from '#store';
import type { Answer, Question } from './differences.js';

/** Documents told in one answer at most; who gets fewer than there are sees it by the count of the branch. */
export const documentsAtOnce = 50_000;

/** What this node has sent to a peer or has from it, as asked: by the peer, or by this node itself. */
export async function answerQuestions(
  sql: Sql,
  held: Held,
  questions: readonly Question[],
): Promise<Answer[]> {
  const asked = (want: Question['want']): string[] =>
    questions.filter((one) => one.want === want).map(({ prefix }) => prefix);
  const wanted = asked('documents');
  const rows = wanted.length === 0 ? [] : await documentsHeld(sql, held, wanted, documentsAtOnce);
  const branches = await branchesHeld(sql, held, asked('branches'));
  return questions.map(({ prefix, want }) => {
    if (want === 'branches') return { branches: branches.get(prefix) ?? [] };
    const documents = rows.filter(({ place }) => place.startsWith(prefix));
    return { documents: documents.map(({ id, sha256 }) => ({ id, sha256 })) };
  });
}

/** Whether a question can be asked: a prefix of whole bytes, above the bottom of the tree for its branches. */
export const isQuestion = ({ prefix, want }: Question): boolean =>
  /^([0-9a-f]{2}){0,2}$/.test(prefix) &&
  (want === 'documents' ? prefix !== '' : prefix.length / 2 < digestTreeDepth);
