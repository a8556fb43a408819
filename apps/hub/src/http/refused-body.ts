import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bytes of a refused body that are still read. */
const DISCARD_MOST = 64 * 1024 * 1024;

/**
 * Called before a refusal is sent. What is left of the body is read and thrown away, so that its sender comes to see
 * the answer: a connection that is closed on unread bytes is reset, and the answer is lost with it. A body that is
 * too long for that ends the connection all the same.
 */
export function discardBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  if (Number(raw.headers['content-length'] ?? 0) > DISCARD_MOST) {
    void reply.header('connection', 'close');
    return;
  }
  // The web server would close after a body of unknown length that became too long.
  void reply.removeHeader('connection');
  let left = DISCARD_MOST;
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) raw.destroy();
  });
}
