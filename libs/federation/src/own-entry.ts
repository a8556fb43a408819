import type { Membership, NodeKeyDates, RemoteParticipant, Setup } from '#store';
import type { DatedKey, Directory, ListedParticipant } from './generated/directory.js';
import type { EntryContent } from './node-entry.js';
import { isNodeEntry } from './schema.js';

/** How this node is called. */
export interface OwnName {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What this node says of itself: those participants alone that an administrator has listed. */
export const ownEntry = (
  { code, nameZh, nameEn }: OwnName,
  endpoint: string,
  setup: Setup,
  keys: readonly NodeKeyDates[],
): EntryContent => ({
  code,
  nameZh,
  nameEn,
  endpoint,
  keys: datedKeys(keys),
  participants: listedParticipants(setup),
});

function listedParticipants(setup: Setup): ListedParticipant[] {
  return [...setup.participants.values()]
    .filter((one) => one.listed && one.nodeCode === undefined && one.state === 'active')
    .flatMap(({ code, nameZh, nameEn, kind, system, gives, takes }) =>
      kind === 'node'
        ? []
        : [
            {
              code,
              nameZh,
              nameEn,
              kind,
              ...(system === undefined ? {} : { system }),
              gives: [...gives].sort(),
              takes: [...takes].sort(),
            },
          ],
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** As they stand in an entry, newest first. */
export function datedKeys(keys: readonly NodeKeyDates[]): DatedKey[] {
  const dated: unknown[] = keys.map(({ publicJwk, createdAt, retiredAt }) => ({
    jwk: publicJwk,
    since: new Date(createdAt).toISOString(),
    ...(retiredAt === undefined ? {} : { retiredAt: new Date(retiredAt).toISOString() }),
  }));
  return dated.filter(isDatedKey);
}

/** The schema of entries knows what a key is. */
export const isDatedKey = (key: unknown): key is DatedKey =>
  isNodeEntry({
    code: 'node',
    sequence: 1,
    issuedAt: '2026-01-01T00:00:00Z',
    nameZh: '-',
    nameEn: '-',
    endpoint: 'http://node',
    keys: [key],
    participants: [],
  });

/** The other nodes and their participants, as they are known here. */
export const remoteParticipants = (directory: Directory, self: string): RemoteParticipant[] =>
  directory.nodes
    .filter(({ code }) => code !== self)
    .flatMap(({ code: nodeCode, nameZh, nameEn, state, participants }) => {
      const active = state === 'active';
      const node = { code: nodeCode, nodeCode, nameZh, nameEn, gives: [], takes: [], active };
      return [
        { ...node, kind: 'node' as const },
        ...participants.map((one) => ({ ...one, code: `${one.code}@${nodeCode}`, nodeCode, active })),
      ];
    });

/** Pinned keys of the province as they were kept: those of a directory or of an invitation that was checked. */
export function pinnedKeys({ provinceKeys }: Membership): DatedKey[] {
  const kept: readonly unknown[] = provinceKeys;
  return kept.filter(isDatedKey);
}
