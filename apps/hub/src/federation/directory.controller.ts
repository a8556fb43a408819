import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { federationFaults } from '#federation';
import { latestDirectory, sharedContent } from '#store';
import { Open } from '../http/caller.js';
import { ProblemException } from '../http/problem.js';
import { FederationOffice } from './federation-office.js';

/** The directory, for whoever wants it: it proves itself. */
@Open()
@Controller('v1/directory')
export class DirectoryController {
  constructor(private readonly office: FederationOffice) {}

  /** As the province signed it; at any other node the one that it works by. */
  @Get()
  async get(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const version = this.office.directory.version();
    // Most who ask have it: they are answered from memory.
    if (version > 0 && matches(request.headers['if-none-match'], version))
      return void reply.code(304).header('etag', `"${version}"`).send();
    const kept = await latestDirectory(this.office.parts.sql);
    if (!kept) throw new ProblemException([federationFaults.make('FEDERATION_DIRECTORY_ABSENT')]);
    void reply
      .headers({ etag: `"${kept.version}"`, 'cache-control': 'no-cache' })
      .type('application/jose')
      .send(kept.signed);
  }

  /** The content of a mapping or a code list that the province shares; never changes. */
  @Get('shared/:sha256')
  async shared(@Param('sha256') sha256: string, @Res() reply: FastifyReply): Promise<void> {
    const content = await sharedContent(this.office.parts.sql, sha256);
    if (content === undefined) {
      const values = { sha256: sha256.slice(0, 64) };
      throw new ProblemException([federationFaults.make('FEDERATION_SHARED_UNKNOWN', { values })]);
    }
    void reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('application/json')
      .send(content);
  }
}

/** RFC 9110 §13.1.2 */
const matches = (header: string | undefined, version: number): boolean =>
  (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${version}"`);
