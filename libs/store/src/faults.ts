import { catalogue } from '#kernel';

/** What can go wrong with the database and with what it keeps. */
export const storeFaults = catalogue({
  STORE_FOLDER_IN_USE: {
    disposition: 'reject',
    status: 503,
    zh: '数据目录 {folder} 正被 {host} 上的进程 {pid} 使用',
    en: 'The data folder {folder} is in use by process {pid} on {host}',
    advice: {
      zh: '先停止进程 {pid}，或用 DATA_DIR 指定另一个目录；若 {host} 是已不存在的容器，半分钟后再启动',
      en: 'Stop process {pid} first, or choose another folder with DATA_DIR; if {host} is a container that is gone, start again in half a minute',
    },
  },
  STORE_FOLDER_NOT_WRITABLE: {
    disposition: 'reject',
    status: 503,
    zh: '无法写入数据目录 {folder}：{error}',
    en: 'The data folder {folder} cannot be written: {error}',
    advice: {
      zh: '用拥有该目录的用户启动，或用 DATA_DIR 指定另一个目录',
      en: 'Start as the user that owns the folder, or choose another one with DATA_DIR',
    },
  },
  STORE_FOLDER_UNREACHABLE: {
    disposition: 'reject',
    status: 503,
    zh: '内置数据库以用户 {user} 运行，该用户无法进入 {folder}',
    en: 'The embedded database runs as user {user}, who may not enter {folder}',
    advice: {
      zh: '以普通用户启动；或允许进入该目录（chmod o+x）；或把 DATA_DIR 和程序放到 /srv 之类的目录；或用 DATABASE_URL 指定数据库',
      en: 'Start as a normal user; or let others enter that folder (chmod o+x); or keep DATA_DIR and the program elsewhere, such as /srv; or give a database in DATABASE_URL',
    },
  },
  STORE_NO_ACCOUNT: {
    disposition: 'reject',
    status: 503,
    zh: '以 root 启动，而系统中没有可用于运行内置数据库的普通用户',
    en: 'Started as root, and there is no unprivileged user to run the embedded database as',
    advice: {
      zh: '建立用户 postgres，或以普通用户启动，或用 DATABASE_URL 指定数据库',
      en: 'Create a user named postgres, start as a normal user, or give a database in DATABASE_URL',
    },
  },
  STORE_BINARIES_MISSING: {
    disposition: 'reject',
    status: 503,
    zh: '没有适用于 {platform} 的内置 PostgreSQL',
    en: 'There is no embedded PostgreSQL for {platform}',
    advice: {
      zh: '重新执行 npm ci（不要省略可选依赖），或用 DATABASE_URL 指定数据库',
      en: 'Run npm ci again without leaving out optional dependencies, or give a database in DATABASE_URL',
    },
  },
  STORE_INIT_FAILED: {
    disposition: 'reject',
    status: 503,
    zh: '无法在 {folder} 建立内置数据库：{error}',
    en: 'The embedded database could not be made in {folder}: {error}',
    advice: {
      zh: '检查磁盘空间和目录权限后重新启动',
      en: 'Check the free space and the permissions of the folder, then start again',
    },
  },
  STORE_CLUSTER_DAMAGED: {
    disposition: 'reject',
    status: 503,
    zh: '{folder} 中有数据库但缺少 PG_VERSION，未作任何改动',
    en: '{folder} holds a database without its PG_VERSION; nothing was touched',
    advice: {
      zh: '从备份恢复该目录，或移走它以重新开始',
      en: 'Restore the folder from a backup, or move it away to begin anew',
    },
  },
  STORE_PASSWORD_MISSING: {
    disposition: 'reject',
    status: 503,
    zh: '缺少内置数据库的口令文件 {file}',
    en: 'The password file of the embedded database, {file}, is missing',
    advice: { zh: '从备份恢复该文件', en: 'Restore the file from a backup' },
  },
  STORE_START_FAILED: {
    disposition: 'retry',
    status: 503,
    zh: '内置数据库未能启动：{error}',
    en: 'The embedded database did not start: {error}',
    advice: { zh: '查看 {log}', en: 'See {log}' },
  },
  STORE_SERVER_DIED: {
    disposition: 'retry',
    status: 503,
    zh: '内置数据库意外退出（{how}），正在重新启动',
    en: 'The embedded database ended unexpectedly ({how}) and is being started again',
    advice: {
      zh: '反复出现时查看 {log}：多为内存或磁盘空间不足',
      en: 'If it happens again see {log}: most often memory or disk space ran out',
    },
  },
  STORE_SERVER_GIVEN_UP: {
    disposition: 'retry',
    status: 503,
    zh: '内置数据库在 {minutes} 分钟内退出 {times} 次，不再重新启动',
    en: 'The embedded database ended {times} times within {minutes} minutes and is not started again',
    advice: {
      zh: '查看 {log}，排除原因后重新启动本程序',
      en: 'See {log}, mend the cause, start the program again',
    },
  },
  STORE_MASTER_KEY_INVALID: {
    disposition: 'reject',
    status: 503,
    zh: '主密钥（{source}）不是 32 字节的 base64',
    en: 'The master key ({source}) is not 32 bytes in base64',
    advice: {
      zh: '用 openssl rand -base64 32 生成；已有加密数据时必须使用原来的密钥',
      en: 'Make one with openssl rand -base64 32; where secrets are already sealed it must be the old one',
    },
  },
  STORE_UNAVAILABLE: {
    disposition: 'retry',
    status: 503,
    zh: '数据库暂时不可用：{error}',
    en: 'The database cannot be reached at the moment: {error}',
    advice: { zh: '稍后重试', en: 'Try again shortly' },
  },
  STORE_MIGRATION_BUSY: {
    disposition: 'retry',
    status: 503,
    zh: '另一进程正在升级数据库，等待 {seconds} 秒后仍未完成',
    en: 'Another process is migrating the database and was not done after {seconds} seconds',
    advice: {
      zh: '升级完成后重新启动；若没有进程在升级，检查 pg_locks 中的咨询锁',
      en: 'Start again when it is done; if none is running, look at the advisory locks in pg_locks',
    },
  },
  STORE_SETUP_TOO_LARGE: {
    disposition: 'hold',
    status: 503,
    zh: '参与方、密钥、协议、路由或投递目标超过 {limit} 条，新的设置未生效',
    en: 'There are more than {limit} participants, keys, agreements, routes or destinations; the newer set-up is not in use',
    advice: { zh: '删除不再使用的条目', en: 'Remove what is no longer in use' },
  },
  STORE_SCHEMA_NEWER: {
    disposition: 'reject',
    status: 503,
    zh: '数据库已由更新版本的程序升级（{migration}）',
    en: 'The database was migrated by a newer version of the program ({migration})',
    advice: { zh: '启动该版本或更新的版本', en: 'Start that version or a newer one' },
  },
  STORE_NOT_FOUND: {
    disposition: 'reject',
    status: 404,
    zh: '没有 {what} {id}',
    en: 'There is no {what} {id}',
    advice: { zh: '检查标识或代码', en: 'Check the id or the code' },
  },
  STORE_VERSION_STALE: {
    disposition: 'reject',
    status: 412,
    zh: '{what} 已被更改：现为第 {version} 版，请求依据第 {expected} 版',
    en: 'The {what} was changed meanwhile: it is at version {version}, the request is about version {expected}',
    advice: { zh: '重新读取后再修改', en: 'Read it again, then change it' },
  },
  STORE_CODE_TAKEN: {
    disposition: 'reject',
    status: 409,
    zh: '已有相同代码的 {what}（{constraint}）',
    en: 'There is a {what} of that code already ({constraint})',
    advice: { zh: '换一个代码，或修改已有的', en: 'Choose another code, or change the existing one' },
  },
  STORE_REFERENCE_MISSING: {
    disposition: 'reject',
    status: 422,
    zh: '{what} 引用了不存在的条目（{constraint}）',
    en: 'The {what} refers to something that does not exist ({constraint})',
    advice: { zh: '先建立被引用的条目', en: 'Create what it refers to first' },
  },
  STORE_IN_USE: {
    disposition: 'reject',
    status: 409,
    zh: '{what} {id} 仍被引用，不能删除',
    en: 'The {what} {id} is still referred to and cannot be deleted',
    advice: {
      zh: '改为停用；或先删除引用它的路由（曾有投递的目标不能删除）',
      en: 'Disable it instead; or delete the routes to it first (a destination that ever had deliveries stays)',
    },
  },
  STORE_STATE_FORBIDS: {
    disposition: 'reject',
    status: 409,
    zh: '当前状态为 {state}，此操作要求 {allowed}',
    en: 'The state is {state}; this needs {allowed}',
    advice: { zh: '重新读取当前状态', en: 'Read the present state again' },
  },
  STORE_LAST_ADMINISTRATOR: {
    disposition: 'reject',
    status: 409,
    zh: '这是最后一个有效的管理员密钥',
    en: 'This is the last live key of an administrator',
    advice: { zh: '先签发另一个管理员密钥', en: 'Issue another administrator key first' },
  },
  STORE_MAPPING_SAME_PERSON: {
    disposition: 'reject',
    status: 403,
    zh: '草稿由此密钥编写或修改过，须由另一人发布',
    en: 'This key wrote at the draft; another person is to publish it',
    advice: {
      zh: '请另一位管理员用其自己的密钥复核并发布；单人值守的小节点可设置 MAPPING_PUBLISH_ALONE=true',
      en: 'Have another administrator review and publish it with a key of their own; a small node with one person may set MAPPING_PUBLISH_ALONE=true',
    },
  },
  STORE_NO_SECRET: {
    disposition: 'reject',
    status: 409,
    zh: '{kind} 类型的投递目标没有密钥',
    en: 'A destination of kind {kind} has no secret',
    advice: { zh: '只有 webhook 有签名密钥', en: 'Only webhooks have a signing secret' },
  },
});
