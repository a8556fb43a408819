import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Published } from '#federation';
import { found } from '../admin/admin-desk.js';
import { Open } from '../http/caller.js';
import { FederationOffice } from './federation-office.js';

/** Where nodes speak to the province: what they say is signed. */
@Open()
@Controller('v1/nodes')
export class NodesController {
  constructor(private readonly office: FederationOffice) {}

  /** A node comes, proven by its invitation. */
  @Post()
  @HttpCode(200)
  async join(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const joined = await this.office.province.join(textOf(request), request.ip);
    await this.answer(reply, found(joined));
  }

  /** What a node says of itself from now on. */
  @Post(':code/entry')
  @HttpCode(200)
  async announce(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const announced = await this.office.province.announce(code, textOf(request), request.ip);
    await this.answer(reply, found(announced));
  }

  /** The directory in which it stands. */
  private async answer(reply: FastifyReply, { version, signed }: Published): Promise<void> {
    await this.office.settled();
    void reply.header('etag', `"${version}"`).type('application/jose').send(signed);
  }
}

const textOf = ({ body }: FastifyRequest): string =>
  Buffer.isBuffer(body) ? body.toString('utf8').trim() : '';
