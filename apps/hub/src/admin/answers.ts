import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { isUuid, type JsonObject } from '#kernel';
import type { Page } from '#store';
import { badParameter, decodeCursor, encodeCursor, pageSize } from '../gateway/cursor.js';

const standardPage = 50;
const largestPage = 200;

/**
 * Headers of the administration's answers: the version as entity tag, which goes back as If-Match; the place of what
 * was made; and no copy anywhere, since some answers carry a secret.
 */
@Injectable()
export class AnswerHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const [path = ''] = context.switchToHttp().getRequest<FastifyRequest>().url.split('?');
    return next.handle().pipe(
      tap((body: unknown) => {
        void reply.header('cache-control', 'no-store');
        if (typeof body !== 'object' || body === null) return;
        if ('version' in body && typeof body.version === 'number')
          void reply.header('etag', `"${body.version}"`);
        if (reply.statusCode === 201 && 'id' in body && typeof body.id === 'string')
          void reply.header('location', path.replace(/\/[^/]+\/rotate$/, '') + `/${body.id}`);
      }),
    );
  }
}

/** Paging as the query has it. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: string;
}

export function pageOf(list: string, query: PageQuery): { after?: string; limit: number } {
  const after = decodeCursor(list, query.cursor);
  if (after !== undefined && !isUuid(after)) throw badParameter('cursor', 'not a cursor of this list');
  return {
    limit: pageSize(query.limit, standardPage, largestPage),
    ...(after === undefined ? {} : { after }),
  };
}

export function listed<E>(list: string, page: Page<E>, describe: (row: E) => JsonObject): JsonObject {
  return {
    items: page.items.map(describe),
    ...(page.next === undefined ? {} : { next: encodeCursor(list, page.next) }),
  };
}

/** A filter of the query that takes one of a few values. */
export function choiceOf<T extends string>(
  parameter: string,
  text: string | undefined,
  choices: readonly T[],
): T | undefined {
  const choice = choices.find((one) => one === text);
  if (text !== undefined && choice === undefined) throw badParameter(parameter, choices.join(', '));
  return choice;
}
