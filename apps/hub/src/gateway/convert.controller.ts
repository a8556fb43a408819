import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Rulebook } from '#exchange';
import { gatewayFaults } from '../http/faults.js';
import { languageOf } from '../http/language.js';
import { ProblemException, problemEntry } from '../http/problem.js';

/** Normalises without storing, for partners who try their messages: the same rules as on the real way. */
@Controller('v1/convert')
export class ConvertController {
  constructor(private readonly rulebook: Rulebook) {}

  @Post()
  @HttpCode(200)
  async convert(@Req() request: FastifyRequest) {
    const { body } = request;
    if (!Buffer.isBuffer(body) || body.length === 0) {
      throw new ProblemException([gatewayFaults.make('GATEWAY_BODY_EMPTY')]);
    }
    const adapter = request.headers['x-adapter'];
    const contentType = request.headers['content-type'];
    const { mappings } = await this.rulebook.current();
    const normalised = mappings.normaliser.normalise(
      body,
      {
        ...(typeof adapter === 'string' ? { adapter } : {}),
        ...(contentType === undefined ? {} : { contentType }),
      },
      { lineage: request.headers['x-lineage'] === 'true' },
    );
    const language = languageOf(request.headers['accept-language']);
    if (normalised.faults.length > 0) {
      throw new ProblemException(normalised.faults.map((fault) => ({ ...fault, status: 422 })));
    }
    return {
      adapter: normalised.adapter,
      mappingVersion: normalised.mappingVersion,
      ...(normalised.identity === undefined ? {} : { reference: normalised.identity }),
      documents: normalised.documents,
      warnings: normalised.warnings.map((fault) => problemEntry(fault, language)),
    };
  }
}
