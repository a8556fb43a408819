import { Controller, Get, Inject, Optional, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Sql } from '#store';
import { BrokerReading } from '../brokers/broker-reading.js';
import { Open } from '../http/caller.js';
import { MEASURE, SQL, UNUSABLE, type Measure, type Unusable } from '../node/tokens.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** For whoever runs the hub: is it alive, may it get traffic, what does it count. */
@Open()
@Controller()
export class HealthController {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    private readonly metrics: Metrics,
    @Inject(MEASURE) private readonly measure: Measure,
    private readonly readiness: Readiness,
    @Inject(UNUSABLE) private readonly unusable: Unusable,
    @Optional() private readonly brokers?: BrokerReading,
  ) {}

  /** Alive: the process answers. Says nothing of what it depends on, so that a restart is not the answer to that. */
  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  /**
   * Ready: the database answers and the process is not closing. 503 takes it out of the traffic. A published mapping
   * that cannot be used is told, and is no reason to be out of it: the shipped one is in force. Neither is a broker that
   * is not read: another process could not read it either.
   */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const checks = await this.readiness.check(() => this.sql.query('SELECT 1'));
    const unusable = this.unusable().map(({ adapter, version }) => `${adapter} ${version}`);
    const brokers = this.brokers?.states ?? {};
    void reply.code(checks.ready ? 200 : 503).send({
      ...checks,
      ...(unusable.length > 0 ? { unusableMappings: unusable } : {}),
      ...(Object.keys(brokers).length > 0 ? { brokers } : {}),
    });
  }

  @Get('metrics')
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    const text = await this.metrics.scrape(await this.measure());
    void reply.type(this.metrics.registry.contentType).send(text);
  }
}
