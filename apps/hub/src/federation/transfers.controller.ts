import { Controller, Post, Req, Res } from '@nestjs/common';
import { answerHeader, TransferDesk } from '#federation';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../http/caller.js';
import { gatewayFaults } from '../http/faults.js';
import { ProblemException } from '../http/problem.js';

/** Documents that other nodes offer. No access key: what is signed by a node of the directory is heard. */
@Open()
@Controller('v1/transfers')
export class TransfersController {
  constructor(private readonly desk: TransferDesk) {}

  @Post()
  async take(@Req() { headers, body }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!Buffer.isBuffer(body) || body.length === 0)
      throw new ProblemException([gatewayFaults.make('GATEWAY_BODY_EMPTY')]);
    const taken = await this.desk.receive({ headers, body });
    if (!taken.ok) throw new ProblemException([taken.error]);
    void reply
      .code(200)
      .header(answerHeader, taken.value.signature)
      .type('application/json; charset=utf-8')
      .send(taken.value.body);
  }
}
