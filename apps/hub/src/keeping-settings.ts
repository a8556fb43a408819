import { ownLimits, retention } from '#store';
import { whole, type Setting } from './setting.js';

/** What a deployment may set of how long things are kept, and of how much participants may make for themselves. */
export const keepingSettings = {
  IDEMPOTENCY_DAYS: {
    name: 'IDEMPOTENCY_DAYS',
    standard: String(retention.idempotencyDays),
    zh: '同一请求再次提交得到同一应答的天数',
    en: 'days in which the same request again gets the same answer',
    refuse: whole(1, 3650),
  },
  REFERENCE_DAYS: {
    name: 'REFERENCE_DAYS',
    standard: String(retention.referenceDays),
    zh: '报文自身编号不得用于其他报文的天数',
    en: 'days in which the own reference of a message cannot be used for another one',
    refuse: whole(1, 3650),
  },
  ATTEMPT_DAYS: {
    name: 'ATTEMPT_DAYS',
    standard: String(retention.attemptDays),
    zh: '投递尝试记录保留的天数',
    en: 'days for which the attempts of deliveries can be looked at',
    refuse: whole(1, 3650),
  },
  READING_DAYS: {
    name: 'READING_DAYS',
    standard: String(retention.readingDays),
    zh: '阅读记录保留的天数',
    en: 'days for which it is known who has read what',
    refuse: whole(1, 3650),
  },
  OWN_DESTINATIONS: {
    name: 'OWN_DESTINATIONS',
    standard: String(ownLimits.destinations),
    zh: '参与方自行新建投递目标时，其投递目标总数上限',
    en: 'destinations that a participant may have when it makes one itself',
    refuse: whole(0, 10_000),
  },
  OWN_SUBSCRIBED_TYPES: {
    name: 'OWN_SUBSCRIBED_TYPES',
    standard: String(ownLimits.subscribedTypes),
    zh: '每参与方全部订阅的单证类型总数上限',
    en: 'document types of all subscriptions of a participant at most',
    refuse: whole(0, 10_000),
  },
} as const satisfies Record<string, Setting>;
