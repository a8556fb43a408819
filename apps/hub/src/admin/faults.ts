import { catalogue } from '#kernel';

/** What can be wrong with a request to the administration. */
export const adminFaults = catalogue({
  ADMIN_BODY_INVALID: {
    disposition: 'reject',
    status: 422,
    zh: '请求内容不符合规定：{reason_zh}',
    en: 'The request is not as it should be: {reason_en}',
    advice: {
      zh: '按 schemas/api 中的 {schema} 修正',
      en: 'Correct it as {schema} in schemas/api says',
    },
  },
  ADMIN_REASON_MISSING: {
    disposition: 'reject',
    status: 422,
    zh: '此操作必须说明原因',
    en: 'This act needs a reason',
    advice: {
      zh: '在请求体的 reason 或请求头 X-Reason（UTF-8，可用百分号编码）中说明，最多 500 字',
      en: 'Give it as reason in the body or in the header X-Reason (UTF-8, may be percent-encoded), 500 characters at most',
    },
  },
  ADMIN_IF_MATCH_MISSING: {
    disposition: 'reject',
    status: 428,
    zh: '修改时必须给出 If-Match',
    en: 'A change needs If-Match',
    advice: {
      zh: '用读取时得到的 ETag 作为 If-Match；If-Match: * 表示不论版本',
      en: 'Send the ETag that reading gave as If-Match; If-Match: * changes any version',
    },
  },
  ADMIN_IF_MATCH_INVALID: {
    disposition: 'reject',
    status: 400,
    zh: 'If-Match 应为 "版本号" 或 *',
    en: 'If-Match is to be "version" or *',
    advice: { zh: '原样使用读取时得到的 ETag', en: 'Use the ETag as reading gave it' },
  },
  ADMIN_REFERENCE_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '没有 {what} {id}',
    en: 'There is no {what} {id}',
    advice: { zh: '先建立它，或更正标识或代码', en: 'Create it first, or correct the id or code' },
  },
  ADMIN_TYPE_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '没有单证类型 {type}',
    en: 'There is no document type {type}',
    advice: { zh: '使用已有类型之一或 *：{known}', en: 'Use one of the types or *: {known}' },
  },
  ADMIN_URL_INSECURE: {
    disposition: 'reject',
    status: 422,
    zh: 'webhook 地址必须使用 https（本机地址除外），且不得含用户名、口令或片段',
    en: 'The address of a webhook must use https (except on this machine), without user name, password or fragment',
    advice: { zh: '改用 https 地址', en: 'Use an https address' },
  },
  ADMIN_MEMBER_MISPLACED: {
    disposition: 'reject',
    status: 422,
    zh: '{kind} 类型的投递目标没有 {member}',
    en: 'A destination of kind {kind} has no {member}',
    advice: { zh: '去掉该项；可用：{known}', en: 'Leave it out; it may have: {known}' },
  },
  ADMIN_PERIOD_EMPTY: {
    disposition: 'reject',
    status: 422,
    zh: '结束时间不晚于开始时间',
    en: 'The end is not after the beginning',
    advice: { zh: '更正 validFrom 或 validTo', en: 'Correct validFrom or validTo' },
  },
  ADMIN_EXPIRY_PAST: {
    disposition: 'reject',
    status: 422,
    zh: '到期时间已过',
    en: 'The key would have expired already',
    advice: { zh: '更正 expiresAt', en: 'Correct expiresAt' },
  },
  ADMIN_MAPPING_TOO_LARGE: {
    disposition: 'reject',
    status: 413,
    zh: '映射与代码表共 {size} 个字符，超过上限 {limit}',
    en: 'The mapping with its code tables has {size} characters, more than {limit}',
    advice: { zh: '删去示例中不需要的报文', en: 'Leave out messages of examples that are not needed' },
  },
  ADMIN_MAPPING_BASE_MOVED: {
    disposition: 'reject',
    status: 409,
    zh: '草稿以 {based} 为依据，而现行映射已是 {now}：发布会丢掉其间的更改',
    en: 'The draft was begun from {based}, and {now} is in force by now: publishing it would undo what changed between',
    advice: {
      zh: '查看草稿与现行映射的差异，并入更改后将草稿的 basedOn 改为 {now}',
      en: 'See the difference of the draft and what is in force, take over what changed, then set basedOn of the draft to {now}',
    },
  },
  ADMIN_MAPPING_NEVER_PUBLISHED: {
    disposition: 'reject',
    status: 409,
    zh: '映射 {label} 不曾发布过（状态 {state}），不能回退到它',
    en: 'The mapping {label} was never published (it is {state}): there is no going back to it',
    advice: {
      zh: '选择曾经发布过的版本或 shipped；草稿请用发布',
      en: 'Choose one that was published, or shipped; a draft is published',
    },
  },
  ADMIN_MAPPING_IN_FORCE: {
    disposition: 'reject',
    status: 409,
    zh: '映射 {label} 正在使用',
    en: 'The mapping {label} is in force',
    advice: { zh: '无需回退', en: 'There is nothing to go back to' },
  },
  ADMIN_PREVIEW_SOURCE: {
    disposition: 'reject',
    status: 422,
    zh: '须给出且只给出 message、base64、interchange 之一',
    en: 'Give one of message, base64 and interchange, and only one',
    advice: { zh: '保留一个', en: 'Keep one of them' },
  },
  ADMIN_DRY_RUN_BUSY: {
    disposition: 'retry',
    status: 429,
    zh: '已有 {limit} 个试运行在进行',
    en: '{limit} dry runs are under way already',
    advice: { zh: '等其结束或取消后再试', en: 'Wait until one has ended, or cancel it' },
  },
  ADMIN_SAME_PARTY: {
    disposition: 'reject',
    status: 422,
    zh: '共享协议的双方不能相同',
    en: 'Owner and consumer of an agreement are the same',
    advice: { zh: '自己的单证无需协议', en: 'Nobody needs an agreement for documents of their own' },
  },
});
