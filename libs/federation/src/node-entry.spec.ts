import { generateNodeKey, type NodeKey } from '#evidence';
import { activeKeys, mergeKeys, revokeAll } from './dated-keys.js';
import type { DatedKey } from './generated/directory.js';
import type { NodeEntry } from './generated/node-entry.js';
import { newToken, readInvitation, tokenHash } from './invitation.js';
import { entryHash, joinProof, readEntry, readJoining, signEntry } from './node-entry.js';

const now = Date.parse('2026-11-23T08:00:00Z');
const hour = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const dated = ({ publicJwk }: NodeKey, since = now - hour, retiredAt?: number): DatedKey => ({
  jwk: { ...publicJwk },
  since: iso(since),
  ...(retiredAt === undefined ? {} : { retiredAt: iso(retiredAt) }),
});
const key = generateNodeKey();
const entry = (more: Partial<NodeEntry> = {}): NodeEntry => ({
  code: 'yingkou',
  sequence: 1,
  issuedAt: iso(now),
  nameZh: '营口',
  nameEn: 'Yingkou',
  endpoint: 'https://port.yingkou.example',
  keys: [dated(key)],
  participants: [
    { code: 'customs', nameZh: '海关', nameEn: 'Customs', kind: 'agency', gives: ['GateMove'], takes: [] },
  ],
  ...more,
});
const outcome = (signed: string, code = 'yingkou', keys = [key.publicJwk]): unknown => {
  const read = readEntry(signed, code, keys);
  return read.ok ? read.value.sequence : read.error.code;
};

describe('the entry of a node', () => {
  const other = generateNodeKey();
  const claimed = { ...dated(other), jwk: { ...other.publicJwk, kid: key.kid } };
  it.each<readonly [string, () => string, unknown]>([
    ['is taken when one of its keys signed it', () => signEntry(key, entry()), 1],
    ['is refused from a stranger', () => signEntry(other, entry()), 'FEDERATION_ENTRY_SIGNATURE'],
    [
      'is refused of another node',
      () => signEntry(key, entry({ code: 'dalian' })),
      'FEDERATION_ENTRY_OTHER_NODE',
    ],
    [
      'is refused with a key under a name that is not its own',
      () => signEntry(key, entry({ keys: [claimed] })),
      'FEDERATION_ENTRY_INVALID',
    ],
    [
      'is refused with an address that is none',
      () => signEntry(key, entry({ endpoint: 'file:///etc' })),
      'FEDERATION_ENTRY_INVALID',
    ],
    ['is refused when it is no JWS', () => '{}', 'FEDERATION_ENTRY_INVALID'],
  ])('%s', (_what, signed, expected) => {
    expect(outcome(signed())).toBe(expected);
  });

  it('has the same hash as long as it says the same', () => {
    expect(entryHash(entry({ sequence: 9, issuedAt: iso(now + hour) }))).toEqual(entryHash(entry()));
    expect(entryHash(entry({ nameZh: '营口港' }))).not.toEqual(entryHash(entry()));
  });
});

describe('joining', () => {
  const token = newToken();
  const join = (signed: string, hashes = [tokenHash(newToken()), tokenHash(token)]): unknown => {
    const read = readJoining(signed, 'yingkou', hashes);
    return read.ok ? read.value.tokenHash.equals(tokenHash(token)) : read.error.code;
  };
  const proven = (said: NodeEntry): NodeEntry => ({ ...said, proof: joinProof(tokenHash(token), said) });

  it('is proven by the token of an invitation', () => {
    expect(join(signEntry(key, proven(entry())))).toBe(true);
    expect(join(signEntry(key, proven(entry())), [])).toBe('FEDERATION_INVITATION_REFUSED');
    expect(join(signEntry(key, entry()))).toBe('FEDERATION_INVITATION_REFUSED');
  });

  it('is of no use with another key or address, to whoever overhears it', () => {
    const thief = generateNodeKey();
    const { proof = '' } = proven(entry());
    const stolen = entry({ keys: [dated(thief)], proof });
    expect(join(signEntry(thief, stolen))).toBe('FEDERATION_INVITATION_REFUSED');
    const moved = entry({ endpoint: 'https://elsewhere.example', proof });
    expect(join(signEntry(key, moved))).toBe('FEDERATION_INVITATION_REFUSED');
  });

  it('needs the very keys that it brings', () => {
    expect(join(signEntry(generateNodeKey(), proven(entry())))).toBe('FEDERATION_ENTRY_SIGNATURE');
  });
});

describe('an invitation file', () => {
  const file = {
    province: { code: 'liaoning', endpoint: 'https://liaoning.example', keys: [dated(key)] },
    node: 'yingkou',
    token: newToken(),
    expiresAt: iso(now + hour),
  };
  it.each<readonly [string, unknown, string, unknown]>([
    ['is read', file, 'yingkou', true],
    ['is for one node', file, 'dalian', 'FEDERATION_INVITATION_OTHER'],
    ['ends', { ...file, expiresAt: iso(now) }, 'yingkou', 'FEDERATION_INVITATION_REFUSED'],
    ['has a token', { ...file, token: 'x' }, 'yingkou', 'FEDERATION_INVITATION_INVALID'],
    ['has a province', { ...file, province: null }, 'yingkou', 'FEDERATION_INVITATION_INVALID'],
    [
      'has the keys of the province',
      { ...file, province: { ...file.province, keys: [] } },
      'yingkou',
      'FEDERATION_INVITATION_INVALID',
    ],
    ['is no text', 'file', 'yingkou', 'FEDERATION_INVITATION_INVALID'],
  ])('%s', (_what, value, self, expected) => {
    const read = readInvitation(value, self, now);
    expect(read.ok ? true : read.error.code).toBe(expected);
  });
});

describe('the keys of a node', () => {
  const [a, b] = [generateNodeKey(), generateNodeKey()];
  const kids = (keys: readonly DatedKey[]): string[] => keys.map(({ jwk }) => jwk.kid);

  it('are kept when the node no longer speaks of them, and verify nothing new', () => {
    const merged = mergeKeys([dated(a)], [dated(b, now)], now);
    expect(kids(merged)).toEqual([b.kid, a.kid]);
    expect(kids(activeKeys(merged, now))).toEqual([b.kid]);
  });

  it('are not taken up again once they are retired, nor is their end put off', () => {
    const retired = [dated(a, now - hour, now - 1)];
    expect(activeKeys(mergeKeys(retired, [dated(a)], now), now)).toEqual([]);
    const ending = [dated(a, now - hour, now + hour)];
    const [later] = mergeKeys(ending, [dated(a, now - hour, now + 5 * hour)], now);
    expect(later?.retiredAt).toBe(iso(now + hour));
    const [earlier] = mergeKeys(ending, [dated(a, now - hour, now + 1)], now);
    expect(earlier?.retiredAt).toBe(iso(now + 1));
  });

  it('all end when the node is revoked', () => {
    expect(activeKeys(revokeAll([dated(a), dated(b)], now), now)).toEqual([]);
  });

  it('that were good when the node was revoked are marked for good; what was retired before is not', () => {
    const revoked = revokeAll([dated(a), dated(b, now - hour, now - 1)], now);
    const marks = (keys: readonly DatedKey[]) => keys.map((key) => [key.jwk.kid, key.revoked]).sort();
    const expected = [
      [a.kid, true],
      [b.kid, undefined],
    ].sort();
    expect(marks(revoked)).toEqual(expected);
    expect(marks(mergeKeys(revoked, [dated(a), dated(b)], now + hour))).toEqual(expected);
    const unknown = mergeKeys([], [{ ...dated(a), revoked: true }], now);
    expect(unknown[0]?.revoked).toBeUndefined();
  });
});
