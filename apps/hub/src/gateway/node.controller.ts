import { Controller, Get, Inject } from '@nestjs/common';
import { Exchange } from '#exchange';
import { publicNodeKeys, type Sql } from '#store';
import { Open } from '../http/caller.js';
import { RETRY_WAITS, SQL } from '../node/tokens.js';

/** Who this node is, for whoever checks its receipts. */
@Open()
@Controller()
export class NodeController {
  constructor(
    private readonly exchange: Exchange,
    @Inject(SQL) private readonly sql: Sql,
    @Inject(RETRY_WAITS) private readonly waits: readonly number[],
  ) {}

  /** The public keys that this node signed with, as a JWK set (RFC 7517). */
  @Get('.well-known/jwks.json')
  async keys() {
    return { keys: await publicNodeKeys(this.sql) };
  }

  @Get('.well-known/tongguan')
  node() {
    return {
      node: this.exchange.signer.nodeCode,
      keys: '/.well-known/jwks.json',
      openapi: '/openapi.json',
      asyncapi: '/asyncapi.json',
      retryAfterSeconds: this.waits.map((ms) => Math.round(ms / 1000)),
    };
  }
}
