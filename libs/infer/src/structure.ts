import type { SourceNode } from '#syntax';

/** Segments that begin what repeats, the most telling first. */
const leaders = ['EQD', 'CNI', 'GID', 'NAD', 'LIN', 'CST', 'DGS', '50', '51', '12', 'LOC'];

/**
 * Segment groups as far as samples show them: what stands before the segment that repeats with others after it, the
 * group that it begins, and what ends the message.
 *
 * @param envelope tags that are not listed
 */
export function guessStructure(messages: readonly SourceNode[], envelope: readonly string[]): string {
  const tags = messages.map((message) =>
    message.children.map(({ name }) => name).filter((tag) => !envelope.includes(tag)),
  );
  const all = [...new Set(tags.flat())];
  const leader = leaders.find((tag) => tags.some((list) => isLeader(list, tag)));
  if (leader === undefined) return all.map((tag) => `${tag}*`).join(' ');
  const before = new Set(
    tags.flatMap((list) => list.slice(0, list.includes(leader) ? list.indexOf(leader) : list.length)),
  );
  const trailing = new Set(tags.flatMap((list) => trailers(list, leader)));
  const inside = new Set(
    tags.flatMap((list) =>
      list.slice(list.indexOf(leader) + 1).filter((tag) => list.includes(leader) && tag !== leader),
    ),
  );
  const within = [...inside].filter((tag) => !trailing.has(tag));
  return [
    ...[...before].map((tag) => `${tag}*`),
    within.length > 0 ? `UNIT=${leader}*{${within.map((tag) => `${tag}*`).join(' ')}}` : `${leader}*`,
    ...[...trailing].filter((tag) => !before.has(tag)).map((tag) => `${tag}*`),
  ].join(' ');
}

/** It stands several times, or once with others after it. */
const isLeader = (list: readonly string[], tag: string): boolean =>
  list.filter((other) => other === tag).length > 1 ||
  (list.includes(tag) && list.indexOf(tag) < list.length - 2);

/** Segments that are about the whole and stand at its end. */
const ofWhole = new Set(['CNT', 'AUT', 'UNS', '99', 'TCC']);

const trailers = (list: readonly string[], leader: string): string[] =>
  list.slice(list.lastIndexOf(leader) + 1).filter((tag) => ofWhole.has(tag));
