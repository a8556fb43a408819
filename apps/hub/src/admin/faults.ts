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
  ADMIN_URL_MISPLACED: {
    disposition: 'reject',
    status: 422,
    zh: '{kind} 类型的投递目标没有地址',
    en: 'A destination of kind {kind} has no address',
    advice: { zh: '去掉 url、batchLimit、timeout', en: 'Leave out url, batchLimit and timeout' },
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
  ADMIN_SAME_PARTY: {
    disposition: 'reject',
    status: 422,
    zh: '共享协议的双方不能相同',
    en: 'Owner and consumer of an agreement are the same',
    advice: { zh: '自己的单证无需协议', en: 'Nobody needs an agreement for documents of their own' },
  },
});
