import { catalogue } from '#kernel';

const correctTheExpression = {
  zh: '在条件编辑处修正表达式后重新发布。',
  en: 'Correct the expression and publish it again.',
};

/** What can be wrong with a condition or a field list, and the one fault of evaluating: `ROUTING_CONDITION_FAILED`. */
export const routingFaults = catalogue({
  ROUTING_CONDITION_TOO_LONG: {
    disposition: 'reject',
    status: 422,
    zh: '条件共 {length} 个字符，超过上限 {limit}。',
    en: 'The condition has {length} characters; the limit is {limit}.',
    advice: { zh: '拆成几条路由规则，或缩短表达式。', en: 'Split it into several routes, or shorten it.' },
  },
  ROUTING_CONDITION_SYNTAX: {
    disposition: 'reject',
    status: 422,
    zh: '条件第 {position} 个字符处有语法错误：{detail}',
    en: 'The condition has a syntax error at character {position}: {detail}',
    advice: correctTheExpression,
  },
  ROUTING_CONDITION_TYPE: {
    disposition: 'reject',
    status: 422,
    zh: '条件第 {position} 个字符处类型不符：{detail}',
    en: 'The condition does not fit its types at character {position}: {detail}',
    advice: {
      zh: '可用变量：document、type、keys、sender、envelope、now。单证中的数值是字符串，比较大小时写 double(document.x)。',
      en: 'The variables are document, type, keys, sender, envelope, now. Decimals are strings: compare double(document.x).',
    },
  },
  ROUTING_CONDITION_NOT_BOOLEAN: {
    disposition: 'reject',
    status: 422,
    zh: '条件的结果是 {type}，应为真或假。',
    en: 'The condition gives {type}; it must give true or false.',
    advice: {
      zh: '写成比较式，例如 document.direction == "import"。',
      en: 'Write a comparison, such as document.direction == "import".',
    },
  },
  ROUTING_CONDITION_TOO_COMPLEX: {
    disposition: 'reject',
    status: 422,
    zh: '条件过于复杂：{detail}',
    en: 'The condition is too complex: {detail}',
    advice: { zh: '减少嵌套，或拆成几条路由规则。', en: 'Nest less, or split it into several routes.' },
  },
  ROUTING_CONDITION_COSTLY: {
    disposition: 'reject',
    status: 422,
    zh: '条件第 {position} 个字符处的循环，耗时会随单证大小按平方或更快增长。',
    en: 'The loop at character {position} of the condition takes time that grows with the square of the document, or faster.',
    advice: {
      zh: '内层循环只能遍历外层循环变量之下的列表，或常量列表、keys。',
      en: 'An inner loop may go over a list below the variable of the outer loop, a list of constants, or keys.',
    },
  },
  ROUTING_CONDITION_NAME: {
    disposition: 'reject',
    status: 422,
    zh: '条件第 {position} 个字符处的循环变量 {name} 与已有的名字相同。',
    en: 'The loop at character {position} of the condition names its variable {name}, which is taken.',
    advice: { zh: '给循环变量换一个名字。', en: 'Give the variable of the loop another name.' },
  },
  ROUTING_CONDITION_PATTERN: {
    disposition: 'reject',
    status: 422,
    zh: '条件第 {position} 个字符处的正则表达式不可用。',
    en: 'The regular expression at character {position} of the condition cannot be used: {detail}',
    advice: {
      zh: '正则须为常量，至多一个 * 或 +（此时以 ^ 开头），不得重复分组。也可用 startsWith、endsWith、contains。',
      en: 'A pattern is a constant with at most one * or + (then starting with ^) and no repeated group. Or use startsWith, endsWith, contains.',
    },
  },
  ROUTING_CONDITION_LIST: {
    disposition: 'reject',
    status: 422,
    zh: '条件第 {position} 个字符处：没有代码表 {list}。',
    en: 'At character {position} of the condition: there is no code list {list}.',
    advice: {
      zh: '代码表以常量写出：{known}。',
      en: 'Name a list by a constant: {known}.',
    },
  },
  ROUTING_CONDITION_KEYS: {
    disposition: 'reject',
    status: 422,
    zh: '条件第 {position} 个字符处：keys 只能写作 keys.container 或 keys["vessel-call"]。',
    en: 'At character {position} of the condition: keys is used only as keys.container or keys["vessel-call"].',
    advice: {
      zh: '没有该类业务键时得到空列表；判断有无请写 size(keys.container) > 0。',
      en: 'A kind without keys is an empty list; to ask whether there are any, write size(keys.container) > 0.',
    },
  },
  ROUTING_CONDITION_FAILED: {
    disposition: 'hold',
    status: 422,
    severity: 'warning',
    zh: '条件无法对该单证求值：{detail}',
    en: 'The condition cannot be evaluated on this document: {detail}',
    advice: {
      zh: '字段可能缺失时先判断：has(document.x) && document.x == "…"。改好后可重新路由。',
      en: 'Where a field may be missing ask first: has(document.x) && document.x == "…". Then route the document again.',
    },
  },
  ROUTING_FIELD_POINTER: {
    disposition: 'reject',
    status: 422,
    zh: '字段“{pointer}”不是有效的 JSON Pointer。',
    en: 'The field "{pointer}" is not a JSON pointer.',
    advice: {
      zh: '以 / 开头，例如 /vessel/imo；列表中的每一项写作 /containers/*/number。',
      en: 'It starts with /, as in /vessel/imo; each member of a list is /containers/*/number.',
    },
  },
  ROUTING_FIELDS_TOO_MANY: {
    disposition: 'reject',
    status: 422,
    zh: '字段共 {count} 个，超过上限 {limit}。',
    en: 'There are {count} fields; the limit is {limit}.',
    advice: { zh: '改为授权上一级字段。', en: 'Grant the field above them instead.' },
  },
});
