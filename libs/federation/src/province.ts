import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { nodeKeyDates, type Actor, type Federation, type KeptEntry, type NewSharedItem } from '#store';
import { activeKeys, jwksOf, mergeKeys, revokeAll } from './dated-keys.js';
import { federationFaults } from './faults.js';
import type { DatedKey } from './generated/directory.js';
import type { NodeEntry } from './generated/node-entry.js';
import { newToken, tokenHash, type Invitation } from './invitation.js';
import { claimedCode, readEntry, readJoining } from './node-entry.js';
import { datedKeys } from './own-entry.js';
import type { FederationParts } from './parts.js';
import { publish } from './publish.js';
import { isNodeEntry } from './schema.js';

/** What a node has been told: the directory that it is in. */
export interface Published {
  readonly version: number;
  readonly signed: string;
}

/** What the province does: invites, takes entries, revokes, shares, and publishes each time. */
export class Province {
  constructor(private readonly parts: FederationParts) {}

  /**
   * The first invitation makes this node a province. An earlier one of the same node is of no more use.
   *
   * @param endpoint where this node is, unless it is configured or known
   */
  async invite(
    actor: Actor,
    node: string,
    hours: number,
    endpoint?: string,
  ): Promise<Result<Invitation, Fault>> {
    const { self } = this.parts;
    if (node === self.code) return fail(federationFaults.make('FEDERATION_SELF', { values: { code: node } }));
    return this.parts.administration.act(actor, async ({ federation: fed }) => {
      await fed.lock();
      const member = await fed.membership();
      if (member && member.province !== self.code) return fail(joined(member.province));
      const own = this.parts.endpoint ?? endpoint ?? member?.endpoint;
      if (own === undefined) return fail(federationFaults.make('FEDERATION_ENDPOINT_MISSING'));
      const keys = activeKeys(datedKeys(await nodeKeyDates(fed.tx)), fed.now);
      if (own !== member?.endpoint) {
        const provinceKeys = keys.map(plain);
        await fed.join({ province: self.code, provinceEndpoint: own, provinceKeys, endpoint: own });
      }
      const token = newToken();
      const expiresAt = fed.now + hours * 3_600_000;
      await fed.invite(node, tokenHash(token), expiresAt);
      await publish(fed, this.parts, own);
      const province = { code: self.code, endpoint: own, keys };
      return ok({ province, node, token, expiresAt: new Date(expiresAt).toISOString() });
    });
  }

  /** A node comes with its first entry, proven by its invitation. One that was revoked comes back with new keys. */
  async join(signed: string, address: string): Promise<Result<Published, Fault>> {
    const code = claimedCode(signed);
    if (code === undefined) return fail(invalid('no JWS'));
    return this.act({ reason: `invitation of ${code}`, address }, async (fed, endpoint) => {
      const read = readJoining(signed, code, await fed.invitations(code));
      if (!read.ok) return read;
      const { entry } = read.value;
      const known = await fed.entry(code);
      const kept = await this.keep('node.joined', fed, entry, signed, known);
      if (!kept.ok) return kept;
      await fed.useInvitation(read.value.tokenHash);
      return ok(await publish(fed, this.parts, endpoint));
    });
  }

  /** What a node says of itself from now on: signed with a key that is known of it. */
  async announce(code: string, signed: string, address: string): Promise<Result<Published, Fault>> {
    return this.act({ reason: `entry of ${code}`, address }, async (fed, endpoint) => {
      const known = await fed.entry(code);
      if (!known) return fail(federationFaults.make('FEDERATION_NODE_UNKNOWN', { values: { code } }));
      if (known.state === 'revoked')
        return fail(federationFaults.make('FEDERATION_NODE_REVOKED', { values: { code } }));
      // The answer to it was lost: it gets the same again.
      if (known.signed === signed) return ok(await publish(fed, this.parts, endpoint));
      const read = readEntry(signed, code, jwksOf(activeKeys(keysOf(known), fed.now)));
      if (!read.ok) return read;
      const entry = read.value;
      if (entry.sequence <= known.sequence) {
        const values = { sequence: entry.sequence, known: known.sequence };
        return fail(federationFaults.make('FEDERATION_ENTRY_OLD', { values }));
      }
      const kept = await this.keep('node.announced', fed, entry, signed, known);
      return kept.ok ? ok(await publish(fed, this.parts, endpoint)) : kept;
    });
  }

  /** Nothing that the node signs counts any more, here at once and elsewhere with the directory. */
  revoke(actor: Actor, code: string): Promise<Result<Published, Fault>> {
    return this.act(actor, async (fed, endpoint) => {
      if (code === this.parts.self.code)
        return fail(federationFaults.make('FEDERATION_SELF', { values: { code } }));
      const known = await fed.entry(code);
      if (!known) return fail(federationFaults.make('FEDERATION_NODE_UNKNOWN', { values: { code } }));
      if (known.state === 'revoked')
        return fail(federationFaults.make('FEDERATION_NODE_REVOKED', { values: { code } }));
      await fed.revoke(code, { ...known.entry, keys: revokeAll(keysOf(known), fed.now).map(plain) });
      return ok(await publish(fed, this.parts, endpoint));
    });
  }

  share(actor: Actor, item: NewSharedItem): Promise<Result<Published, Fault>> {
    return this.act(actor, async (fed, endpoint) => {
      await fed.share(item);
      return ok(await publish(fed, this.parts, endpoint));
    });
  }

  /** @param force a new version although it says nothing new */
  publish(actor: Actor, force: boolean): Promise<Result<Published, Fault>> {
    return this.act(actor, async (fed, endpoint) => ok(await publish(fed, this.parts, endpoint, force)));
  }

  private act<T>(
    actor: Actor,
    work: (fed: Federation, endpoint: string) => Promise<Result<T, Fault>>,
  ): Promise<Result<T, Fault>> {
    return this.parts.administration.act(actor, async ({ federation: fed }) => {
      await fed.lock();
      const member = await fed.membership();
      if (!member) return fail(federationFaults.make('FEDERATION_NOT_JOINED'));
      if (member.province !== this.parts.self.code) return fail(joined(member.province));
      const endpoint = this.parts.endpoint ?? member.endpoint;
      return work(fed, endpoint);
    });
  }

  private async keep(
    action: 'node.joined' | 'node.announced',
    fed: Federation,
    entry: NodeEntry,
    signed: string,
    known: KeptEntry | undefined,
  ): Promise<Result<void, Fault>> {
    const { code, sequence, endpoint } = entry;
    const keys = mergeKeys(known ? keysOf(known) : [], entry.keys, fed.now);
    if (activeKeys(keys, fed.now).length === 0) return fail(invalid('no key in it verifies anything'));
    const kids = new Set(keys.map(({ jwk }) => jwk.kid));
    const others = (await fed.entries()).filter((one) => one.code !== code).flatMap(keysOf);
    const own = datedKeys(await nodeKeyDates(fed.tx));
    if ([...others, ...own].some(({ jwk }) => kids.has(jwk.kid)))
      return fail(invalid('a key in it is that of another node'));
    const { proof: _, ...said } = entry;
    await fed.putEntry(
      action,
      { code, sequence, signed, entry: { ...plain(said), keys: keys.map(plain) } },
      { sequence, endpoint, kids: [...kids], participants: entry.participants.length },
    );
    return ok(undefined);
  }
}

function keysOf({ entry }: KeptEntry): DatedKey[] {
  const checked: unknown = entry;
  return isNodeEntry(checked) ? checked.keys : [];
}

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

const joined = (province: string): Fault =>
  federationFaults.make('FEDERATION_JOINED_ALREADY', { values: { province } });

const invalid = (reason: string): Fault =>
  federationFaults.make('FEDERATION_ENTRY_INVALID', { values: { reason } });
