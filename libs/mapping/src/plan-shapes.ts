/** Rules inside one another. */
export const maxRuleDepth = 16;

/** Places of one expression. */
export const maxPlaces = 16;

/** What can be wrong with the form of a mapping, as `MAPPING_SHAPE` says it. */
export const planShapes = {
  document: {
    zh: '每个 documents 项需要 type、each 和 rules',
    en: 'each of documents needs type, each and rules',
  },
  documents: { zh: 'documents 为空', en: 'documents is empty' },
  rule: {
    zh: '规则应为 from+to、value+of+to、const+to、const/param+from、each+to+rules、to/from+rules 之一',
    en: 'a rule is one of from+to, value+of+to, const+to, const/param+from, each+to+rules, to/from+rules',
  },
  condition: {
    zh: 'when 需要 path 和 exists、equals、in 之一，或 cel 和 of',
    en: 'when needs path and one of exists, equals, in; or cel and of',
  },
  node: { zh: '路径应指向节点，不应指向值', en: 'the path must be of a node, not of a value' },
  leaf: { zh: '路径应指明数据元', en: 'the path must name an element number' },
  envelope: {
    zh: 'UNB、UNG、UNE、UNZ 的路径应以“/”开头',
    en: 'paths of UNB, UNG, UNE and UNZ begin with "/"',
  },
  absolute: { zh: '路径应以“/”开头', en: 'the path must begin with "/"' },
  depth: { zh: `规则嵌套超过 ${maxRuleDepth} 层`, en: `rules are nested deeper than ${maxRuleDepth}` },
  item: { zh: '“to”为空只能用在 each 内', en: 'an empty "to" is for rules inside each' },
  each: { zh: 'each 应指向报文内的节点', en: 'each must be of a node inside the message' },
  occurrence: {
    zh: 'each 指所有重复的节点，最后一步不能带“#序号”',
    en: 'each is about all nodes: its last step has no "#number"',
  },
  of: {
    zh: `of 应为 1 至 ${maxPlaces} 个“名称: 路径”；名称为字母、数字、下划线，以小写字母开头，不能是 value 或 CEL 保留字`,
    en: `of has 1 to ${maxPlaces} places by name; a name has letters, digits and "_", begins with a small letter and is neither "value" nor a word of CEL`,
  },
  back: {
    zh: 'back 的每个名称都应在 of 中，值为 CEL 表达式',
    en: 'each name of back stands in of, with an expression in CEL',
  },
  backless: {
    zh: '没有 back 的 value 规则只能读取',
    en: 'a rule with value but without back only reads',
  },
  pieces: {
    zh: '该规则的 as 不能以 part、slice、dtm 开头：它的值不在一处',
    en: 'the as of this rule cannot begin with part, slice or dtm: its value is not of one place',
  },
  format: {
    zh: 'as 应为 date、time、dtm、flag、prefix、part、slice、pad、without、scale、together 之一',
    en: 'a format is one of date, time, dtm, flag, prefix, part, slice, pad, without, scale, together',
  },
  together: {
    zh: 'together 需要两处 from：先日期，后时间，各有格式 date 和 time',
    en: 'together needs two places in from, the date first and then the time, with a date and a time format',
  },
  way: { zh: 'way 只能是 read 或 write', en: 'way is read or write' },
  repetition: {
    zh: '重复的数据元只能读取，请加 "way": "read"',
    en: 'repetitions of an element are only read: add "way": "read"',
  },
  member: { zh: '规则中有不认识的成员', en: 'the rule has a member that is not known' },
} as const;
