import { catalogue } from '#kernel';

/** What can go wrong with lanes. None of it loses work: the work is in the database, and the sweep arms it again. */
export const queueFaults = catalogue({
  QUEUE_UNAVAILABLE: {
    disposition: 'retry',
    status: 503,
    zh: '队列存储（{store}）暂时不可用：{reason}',
    en: 'the queue store ({store}) is not available: {reason}',
    advice: {
      zh: '检查队列所用的 PostgreSQL 或 Redis 是否运行。已接收的数据不会丢失，恢复后自动继续。',
      en: 'Check that the PostgreSQL or Redis of the queue runs. Nothing accepted is lost; work goes on by itself when it is back.',
    },
  },
  QUEUE_CLOSED: {
    disposition: 'retry',
    status: 503,
    zh: '本进程正在关闭，不再接受新的任务',
    en: 'this process is closing and takes no more work',
    advice: { zh: '请稍后重试。', en: 'Try again later.' },
  },
  QUEUE_FULL: {
    disposition: 'retry',
    status: 503,
    zh: '等待登记的通道超过上限 {limit}',
    en: 'more than {limit} lanes wait to be armed',
    advice: {
      zh: '队列存储过慢或不可用，请检查其负载；待处理工作由定时巡检补登。',
      en: 'The queue store is too slow or away: look at its load. The sweep arms the lanes that have work.',
    },
  },
  QUEUE_LANE_INVALID: {
    disposition: 'bug',
    status: 500,
    zh: '“{lane}”不是有效的通道名称',
    en: '"{lane}" does not name a lane',
    advice: {
      zh: '通道名称为 <类别>:<标识>，类别以小写字母开头，标识为 1 至 200 个字符。',
      en: 'A lane is named <kind>:<id>: the kind begins with a lower-case letter, the id has 1 to 200 characters.',
    },
  },
  QUEUE_POOL_TOO_SMALL: {
    disposition: 'bug',
    status: 500,
    zh: '{kinds} 类通道至少需要 {needed} 个数据库连接，当前上限为 {connections}',
    en: '{kinds} kinds of lanes need at least {needed} database connections, the limit is {connections}',
    advice: {
      zh: '调大队列的连接数（connections）。',
      en: 'Raise the number of connections of the queue (connections).',
    },
  },
});
