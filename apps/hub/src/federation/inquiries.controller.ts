import { Controller, Post, Req, Res } from '@nestjs/common';
import { answerHeader, InquiryDesk } from '#federation';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../http/caller.js';
import { gatewayFaults } from '../http/faults.js';
import { ProblemException } from '../http/problem.js';

/** What other nodes ask about the documents that came from them. No access key: what an active node has signed is heard. */
@Open()
@Controller('v1/transfers/inquiries')
export class InquiriesController {
  constructor(private readonly desk: InquiryDesk) {}

  @Post()
  async answer(@Req() { headers, body }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!Buffer.isBuffer(body) || body.length === 0)
      throw new ProblemException([gatewayFaults.make('GATEWAY_BODY_EMPTY')]);
    const answered = await this.desk.answer({ headers, body });
    if (!answered.ok) throw new ProblemException([answered.error]);
    void reply
      .code(200)
      .header(answerHeader, answered.value.signature)
      .type('application/json; charset=utf-8')
      .send(answered.value.body);
  }
}
