import { readConfig } from './config.js';
import { redisStoreOf } from './node/redis-store.js';

describe('readConfig', () => {
  it('names everything that is wrong, not the first alone', () => {
    const result = readConfig({
      ROLE: 'door',
      NODE_CODE: 'Da Lian',
      PORT: '99999',
      DATABASE_URL: 'mysql://there',
      REDIS_URL: 'redis://a:6379,http://b',
      RATE_LIMIT: 'fast',
      ALLOW_NETWORKS: '10.0.0.0/99',
    });
    expect(!result.ok && result.error.map(({ values }) => values?.['name'])).toEqual([
      'ROLE',
      'ALLOW_NETWORKS',
      'NODE_CODE',
      'PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'RATE_LIMIT',
    ]);
  });

  it('lets the command line come before the environment', () => {
    const result = readConfig({ ROLE: 'all' }, 'worker');
    expect(result.ok && result.value.role).toBe('worker');
  });

  it('takes an empty variable for one that is not set, as compose files leave them', () => {
    const result = readConfig({ REDIS_URL: '', ALLOW_NETWORKS: '', LOG_LEVEL: '' });
    expect(result.ok && [result.value.redisUrl, result.value.logLevel]).toEqual([undefined, 'info']);
  });
});

it.each([
  ['redis://redis:6379', { url: 'redis://redis:6379' }],
  [
    'rediss://hub:p%40ss@a:7000,rediss://b',
    {
      nodes: [
        { host: 'a', port: 7000 },
        { host: 'b', port: 6379 },
      ],
      username: 'hub',
      password: 'p@ss',
      tls: true,
    },
  ],
])('reads REDIS_URL %s', (value, redis) => expect(redisStoreOf(value)).toEqual({ redis }));
