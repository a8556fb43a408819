import { Controller, Get, HttpCode, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { acceptHistory } from '#federation';
import type { JsonObject } from '#kernel';
import { heldCheckpoints } from '#store';
import { found } from '../admin/admin-desk.js';
import { asked } from '../admin/administered-request.js';
import { AnswerHeaders } from '../admin/answers.js';
import { RequireRole } from '../http/caller.js';
import { FederationOffice } from './federation-office.js';

/** Checkpoints of a peer shown at most: more than two days at one for every ten minutes. */
const shownMost = 300;

/** What this node has seen of the history of another one. */
@Controller('v1/admin/nodes/:code')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class PeerHistoryController {
  constructor(private readonly office: FederationOffice) {}

  /** The newest first: what to present to that node, or to others, when it shows another history. */
  @Get('checkpoints')
  async checkpoints(@Param('code') code: string): Promise<JsonObject> {
    const held = await heldCheckpoints(this.office.parts.sql, code, shownMost);
    return {
      items: held.map(({ height, hash, checkpoint, seenAt, replacedAt }) => ({
        height,
        hash: hash.toString('hex'),
        checkpoint,
        seenAt: seenAt.toISOString(),
        replacedAt: replacedAt?.toISOString() ?? null,
      })),
    };
  }

  /** What the node shows now is its history from here on. */
  @Post('accept-fork')
  @HttpCode(200)
  async acceptFork(@Param('code') code: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { actor } = asked(request, 'act', 'needed');
    found(await acceptHistory(this.office.parts, actor, code));
    return this.checkpoints(code);
  }
}
