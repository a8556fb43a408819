import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { holderOf, type Setup } from '#store';
import type { FastifyRequest } from 'fastify';
import { gatewayFaults } from './faults.js';
import { ProblemException } from './problem.js';

export type Role = 'participant' | 'administrator';

/** Who a request comes from, as its access key says. */
export interface Caller {
  readonly participantId: string;
  readonly participantCode: string;
  readonly keyId: string;
  readonly role: Role;
  readonly address: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

const ROLE = 'tongguan:role';
const OPEN = 'tongguan:open';

/** The caller of a route that is not open; the guard has seen to it that there is one. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw unauthorised('GATEWAY_KEY_MISSING');
  return request.caller;
}

/** The role that a route asks for; without it any key will do. */
export const RequireRole = (role: Role) => SetMetadata(ROLE, role);
/** A route that needs no key: health, metrics and documentation. */
export const Open = () => SetMetadata(OPEN, true);

/**
 * Says who is calling, before a byte of the body is read: called from the server's first hook. The keys are those of
 * the setup, so a revoked one ends at once in every process.
 */
export function identify(request: FastifyRequest, setup: Setup, now: number): Caller {
  const header = request.headers.authorization;
  const key = header === undefined ? undefined : /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (key === undefined) throw unauthorised('GATEWAY_KEY_MISSING');
  const holder = holderOf(setup, key, now);
  if (!holder) throw unauthorised('GATEWAY_KEY_WRONG');
  const { participant } = holder;
  if (participant.state !== 'active') {
    throw new ProblemException([
      gatewayFaults.make('GATEWAY_PARTICIPANT_SUSPENDED', { values: { participant: participant.code } }),
    ]);
  }
  return {
    participantId: participant.id,
    participantCode: participant.code,
    keyId: holder.key.id,
    role: holder.key.role,
    address: request.ip,
  };
}

/** RFC 6750 §3: the challenge says how to authenticate. */
const unauthorised = (code: 'GATEWAY_KEY_MISSING' | 'GATEWAY_KEY_WRONG'): ProblemException =>
  new ProblemException([gatewayFaults.make(code)], {}, { 'www-authenticate': 'Bearer realm="tongguan"' });

/** Lets through who was identified and has the role; `Open` routes need neither. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN, targets)) return true;
    const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!caller) throw unauthorised('GATEWAY_KEY_MISSING');
    const role = this.reflector.getAllAndOverride<Role | undefined>(ROLE, targets);
    if (role === 'administrator' && caller.role !== 'administrator') {
      throw new ProblemException([gatewayFaults.make('GATEWAY_FORBIDDEN')]);
    }
    return true;
  }
}
