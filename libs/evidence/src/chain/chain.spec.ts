import fc from 'fast-check';
import { sha256 } from '../digest.js';
import { generateNodeKey } from '../node-key.js';
import { ChainReader, type KeptBlock } from './chain.js';
import {
  cosign,
  readCheckpoint,
  sealBlock,
  verifyCheckpoint,
  verifyCosignature,
  type BlockHead,
} from './checkpoint.js';
import { entryOf, readEntries } from './entry.js';
import { leafHash, merkleLevels, merklePath, merkleRoot, rootOfPath } from './merkle.js';
import { BlockProofs, verifyProof } from './proof.js';
import { ExportReader } from './read-export.js';

const key = generateNodeKey();
const peer = generateNodeKey();
const keys = [key.publicJwk];
const now = Date.UTC(2026, 10, 23, 10);

const record = (n: number): string =>
  `{"id":"01a0b1c2-0000-7000-8000-${String(n).padStart(12, '0')}","sha256":"${'ab'.repeat(32)}"}`;
const entryAt = (n: number): Buffer => entryOf('document', record(n)) ?? Buffer.alloc(0);

/** Blocks with so many entries each. */
function chainOf(sizes: readonly number[]): KeptBlock[] {
  let head: { height: number; hash: Buffer } | undefined;
  let n = 0;
  return sizes.map((size) => {
    const entries = Buffer.concat(Array.from({ length: size }, () => entryAt(n++)));
    const sealed = sealBlock(key, 'dalian', head, entries, now);
    head = sealed;
    return { checkpoint: sealed.checkpoint, entries };
  });
}

const headOf = (block: KeptBlock | undefined): BlockHead => {
  const head = block && readCheckpoint(block.checkpoint);
  if (!head) throw new Error('no head');
  return head;
};

const codesOf = (blocks: readonly KeptBlock[]): string[] => {
  const reader = new ChainReader(keys, true);
  return blocks.flatMap((block) => reader.next(block).faults.map(({ code }) => code));
};

describe('the hash tree', () => {
  it('is that of RFC 6962: known roots of the test vectors of Certificate Transparency', () => {
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ].map((hex) => Buffer.from(hex, 'hex'));
    const roots = [1, 2, 3, 8].map((count) => merkleRoot(leaves.slice(0, count)).toString('hex'));
    expect(roots).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  it('gives every leaf a path that leads to the root, and no other leaf, place or path does', () => {
    const leaves = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(), (all, pick, bit) => {
        const index = pick % all.length;
        const leaf = all[index] ?? new Uint8Array();
        const root = merkleRoot(all).toString('hex');
        const path = merklePath(merkleLevels(all), index);
        expect(rootOfPath(leaf, index, all.length, path)?.toString('hex')).toBe(root);
        expect(
          rootOfPath(Buffer.concat([leaf, Buffer.of(0)]), index, all.length, path)?.toString('hex'),
        ).not.toBe(root);
        expect(rootOfPath(leaf, index, all.length, [...path, leafHash(leaf)])).toBeUndefined();
        if (path.length === 0) return;
        const at = bit % path.length;
        const bent = path.map((one, n) => (n === at ? flipped(one, bit) : one));
        expect(rootOfPath(leaf, index, all.length, bent)?.toString('hex')).not.toBe(root);
        expect(rootOfPath(leaf, index, all.length, path.slice(1))).toBeUndefined();
      }),
    );
  });
});

const flipped = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
};

describe('the chain', () => {
  const blocks = chainOf([3, 1, 8, 5]);

  it('holds as it was made', () => expect(codesOf(blocks)).toEqual([]));

  it('shows any flipped bit of any entry, in its block', () => {
    fc.assert(
      fc.property(fc.nat(blocks.length - 1), fc.nat(), (at, bit) => {
        const bent = blocks.map((block, n) =>
          n === at ? { ...block, entries: flipped(block.entries, bit) } : block,
        );
        const reader = new ChainReader(keys, true);
        const found = bent.map((block) => reader.next(block).faults.map(({ code }) => code));
        expect(found.map((codes) => codes.length > 0)).toEqual(blocks.map((_, n) => n === at));
        expect(found[at]).toEqual(['EVIDENCE_BLOCK_CHANGED']);
      }),
    );
  });

  it('shows any flipped bit of any checkpoint', () => {
    fc.assert(
      fc.property(fc.nat(blocks.length - 1), fc.nat(), (at, bit) => {
        const bent = blocks.map((block, n) =>
          n === at
            ? { ...block, checkpoint: flipped(Buffer.from(block.checkpoint), bit).toString('latin1') }
            : block,
        );
        expect(codesOf(bent).length).toBeGreaterThan(0);
      }),
    );
  });

  it('shows a block that is missing, one that was put in, and two that changed places', () => {
    const [first, second, third, fourth] = blocks;
    if (!first || !second || !third || !fourth) throw new Error('four blocks');
    expect(codesOf([first, third, fourth])).toEqual(['EVIDENCE_BLOCKS_MISSING']);
    expect(codesOf([second, third, fourth])).toEqual(['EVIDENCE_BLOCKS_MISSING']);
    expect(codesOf([first, second, second, third, fourth])).toContain('EVIDENCE_CHAIN_BROKEN');
    expect(codesOf([first, third, second, fourth]).length).toBeGreaterThan(1);
  });

  it('shows history that the node itself wrote anew', () => {
    const other = chainOf([3, 2, 8, 5]);
    expect(codesOf([...blocks.slice(0, 2), ...other.slice(2)])).toEqual(['EVIDENCE_CHAIN_BROKEN']);
    expect(codesOf(other)).toEqual([]);
  });

  it('is that of one node, by its keys', () => {
    const reader = new ChainReader([peer.publicJwk], true);
    expect(reader.next(blocks[0] ?? { checkpoint: '', entries: Buffer.alloc(0) }).faults[0]?.code).toBe(
      'EVIDENCE_KEY_UNKNOWN',
    );
  });

  it('keeps entries that a program does not know: they are read as well', () => {
    const strange = Buffer.concat([Buffer.of(250, 3, 1, 2, 3), Buffer.alloc(32, 7)]);
    expect(readEntries(Buffer.concat([entryAt(1), strange]))).toMatchObject([
      { kind: 2 },
      { kind: 250, subject: Buffer.of(1, 2, 3) },
    ]);
    expect(readEntries(Buffer.concat([entryAt(1), strange.subarray(1)]))).toBeUndefined();
  });
});

describe('co-signatures', () => {
  it('say of one checkpoint that another node has seen it', () => {
    const [block] = chainOf([2]);
    const head = verifyCheckpoint(block?.checkpoint ?? '', keys);
    if (!head.ok) throw new Error('no head');
    const signed = cosign(peer, 'yingkou', head.value, now);
    expect(verifyCosignature(signed, [peer.publicJwk])).toMatchObject({
      ok: true,
      value: { by: 'yingkou', node: 'dalian', height: 1, hash: head.value.hash.toString('hex') },
    });
    expect(verifyCosignature(signed, keys)).toMatchObject({ ok: false });
    // What was signed as one thing is not taken for another.
    expect(verifyCheckpoint(signed, [peer.publicJwk])).toMatchObject({ ok: false });
    expect(verifyCosignature(block?.checkpoint ?? '', keys)).toMatchObject({ ok: false });
  });
});

describe('a proof of inclusion', () => {
  const content = '{"declarationNumber":"090120261000000001"}';
  const [block] = chainOf([13]);
  const proof = block && new BlockProofs(block).of('document', record(4));

  it('holds with nothing but the public key', () => {
    expect(verifyProof({ ...proof }, keys)).toMatchObject({
      ok: true,
      value: { kind: 'document', head: { node: 'dalian', height: 1 }, content: undefined, cosigned: [] },
    });
    expect(block && new BlockProofs(block).of('document', record(99))).toBeUndefined();
  });

  it.each([
    ['another record', { record: record(5) }, 'EVIDENCE_NOT_INCLUDED'],
    ['a changed record', { record: record(4).replace('abab', 'abac') }, 'EVIDENCE_NOT_INCLUDED'],
    ['another kind', { kind: 'interchange' }, 'EVIDENCE_NOT_INCLUDED'],
    ['another place', { index: 5 }, 'EVIDENCE_NOT_INCLUDED'],
    ['a shorter path', { path: proof?.path.slice(1) ?? [] }, 'EVIDENCE_NOT_INCLUDED'],
    ['another content', { content }, 'EVIDENCE_CONTENT_CHANGED'],
    ['no kind', { kind: 'toString' }, 'EVIDENCE_INCLUSION_MALFORMED'],
    ['no path', { path: 'none' }, 'EVIDENCE_INCLUSION_MALFORMED'],
  ])('does not with %s', (_, change, code) => {
    expect(verifyProof({ ...proof, ...change }, keys)).toMatchObject({ ok: false, error: { code } });
  });

  it('does not with any flipped bit of it', () => {
    const text = JSON.stringify(proof);
    fc.assert(
      fc.property(fc.nat(text.length * 7 - 1), (bit) => {
        const bent = flippedText(text, bit);
        if (bent === undefined) return;
        const verified = verifyProof(bent, keys);
        // What stands under a name that is not known is no part of it.
        if (verified.ok) expect(verified.value.record).toEqual(JSON.parse(record(4)));
      }),
    );
  });

  it('tells which other nodes have seen its block', () => {
    const signed = cosign(peer, 'yingkou', headOf(block), now);
    expect(
      verifyProof({ ...proof, cosignatures: [signed, 'x'] }, keys, { peers: [peer.publicJwk] }),
    ).toMatchObject({
      value: { cosigned: [{ by: 'yingkou' }] },
    });
    expect(verifyProof({ ...proof, cosignatures: [signed] }, keys)).toMatchObject({
      value: { cosigned: [] },
    });
  });

  it('is vouched for by what other nodes signed of a later block, when the heads lead there', () => {
    const [first, second, third] = chainOf([13, 2, 4]);
    const given = first && new BlockProofs(first).of('document', record(4));
    const payloads = [second, third].map((one) => one?.checkpoint.split('.')[1] ?? '');
    const strange = chainOf([13, 3, 4]).map((one) => one.checkpoint.split('.')[1] ?? '');
    const cosignatures = [cosign(peer, 'yingkou', headOf(third), now)];
    const seenBy = (later: readonly string[]): unknown[] => {
      const proven = verifyProof({ ...given, cosignatures, later }, keys, { peers: [peer.publicJwk] });
      return proven.ok ? proven.value.cosigned.map(({ by, height }) => [by, height]) : [proven.error.code];
    };
    expect(seenBy(payloads)).toEqual([['yingkou', 3]]);
    expect(seenBy([])).toEqual([]);
    expect(seenBy(payloads.slice(1))).toEqual([]);
    expect(seenBy(strange.slice(1))).toEqual([]);
  });
});

function flippedText(text: string, bit: number): Record<string, string> | undefined {
  const bytes = Buffer.from(text);
  const at = Math.floor(bit / 7);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 7));
  try {
    return JSON.parse(bytes.toString()) as Record<string, string>;
  } catch {
    return undefined;
  }
}

describe('an export', () => {
  const content = '{"declarationNumber":"090120261000000001"}';
  const at = Date.UTC(2026, 10, 23, 9);
  const idOf = (n: number): string =>
    `${at.toString(16).padStart(12, '0').slice(0, 8)}-${at.toString(16).padStart(12, '0').slice(8)}-7000-8000-${String(n).padStart(12, '0')}`;
  const documentOf = (n: number): string =>
    `{"id":"${idOf(n)}","sha256":"${sha256(content).toString('hex')}"}`;
  const entries = Buffer.concat([1, 2, 3].map((n) => entryOf('document', documentOf(n)) ?? Buffer.alloc(0)));
  const block = { ...sealBlock(key, 'dalian', undefined, entries, now), entries };
  const proofs = new BlockProofs(block);
  const lines = (whole: boolean): object[] => [
    {
      type: 'tongguan-export',
      version: 1,
      node: 'dalian',
      from: new Date(at).toISOString(),
      to: new Date(now).toISOString(),
      whole,
    },
    ...(whole ? [{ type: 'block', checkpoint: block.checkpoint, entries: entries.toString('base64') }] : []),
    ...[1, 2, 3].map((n) => ({ ...proofs.of('document', documentOf(n)), content })),
    { type: 'end', lines: whole ? 6 : 5, unproven: { document: 0 } },
  ];
  const read = (given: readonly object[]): string[] => {
    const reader = new ExportReader(keys);
    const faults = given.flatMap((line) => reader.next(JSON.stringify(line)));
    return [...faults, ...reader.finish().faults].map(({ code }) => code);
  };
  const without = (given: readonly object[], n: number): object[] => given.filter((_, index) => index !== n);

  it('holds as it was made', () => {
    expect([read(lines(true)), read(lines(false))]).toEqual([[], []]);
  });

  it('shows what was left out where it has whole blocks, and everywhere that a line is missing', () => {
    expect(read(without(lines(true), 3))).toEqual(['EVIDENCE_EXPORT_LACKS', 'EVIDENCE_EXPORT_CUT']);
    expect(read(without(lines(false), 2))).toEqual(['EVIDENCE_EXPORT_CUT']);
    expect(read(lines(true).slice(0, -1))).toEqual(['EVIDENCE_EXPORT_CUT']);
  });

  it('shows any flipped bit of any line that means anything', () => {
    const whole = lines(true).map((line) => JSON.stringify(line));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(), (at, bit) => {
        const reader = new ExportReader(keys);
        const bent = whole.map((line, n) =>
          n === at ? flipped(Buffer.from(line), bit).toString('latin1') : line,
        );
        const faults = bent.flatMap((line) => reader.next(line));
        const { summary, faults: last } = reader.finish();
        if (faults.length + last.length > 0) return;
        // What is left are texts of the first line and counts of the last, which nobody has signed.
        expect([0, whole.length - 1]).toContain(at);
        expect(summary?.documents).toBe(3);
      }),
    );
  });
});
