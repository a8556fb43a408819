import { Controller, Get, HttpCode, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { rollKey, type ListedNode } from '#federation';
import type { JsonObject } from '#kernel';
import { nodeInvitations } from '#store';
import { found } from '../admin/admin-desk.js';
import { asked } from '../admin/administered-request.js';
import { AnswerHeaders } from '../admin/answers.js';
import { RequireRole } from '../http/caller.js';
import { FederationOffice } from './federation-office.js';

/** The nodes of the federation: invited, joined, revoked; and the key of this one. */
@Controller('v1/admin/nodes')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class NodeAdministrationController {
  constructor(private readonly office: FederationOffice) {}

  @Get()
  list(): JsonObject {
    return { items: (this.office.directory.current()?.nodes ?? []).map((node) => this.shown(node)) };
  }

  /** At the province: who was invited. The tokens are nowhere. */
  @Get('invitations')
  async invitations(): Promise<JsonObject> {
    const rows = await nodeInvitations(this.office.parts.sql);
    return {
      items: rows.map(({ node, createdAt, expiresAt, usedAt }) => ({
        node,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
    };
  }

  /** The invitation file; its token is shown this once. */
  @Post('invitations')
  async invite(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'node-invite');
    const { province } = this.office;
    const invited = found(await province.invite(actor, wanted.node, wanted.hours, wanted.endpoint));
    await this.office.settled();
    return plain(invited);
  }

  /** This node joins by an invitation file. */
  @Post('join')
  @HttpCode(200)
  async join(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'node-join');
    const joined = await this.office.member.join(actor, wanted.invitation, wanted.endpoint);
    const { issuer, version, nodes } = found(joined);
    await this.office.settled();
    return { province: issuer, directory: version, nodes: nodes.map(({ code }) => code) };
  }

  /** A new key for this node; the old one verifies for a while. */
  @Post('roll-key')
  @HttpCode(200)
  async rollKey(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'key-roll', 'needed');
    const kid = found(await rollKey(this.office.parts, actor, wanted.leaked));
    await this.office.settled();
    this.office.loop.look();
    return { kid, active: this.office.parts.keyring.current().kid === kid };
  }

  /** At the province: nothing that the node signs counts any more. */
  @Post(':code/revoke')
  @HttpCode(200)
  async revoke(@Param('code') code: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { actor } = asked(request, 'act', 'needed');
    found(await this.office.province.revoke(actor, code));
    await this.office.settled();
    const node = this.office.directory.current()?.nodes.find((one) => one.code === code);
    return node ? this.shown(node) : {};
  }

  private shown({ code, nameZh, nameEn, endpoint, state, revokedAt, participants }: ListedNode): JsonObject {
    const { directory } = this.office;
    const peer = directory.node(code);
    return {
      code,
      nameZh,
      nameEn,
      endpoint,
      state,
      revokedAt: revokedAt ?? null,
      self: code === directory.self(),
      province: code === directory.province(),
      keys: (peer?.keys ?? []).map(({ kid }) => kid),
      retiredKeys: (peer?.retired ?? []).map(({ jwk }) => jwk.kid),
      participants: participants.map((one) => plain(one)),
    };
  }
}

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
