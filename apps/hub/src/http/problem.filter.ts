import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { storeFault } from '#store';
import { gatewayFaults } from './faults.js';
import { languageOf } from './language.js';
import { problemDetails, ProblemException } from './problem.js';
import { discardBody } from './refused-body.js';

const log = new Logger('http');

/** Whatever a request ends with, the answer is a problem with a code; what is our own mistake is logged, not shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), thrown);
  }
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown): void {
  const problem = asProblem(thrown, request);
  if (problem.status >= 500) {
    log.error({
      traceId: request.id,
      code: problem.faults[0].code,
      error: thrown instanceof Error ? thrown.stack : String(thrown),
    });
  }
  const language = languageOf(request.headers['accept-language']);
  const details = problemDetails(problem, { url: request.url, traceId: request.id, language });
  const retry = problem.status === 429 || problem.status === 503 ? { 'retry-after': '1' } : {};
  discardBody(request, reply);
  void reply
    .code(problem.status)
    .headers({ ...retry, ...problem.headers, 'content-language': language, 'x-request-id': request.id })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(details));
}

function asProblem(thrown: unknown, request: FastifyRequest): ProblemException {
  if (thrown instanceof ProblemException) return thrown;
  const unavailable = storeFault(thrown);
  if (unavailable) return new ProblemException([unavailable]);
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const status =
    thrown instanceof HttpException
      ? thrown.getStatus()
      : thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number'
        ? thrown.statusCode
        : 500;
  return new ProblemException([faultOf(code, status, request)]);
}

/** What the web server itself refuses, in our words. */
function faultOf(code: string, status: number, request: FastifyRequest) {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) {
    return gatewayFaults.make('GATEWAY_BODY_TOO_LARGE', {
      values: { limit: request.routeOptions.bodyLimit ?? 0 },
    });
  }
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') return gatewayFaults.make('GATEWAY_BODY_INCOMPLETE');
  if (status === 415) {
    return gatewayFaults.make('GATEWAY_TYPE_UNSUPPORTED', {
      values: { type: request.headers['content-type'] ?? '' },
    });
  }
  if (status === 404) return gatewayFaults.make('GATEWAY_NOT_FOUND', { values: { what: request.url } });
  if (status === 405) return gatewayFaults.make('GATEWAY_METHOD_NOT_ALLOWED');
  if (status === 401) return gatewayFaults.make('GATEWAY_KEY_MISSING');
  if (status === 403) return gatewayFaults.make('GATEWAY_FORBIDDEN');
  if (status >= 400 && status < 500) {
    return gatewayFaults.make('GATEWAY_PARAMETER_INVALID', {
      values: { parameter: request.url, reason: code },
    });
  }
  return gatewayFaults.make('GATEWAY_BUG');
}
