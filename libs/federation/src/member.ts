import { fail, ok, uuidv7, type Fault, type JsonObject, type Result } from '#kernel';
import {
  latestDirectory,
  latestVersion,
  membership,
  nodeKeyDates,
  noteAnnounced,
  noteLook,
  tellStale,
  type Actor,
  type Federation,
  type Membership,
} from '#store';
import { federationFaults } from './faults.js';
import type { Directory } from './generated/directory.js';
import { readInvitation, tokenHash } from './invitation.js';
import { entryHash, joinProof, signEntry, type EntryContent } from './node-entry.js';
import { ownEntry, pinnedKeys, remoteParticipants } from './own-entry.js';
import type { FederationParts } from './parts.js';
import { ProvinceClient } from './province-client.js';
import { pinnedBy, readDirectory, type GoodDirectory } from './signed-directory.js';

/** What a node does that is not the province: joins, says what it is, and follows the directory. */
export class Member {
  constructor(
    private readonly parts: FederationParts,
    /** Ends requests that are under way. */
    private readonly ending?: AbortSignal,
  ) {}

  /**
   * Pins the keys of the province, registers this node and takes the directory over. Joining anew pins them anew, and takes
   * a directory of a lower version: so a node comes back from one that a thief of the province's key has published.
   *
   * @param file the invitation
   * @param endpoint where others reach this node, unless it is configured
   */
  async join(actor: Actor, file: unknown, endpoint?: string): Promise<Result<Directory, Fault>> {
    const { sql, self, now, keyring, administration } = this.parts;
    const invitation = readInvitation(file, self.code, now());
    if (!invitation.ok) return invitation;
    const { province, token } = invitation.value;
    const before = await membership(sql);
    if (before && before.province !== province.code) return fail(joined(before.province));
    const own = this.parts.endpoint ?? endpoint ?? before?.endpoint;
    if (own === undefined) return fail(federationFaults.make('FEDERATION_ENDPOINT_MISSING'));
    const content = await this.ownEntry(own);
    const sequence = now();
    const signed = signEntry(keyring.current(), {
      ...content,
      sequence,
      issuedAt: new Date(sequence).toISOString(),
      proof: joinProof(tokenHash(token), content),
    });
    const answer = await new ProvinceClient(province.endpoint, this.ending).join(signed);
    if (!answer.ok) return answer;
    const trust = { issuer: province.code, keys: province.keys };
    // Whatever was in use before: the province has just taken a token that it gave to this node on a way of its own.
    const good = readDirectory(answer.value, trust, undefined, now());
    if (!good.ok) return good;
    return administration.act(actor, async ({ federation: fed }) => {
      await fed.lock();
      await fed.join({
        province: province.code,
        provinceEndpoint: province.endpoint,
        provinceKeys: province.keys.map(plain),
        endpoint: own,
      });
      await fed.giveWay(good.value.directory.version, good.value.content);
      await this.take(fed, good.value);
      await noteAnnounced(fed.tx, sequence, entryHash(content));
      await noteLook(fed.tx, fed.now, true, undefined);
      return ok(good.value.directory);
    });
  }

  /**
   * Asks the province for the directory. A good one is in force everywhere when this is done; after any other the
   * last good one stays, and why is written down.
   *
   * @param trouble what else went wrong with the province, to be written down if this goes well
   */
  async pull(member: Membership, trouble?: Fault): Promise<Result<number, Fault>> {
    const { sql, now } = this.parts;
    const pulled = await this.newer(member);
    if (!pulled.ok || !pulled.value) {
      await noteLook(sql, now(), pulled.ok, pulled.ok ? trouble : pulled.error);
      return pulled.ok ? ok(await latestVersion(sql)) : pulled;
    }
    const good = pulled.value;
    const reason = `directory ${good.directory.version} of ${member.province}`;
    return this.parts.administration.act({ reason }, async ({ federation: fed }) => {
      await fed.lock();
      await this.take(fed, good);
      await noteLook(fed.tx, fed.now, true, trouble);
      return ok(good.directory.version);
    });
  }

  /** Tells the province what this node is, when that is not what it was told last. @returns whether it was told */
  async announce(member: Membership): Promise<Result<boolean, Fault>> {
    const { sql, keyring, now } = this.parts;
    const content = await this.ownEntry(this.parts.endpoint ?? member.endpoint);
    const hash = entryHash(content);
    if (member.announced === hash.toString('hex')) return ok(false);
    const sequence = Math.max(now(), member.sequence + 1);
    const issuedAt = new Date(now()).toISOString();
    const signed = signEntry(keyring.current(), { ...content, sequence, issuedAt });
    const told = await this.client(member).announce(content.code, signed);
    if (!told.ok) return told;
    await noteAnnounced(sql, sequence, hash);
    return ok(true);
  }

  /** Tells the administration once when the directory has become old. */
  async watchAge(): Promise<void> {
    const { sql, now, staleMs } = this.parts;
    const last = await latestDirectory(sql);
    const age = last ? now() - last.issuedAt : 0;
    if (!last || age <= staleMs) return void (await tellStale(sql, undefined));
    const at = now();
    const values = { hours: Math.floor(age / 3_600_000), issuedAt: new Date(last.issuedAt).toISOString() };
    const fault = federationFaults.make('FEDERATION_DIRECTORY_STALE', { values });
    await sql.transaction((tx) => tellStale(tx, { id: uuidv7(at), at, fault }));
  }

  /** The content of something shared, if it is what the directory says. */
  sharedContent(member: Membership, sha256: string): Promise<Result<string, Fault>> {
    return this.client(member).shared(sha256);
  }

  /** A directory that is to be taken over; `undefined` when there is none that is newer. */
  private async newer(member: Membership): Promise<Result<GoodDirectory | undefined, Fault>> {
    const { sql, now } = this.parts;
    const known = await latestDirectory(sql);
    const answer = await this.client(member).directory(known?.version ?? 0);
    if (!answer.ok) return answer;
    if (answer.value === undefined) return ok(undefined);
    const keys = pinnedKeys(member);
    const good = readDirectory(answer.value, { issuer: member.province, keys }, known, now());
    if (!good.ok) return good;
    return ok(good.value.known ? undefined : good.value);
  }

  /** Unless it came on another way in the meantime: who joins again is pulling as well. */
  private async take(fed: Federation, { directory, content, signed }: GoodDirectory): Promise<void> {
    const known = await fed.directory();
    if ((known?.version ?? 0) >= directory.version) return;
    const { self, keyOverlapMs } = this.parts;
    const { version, issuer, issuedAt } = directory;
    await fed.keep(
      'directory.applied',
      { version, issuer, issuedAt: Date.parse(issuedAt), content, signed },
      pinnedBy(directory, fed.now).map(plain),
      remoteParticipants(directory, self.code),
    );
    const own = directory.nodes.find(({ code }) => code === self.code);
    // What the others can know from now on, this node may sign with.
    await fed.activate(
      (own?.keys ?? []).map(({ jwk }) => jwk.kid),
      keyOverlapMs,
    );
  }

  private async ownEntry(endpoint: string): Promise<EntryContent> {
    const { sql, self, snapshot } = this.parts;
    return ownEntry(self, endpoint, snapshot.current(), await nodeKeyDates(sql));
  }

  private client({ provinceEndpoint }: Membership): ProvinceClient {
    return new ProvinceClient(provinceEndpoint, this.ending);
  }
}

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

const joined = (province: string): Fault =>
  federationFaults.make('FEDERATION_JOINED_ALREADY', { values: { province } });
