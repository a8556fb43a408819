import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.js';
import { Readiness } from './health/readiness.js';
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
  await app.listen(config.port, config.host);
  shutdown.add(() => {
    app.get(Readiness).close();
    return app.close();
  });
  const address: string | AddressInfo | null = app.getHttpServer().address();
  return typeof address === 'object' && address ? address.port : config.port;
}
