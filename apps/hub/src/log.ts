import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Never logged, wherever it turns up: keys, secrets and the content of messages. */
const redact = {
  paths: [
    'authorization',
    '*.authorization',
    'key',
    '*.key',
    'secret',
    '*.secret',
    'secrets',
    '*.secrets',
    'body',
    '*.body',
  ],
  censor: '[withheld]',
};

/** One JSON line for each event, on standard error: standard output is for what the operator asked to see. */
export function openLog(level: string, node: string): Logger {
  return pino(
    { level, base: { node, pid: process.pid }, redact, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );
}

/** Nest's own words in the same stream; its start-up chatter is only for debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  private write(level: 'error' | 'warn' | 'debug', message: unknown, rest: readonly unknown[]): void {
    const context = rest.findLast((one) => typeof one === 'string');
    const fields = typeof message === 'object' && message !== null ? message : {};
    const text = typeof message === 'string' ? message : 'event';
    const more = rest.filter((one) => one !== context && one !== undefined);
    this.lines[level]({ ...fields, context, ...(more.length > 0 ? { more: more.map(String) } : {}) }, text);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
}
