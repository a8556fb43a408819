import type { RedisStore } from '#queue';

const redisPort = 6379;

/**
 * @param value `REDIS_URL`: the address of one server, or addresses of some nodes of a Redis Cluster with commas
 * between them; user, password and TLS are those of the first
 */
export function redisStoreOf(value: string): RedisStore {
  const [first, ...more] = value.split(',').map((one) => new URL(one.trim()));
  if (!first || more.length === 0) return { redis: { url: value } };
  return {
    redis: {
      nodes: [first, ...more].map((one) => ({ host: one.hostname, port: Number(one.port || redisPort) })),
      ...(first.username === '' ? {} : { username: decodeURIComponent(first.username) }),
      ...(first.password === '' ? {} : { password: decodeURIComponent(first.password) }),
      tls: first.protocol === 'rediss:',
    },
  };
}
