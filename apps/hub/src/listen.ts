import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { configFaults, type Config } from './config.js';
import { Readiness } from './health/readiness.js';
import { UnusedConnections } from './http/unused-connections.js';
import { Refusal } from './refusal.js';
import type { Shutdown } from './shutdown.js';

/** What an operator is told of a hub that has started. */
export interface Started {
  readonly port: number;
  /** The first administrator key, the one time it is made. */
  readonly key: string | undefined;
}

/** Opens the port; at shutdown it first says that it wants no more traffic. @returns the port */
export async function listen(
  app: NestFastifyApplication,
  config: Config,
  shutdown: Shutdown,
): Promise<number> {
  const { host, port } = config;
  const unused = new UnusedConnections(app.getHttpServer());
  await app.listen(port, host).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (reason === undefined) throw error;
    throw new Refusal([configFaults.make('CONFIG_PORT_UNAVAILABLE', { values: { host, port, reason } })]);
  });
  shutdown.add(() => {
    app.get(Readiness).close();
    unused.end();
    return app.close();
  });
  const address: string | AddressInfo | null = app.getHttpServer().address();
  return typeof address === 'object' && address ? address.port : config.port;
}
