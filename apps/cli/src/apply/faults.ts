import { catalogue } from '#kernel';

/** What can go wrong when a set-up file is applied. */
export const applyFaults = catalogue({
  SETUP_FILE_UNREADABLE: {
    disposition: 'reject',
    status: 422,
    zh: '无法读取 {file}：{reason}',
    en: 'Cannot read {file}: {reason}',
    advice: { zh: '检查路径和权限', en: 'Check the path and the permissions' },
  },
  SETUP_YAML_BROKEN: {
    disposition: 'reject',
    status: 422,
    zh: '第 {line} 行不是合法的 YAML：{reason}',
    en: 'Line {line} is not YAML: {reason}',
    advice: { zh: '修正该行', en: 'Mend that line' },
  },
  SETUP_FILE_INVALID: {
    disposition: 'reject',
    status: 422,
    zh: '{pointer} {reason_zh} {detail}',
    en: '{pointer} {reason_en} {detail}',
    advice: { zh: '按 schemas/setup.schema.json 修正', en: 'Correct it as schemas/setup.schema.json says' },
  },
  SETUP_NAMED_TWICE: {
    disposition: 'reject',
    status: 422,
    zh: '{name} 出现两次',
    en: '{name} is named twice',
    advice: {
      zh: '保留一处；协议以双方、类型和用途区分',
      en: 'Keep one; agreements differ by parties, type and purpose',
    },
  },
  SETUP_FIXED: {
    disposition: 'reject',
    status: 409,
    zh: '{name} 的 {member} 为 {now}，不能改为 {wanted}',
    en: 'The {member} of {name} is {now} and cannot become {wanted}',
    advice: {
      zh: '更正文件，或换一个代码新建',
      en: 'Correct the file, or choose another code for a new one',
    },
  },
  SETUP_REFERENCE_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '{name} 引用了不存在的 {reference}',
    en: '{name} refers to {reference}, which does not exist',
    advice: { zh: '在文件中加入它，或更正代码', en: 'Add it to the file, or correct the code' },
  },
  SETUP_NODE_REFUSED: {
    disposition: 'reject',
    status: 422,
    zh: '{what}：节点答复 {status} {code} {reason}',
    en: '{what}: the node answered {status} {code} {reason}',
    advice: {
      zh: '按答复修正后再次执行；已完成的部分不会重复',
      en: 'Correct it and run again; what was done is not done twice',
    },
  },
  SETUP_NODE_UNREACHABLE: {
    disposition: 'retry',
    status: 503,
    zh: '无法连接节点 {url}：{reason}',
    en: 'The node {url} cannot be reached: {reason}',
    advice: { zh: '检查地址；节点启动后再次执行', en: 'Check the address; run again when the node is up' },
  },
});
