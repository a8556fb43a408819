import { generateNodeKey, keyAlgorithms, signJws, type NodeKey } from '#evidence';
import type { DatedKey, Directory, ListedNode } from './generated/directory.js';
import { signRoll } from './key-roll.js';
import {
  contentHash,
  directoryType,
  pinnedBy,
  readDirectory,
  signDirectory,
  type Trust,
} from './signed-directory.js';

const now = Date.parse('2026-11-23T08:00:00Z');
const day = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();

const dated = ({ publicJwk }: NodeKey, retiredAt?: number): DatedKey => ({
  jwk: { ...publicJwk },
  since: iso(now - 30 * day),
  ...(retiredAt === undefined ? {} : { retiredAt: iso(retiredAt) }),
});
const node = (code: string, keys: DatedKey[], more: Partial<ListedNode> = {}): ListedNode => ({
  code,
  nameZh: code,
  nameEn: code,
  endpoint: `https://${code}.example`,
  state: 'active',
  keys,
  participants: [],
  ...more,
});
const province = generateNodeKey();
const city = generateNodeKey('sm2');
const directory = (more: Partial<Directory> = {}): Directory => ({
  version: 7,
  issuer: 'liaoning',
  issuedAt: iso(now),
  nodes: [node('liaoning', [dated(province)]), node('yingkou', [dated(city)])],
  shared: [],
  rolls: [],
  ...more,
});
const trust: Trust = { issuer: 'liaoning', keys: [dated(province)] };
const read = (signed: string, known?: { version: number; content: string }, trusted = trust) => {
  const good = readDirectory(signed, trusted, known, now);
  return good.ok ? good.value.directory.version : good.error.code;
};

describe('a directory', () => {
  it.each(keyAlgorithms)('is believed when a pinned %s key signed it', (algorithm) => {
    const key = generateNodeKey(algorithm);
    const signed = signDirectory(key, directory({ nodes: [node('liaoning', [dated(key)])] }));
    expect(read(signed, undefined, { issuer: 'liaoning', keys: [dated(key)] })).toBe(7);
  });

  const other = generateNodeKey();
  const known = { version: 7, content: contentHash(directory()) };
  it.each<readonly [string, () => string, { version: number; content: string } | undefined, unknown]>([
    ['the one that is known', () => signDirectory(province, directory()), known, 7],
    ['one after it', () => signDirectory(province, directory({ version: 8 })), known, 8],
    [
      'an older one',
      () => signDirectory(province, directory({ version: 6 })),
      known,
      'FEDERATION_DIRECTORY_OLDER',
    ],
    [
      'another one of the same version',
      () => signDirectory(province, directory({ nodes: [node('liaoning', [dated(province)])] })),
      known,
      'FEDERATION_DIRECTORY_FORKED',
    ],
    ['a stranger', () => signDirectory(other, directory()), undefined, 'FEDERATION_DIRECTORY_UNTRUSTED'],
    [
      'another node that is in it',
      () => signDirectory(city, directory()),
      undefined,
      'FEDERATION_DIRECTORY_UNTRUSTED',
    ],
    [
      'another issuer',
      () =>
        signDirectory(province, directory({ issuer: 'jilin', nodes: [node('jilin', [dated(province)])] })),
      undefined,
      'FEDERATION_DIRECTORY_ISSUER',
    ],
    [
      'a receipt that says the same',
      () => signJws(province, 'tongguan-receipt+jws', JSON.parse(JSON.stringify(directory()))),
      undefined,
      'FEDERATION_DIRECTORY_UNTRUSTED',
    ],
    ['no JWS', () => 'hello', undefined, 'FEDERATION_DIRECTORY_INVALID'],
    [
      'something else',
      () => signJws(province, directoryType, { version: 7 }),
      undefined,
      'FEDERATION_DIRECTORY_INVALID',
    ],
    [
      'a node twice',
      () =>
        signDirectory(
          province,
          directory({ nodes: [node('liaoning', [dated(province)]), node('liaoning', [dated(city)])] }),
        ),
      undefined,
      'FEDERATION_DIRECTORY_INVALID',
    ],
    [
      'a province without a key',
      () => signDirectory(province, directory({ nodes: [node('yingkou', [dated(city)])] })),
      undefined,
      'FEDERATION_DIRECTORY_INVALID',
    ],
  ])('of %s', (_what, signed, knowing, outcome) => {
    expect(read(signed(), knowing)).toBe(outcome);
  });

  it('is refused with any character changed', () => {
    const signed = signDirectory(province, directory());
    for (let at = 0; at < signed.length; at += 7) {
      const letter = signed[at] === 'A' ? 'B' : 'A';
      const altered = signed.slice(0, at) + letter + signed.slice(at + 1);
      if (altered !== signed) expect(typeof read(altered)).toBe('string');
    }
  });
});

describe('a new key of the province', () => {
  const second = generateNodeKey();
  const third = generateNodeKey();
  const rolls = [
    signRoll(province, 'liaoning', second.publicJwk, now),
    signRoll(second, 'liaoning', third.publicJwk, now),
  ];
  const signed = (more: Partial<Directory> = {}): string =>
    signDirectory(third, directory({ nodes: [node('liaoning', [dated(third)])], rolls, ...more }));

  it('is believed from the one before, over as many as were missed', () => {
    expect(read(signed())).toBe(7);
    expect(read(signed({ rolls: rolls.slice(1) }))).toBe('FEDERATION_DIRECTORY_UNTRUSTED');
  });

  it('is not believed of another node, nor from a key that signs for another', () => {
    const stray = [signRoll(province, 'yingkou', third.publicJwk, now)];
    expect(read(signed({ rolls: stray }))).toBe('FEDERATION_DIRECTORY_UNTRUSTED');
    const foreign = [signRoll(city, 'liaoning', third.publicJwk, now)];
    expect(read(signed({ rolls: foreign }))).toBe('FEDERATION_DIRECTORY_UNTRUSTED');
  });

  it('is not handed over to by a retired key, unless all that are pinned are retired', () => {
    const retired = dated(province, now - day);
    expect(read(signed(), undefined, { issuer: 'liaoning', keys: [retired, dated(city)] })).toBe(
      'FEDERATION_DIRECTORY_UNTRUSTED',
    );
    expect(read(signed(), undefined, { issuer: 'liaoning', keys: [retired] })).toBe(7);
    const old = signDirectory(province, directory());
    expect(read(old, undefined, { issuer: 'liaoning', keys: [retired] })).toBe(
      'FEDERATION_DIRECTORY_UNTRUSTED',
    );
  });

  it('is pinned by the directory that has it, and retired ones are not', () => {
    const keys = [dated(second), dated(province, now + day), dated(third, now - day)];
    const pinned = pinnedBy(directory({ nodes: [node('liaoning', keys)] }), now);
    expect(pinned.map(({ jwk }) => jwk.kid)).toEqual([second.kid, province.kid]);
  });
});
