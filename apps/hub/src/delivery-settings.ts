import { whole, type Setting } from './setting.js';

/** What a deployment may set of attempts to deliver, and of when they end. */
export const deliverySettings = {
  DELIVERY_TIMEOUT: {
    name: 'DELIVERY_TIMEOUT',
    standard: '15000',
    zh: '一次投递的毫秒上限',
    en: 'milliseconds that one request to a destination may take',
    refuse: whole(100, 120_000),
  },
  RETRY_FIRST_SECONDS: {
    name: 'RETRY_FIRST_SECONDS',
    standard: '5',
    zh: '投递失败后首次重试的等待秒数，其后逐次加倍',
    en: 'seconds until the first new attempt after a failed one; doubled each time',
    refuse: whole(1, 3600),
  },
  RETRY_CAP_MINUTES: {
    name: 'RETRY_CAP_MINUTES',
    standard: '360',
    zh: '两次重试之间的分钟上限',
    en: 'minutes between two attempts at most',
    refuse: whole(1, 1440),
  },
  RETRY_SPAN_HOURS: {
    name: 'RETRY_SPAN_HOURS',
    standard: '72',
    zh: '重试的总小时数，之后成为死信',
    en: 'hours of attempts until a delivery is a dead letter',
    refuse: whole(1, 720),
  },
  BREAKER_FAILURES: {
    name: 'BREAKER_FAILURES',
    standard: '5',
    zh: '连续失败多少次后熔断',
    en: 'failures in a row that open the circuit breaker',
    refuse: whole(1, 1000),
  },
  BREAKER_OPEN_SECONDS: {
    name: 'BREAKER_OPEN_SECONDS',
    standard: '30',
    zh: '首次熔断秒数，其后逐次加倍',
    en: 'seconds that the breaker stays open the first time; doubled each time',
    refuse: whole(1, 3600),
  },
  BREAKER_LONGEST_SECONDS: {
    name: 'BREAKER_LONGEST_SECONDS',
    standard: '900',
    zh: '熔断秒数上限',
    en: 'seconds that the breaker stays open at most',
    refuse: whole(1, 86_400),
  },
  DISABLE_AFTER_HOURS: {
    name: 'DISABLE_AFTER_HOURS',
    standard: '120',
    zh: '投递目标持续失败多少小时后停用并通知其所有方，0 为不停用',
    en: 'hours without a success until a failing destination is disabled and its owner told; 0 for never',
    refuse: whole(0, 8760),
  },
} as const satisfies Record<string, Setting>;
