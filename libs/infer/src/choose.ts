import { clamp, type Scored, type Subject } from './score.js';
import { countsFrom } from './type-fit.js';

/** Fields looked at of one place. */
const mostCandidates = 8;

export const byConfidence = (a: Scored, b: Scored): number =>
  b.confidence - a.confidence ||
  a.target.pointer.length - b.target.pointer.length ||
  (a.target.pointer < b.target.pointer ? -1 : 1);

/** Places beside one another are mostly fields of one object: where most of them go the others go rather. */
export function withNeighbours(
  subjects: readonly Subject[],
  candidates: ReadonlyMap<string, readonly Scored[]>,
): ReadonlyMap<string, readonly Scored[]> {
  const homes = new Map<string, Map<string, number>>();
  const groupOf = ({ place }: Subject): string => prefixOf(place.names[0] ?? '');
  for (const subject of subjects) {
    const [best] = candidates.get(subject.place.path) ?? [];
    if (!best || best.confidence < countsFrom) continue;
    const group = homes.get(groupOf(subject)) ?? new Map<string, number>();
    const home = holderOf(best.target.pointer);
    group.set(home, (group.get(home) ?? 0) + best.confidence);
    homes.set(groupOf(subject), group);
  }
  return new Map(
    subjects.flatMap((subject): [string, readonly Scored[]][] => {
      const found = candidates.get(subject.place.path);
      if (!found) return [];
      const group = homes.get(groupOf(subject));
      const total = [...(group?.values() ?? [])].reduce((sum, one) => sum + one, 0);
      const helped = found.map((one): Scored => {
        const share = total > 1 ? (group?.get(holderOf(one.target.pointer)) ?? 0) / total : 0;
        if (share < 0.5 || holderOf(one.target.pointer) === '') return one;
        const reason = {
          code: 'beside',
          text: { zh: '相邻字段归于同一对象', en: 'its neighbours go to the same object' },
        } as const;
        return {
          ...one,
          confidence: clamp(one.confidence + 0.08 * share),
          reasons: [...one.reasons, reason],
        };
      });
      return [[subject.place.path, [...helped].sort(byConfidence).slice(0, mostCandidates)]];
    }),
  );
}

/** `buyerName` and `buyerTelephone` are of a buyer. */
const prefixOf = (name: string): string =>
  /^\p{Lu}?[\p{Ll}]+|^\p{Script=Han}{2}/u.exec(name)?.[0]?.toLowerCase() ?? name;
const holderOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Each field goes to the place that wants it most; the others take their next. */
export function choose(candidates: ReadonlyMap<string, readonly Scored[]>): ReadonlyMap<string, Scored> {
  const wishes = [...candidates].flatMap(([path, found]) => found.map((scored) => ({ path, scored })));
  wishes.sort(
    (a, b) =>
      b.scored.confidence - a.scored.confidence ||
      (a.path < b.path ? -1 : a.path > b.path ? 1 : byConfidence(a.scored, b.scored)),
  );
  const taken = new Set<string>();
  const chosen = new Map<string, Scored>();
  for (const { path, scored } of wishes) {
    if (chosen.has(path) || taken.has(scored.target.pointer)) continue;
    chosen.set(path, scored);
    taken.add(scored.target.pointer);
  }
  return chosen;
}
