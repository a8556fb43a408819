import type { Logger } from 'pino';
import { FederationLoop, Member, Province, type FederationParts, type LiveDirectory } from '#federation';
import type { Config } from '../config.js';
import type { DoorNode } from '../node/open-node.js';

/** Where a door acts as a node among others. */
export class FederationOffice {
  readonly province: Province;
  readonly member: Member;
  readonly loop: FederationLoop;
  private readonly ending = new AbortController();

  constructor(
    readonly parts: FederationParts,
    readonly directory: LiveDirectory,
    loop: { readonly everyMs: number; readonly onFault: (reason: string) => void },
  ) {
    this.province = new Province(parts);
    this.member = new Member(parts, this.ending.signal);
    this.loop = new FederationLoop(parts, this.province, this.member, {
      everyMs: loop.everyMs,
      random: Math.random,
      onFault: (fault) => loop.onFault('text' in fault ? fault.text.en : fault.message),
    });
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.loop.stop();
  }

  /** After an act, before it is answered: this process works by what it came to. */
  async settled(): Promise<void> {
    const { keyring, snapshot } = this.parts;
    await Promise.all([this.directory.reread(), keyring.refresh(), snapshot.refresh()]).catch(
      () => undefined,
    );
  }
}

export const openFederation = (config: Config, node: DoorNode, log: Logger): FederationOffice =>
  new FederationOffice(
    {
      sql: node.sql,
      administration: node.administration,
      snapshot: node.snapshot,
      keyring: node.keyring,
      self: { code: config.nodeCode, nameZh: config.nodeNameZh, nameEn: config.nodeNameEn },
      endpoint: config.nodeEndpoint,
      keyOverlapMs: config.keyOverlapMs,
      staleMs: config.directoryStaleMs,
      now: node.now,
    },
    node.directory,
    {
      everyMs: config.directoryMs,
      onFault: (reason) => log.warn({ reason }, 'the directory was not brought up to date'),
    },
  );
