import { Controller, Get, HttpCode, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { federationFaults, type SharedItem } from '#federation';
import type { JsonObject } from '#kernel';
import { latestDirectory, membership, peerForks } from '#store';
import { found } from '../admin/admin-desk.js';
import { asked } from '../admin/administered-request.js';
import { AnswerHeaders } from '../admin/answers.js';
import { RequireRole } from '../http/caller.js';
import { problemEntry, ProblemException } from '../http/problem.js';
import { languageOf } from '../http/language.js';
import { FederationOffice } from './federation-office.js';
import { SharedItems } from './shared-items.js';

/** The directory as this node has it, and what a province shares by it. */
@Controller('v1/admin/directory')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class DirectoryAdministrationController {
  constructor(
    private readonly office: FederationOffice,
    private readonly items: SharedItems,
  ) {}

  /** How this node stands to its federation. */
  @Get()
  async status(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { parts } = this.office;
    const [member, kept] = [await membership(parts.sql), await latestDirectory(parts.sql)];
    const forks = await peerForks(parts.sql);
    const language = languageOf(request.headers['accept-language']);
    return {
      node: parts.self.code,
      province: member?.province ?? null,
      endpoint: (member && (parts.endpoint ?? member.endpoint)) ?? null,
      directory: kept?.version ?? 0,
      issuedAt: iso(kept?.issuedAt),
      receivedAt: iso(kept?.receivedAt),
      checkedAt: iso(member?.checkedAt),
      stale: kept !== undefined && parts.now() - kept.issuedAt > parts.staleMs,
      fault: member?.fault ? plain(problemEntry(member.fault, language)) : null,
      key: parts.keyring.current().kid,
      forks: forks.map(({ nodeCode, height, hash, foundAt, fault }) => ({
        node: nodeCode,
        height,
        hash: hash.toString('hex'),
        foundAt: new Date(foundAt).toISOString(),
        fault: plain(problemEntry(fault, language)),
      })),
    };
  }

  /** At the province: a new version now, whether or not it says anything new. */
  @Post('publish')
  @HttpCode(200)
  async publish(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { actor } = asked(request, 'act');
    const { version } = found(await this.office.province.publish(actor, true));
    await this.office.settled();
    return { directory: version };
  }

  @Get('shared')
  shared(): JsonObject {
    return { items: (this.office.directory.current()?.shared ?? []).map((item) => plain(item)) };
  }

  /** At the province: a mapping in force, or a code list, for all nodes. */
  @Post('shared')
  async share(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'item-share');
    const item = await this.items.toShare(wanted);
    found(await this.office.province.share(actor, item));
    await this.office.settled();
    return plain(this.item(item.sha256.toString('hex')));
  }

  /**
   * Takes over what the province shares: a mapping becomes a draft that another person is to publish, a code list is
   * given out for the folder `CODE_LISTS`.
   */
  @Post('shared/:sha256/adopt')
  @HttpCode(200)
  async adopt(@Param('sha256') sha256: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { actor } = asked(request, 'act');
    return this.items.adopt(actor, this.item(sha256));
  }

  private item(sha256: string): SharedItem {
    const item = this.office.directory.current()?.shared.find((one) => one.sha256 === sha256);
    if (item) return item;
    const values = { sha256: sha256.slice(0, 64) };
    throw new ProblemException([federationFaults.make('FEDERATION_SHARED_UNKNOWN', { values })]);
  }
}

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
