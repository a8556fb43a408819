import { claimsOf } from '#evidence';
import { nodeKeyDates, sharedItems, type Federation, type KeptEntry } from '#store';
import { publicJwk } from './dated-keys.js';
import type { Directory, ListedNode, SharedItem } from './generated/directory.js';
import { signRoll } from './key-roll.js';
import { datedKeys, ownEntry, remoteParticipants } from './own-entry.js';
import type { FederationParts } from './parts.js';
import { isNodeEntry } from './schema.js';
import { contentHash, pinnedBy, signDirectory } from './signed-directory.js';

/**
 * Publishes the directory within an act at the province, when it says anything new or has to be signed anew.
 *
 * @param fed locked
 * @param endpoint of the province
 * @param force also when it says nothing new
 * @returns its version, and the directory as it is signed
 */
export async function publish(
  fed: Federation,
  parts: FederationParts,
  endpoint: string,
  force = false,
): Promise<{ version: number; signed: string }> {
  const { keyring, staleMs, self } = parts;
  const [last, keys] = [await fed.directory(), await nodeKeyDates(fed.tx)];
  const fresh = keys.filter(
    ({ activatedAt, retiredAt }) => activatedAt === undefined && retiredAt === undefined,
  );
  const own = ownEntry(self, endpoint, parts.snapshot.current(), keys);
  const nodes = [...(await fed.entries()).flatMap(listedNode), { ...own, state: 'active' as const }];
  const says = {
    nodes: nodes.sort((a, b) => (a.code < b.code ? -1 : 1)),
    shared: await listedItems(fed),
    rolls: [...rollsOf(last?.signed), ...newRolls()],
  };
  const content = contentHash(says);
  const young = last !== undefined && fed.now - last.issuedAt < staleMs / 4;
  if (last && young && last.content === content && !force) return last;
  const version = (last?.version ?? 0) + 1;
  const issuedAt = new Date(fed.now).toISOString();
  const directory: Directory = { version, issuer: self.code, issuedAt, ...says };
  const signed = signDirectory(keyring.current(), directory);
  const pinned = pinnedBy(directory, fed.now).map((key) => ({ ...key, jwk: { ...key.jwk } }));
  const remote = remoteParticipants(directory, self.code);
  await fed.keep(
    'directory.published',
    { version, issuer: self.code, issuedAt: fed.now, content, signed },
    pinned,
    remote,
  );
  const kids = datedKeys(fresh).map(({ jwk }) => jwk.kid);
  if (kids.length > 0) await fed.activate(kids, parts.keyOverlapMs);
  return { version, signed };

  /** The present key hands over to the new ones, for those who miss this directory. */
  function newRolls(): string[] {
    return datedKeys(fresh).flatMap((key) => {
      const jwk = publicJwk(key);
      return jwk ? [signRoll(keyring.current(), self.code, jwk, fed.now)] : [];
    });
  }
}

function rollsOf(signed: string | undefined): string[] {
  const rolls = signed === undefined ? undefined : claimsOf(signed)?.['rolls'];
  return Array.isArray(rolls) ? rolls.filter((roll) => typeof roll === 'string') : [];
}

function listedNode({ entry, state, revokedAt }: KeptEntry): ListedNode[] {
  const checked: unknown = entry;
  if (!isNodeEntry(checked)) return [];
  const { code, nameZh, nameEn, endpoint, keys, participants } = checked;
  const revoked = revokedAt === undefined ? {} : { revokedAt: new Date(revokedAt).toISOString() };
  const says = { code, nameZh, nameEn, endpoint, keys };
  return state === 'active'
    ? [{ ...says, state, participants }]
    : [{ ...says, state, ...revoked, participants: [] }];
}

async function listedItems(fed: Federation): Promise<SharedItem[]> {
  return (await sharedItems(fed.tx)).map(({ note, sharedAt, ...item }) => ({
    ...item,
    ...(note === null ? {} : { note }),
    sharedAt: sharedAt.toISOString(),
  }));
}
