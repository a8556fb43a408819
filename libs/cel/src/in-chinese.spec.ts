import { celLimits, compileCel, inChinese, reasonOf } from '#cel';

/** The library's own words are tried, so that a release of it that says it otherwise is noticed. */
it.each([
  ['document.a == "1"', '没有字段 a'],
  ['document.list[9] == 1', '下标 9 超出列表长度 1'],
  ['document.', '表达式没有写完'],
  ['document.a ==', '表达式没有写完'],
  ['a..b', '此处应为 IDENTIFIER，而得到 DOT'],
  ['@', '此处不应出现字符 @'],
  ['"abc', '字符串缺少结尾的引号'],
  ['other == 1', '没有变量 other'],
  ['1 / 0 == 1', '除数为零'],
  ['int("x") == 1', '无法用 int() 转换'],
  ['bool("x")', '无法用 bool() 转换'],
  ['timestamp("x") == timestamp("x")', 'timestamp() 需要 ISO 8601 格式的时间'],
  ['duration("x") == duration("1s")', '时长格式不正确：x'],
  ['document.text > 1', '类型不支持该运算：dyn<string> > int'],
  ['other(1)', "没有该函数或参数类型不符：'other(int)'"],
  ['document.text && true', "逻辑运算的两边应为真或假，而得到 'string'"],
  ['document.text ? true : false', "? 之前应为真或假，而得到 'string'"],
  ['document.list.all(x, x)', "all(var, predicate) 中的条件应为真或假，而得到 'map<dyn, dyn>'"],
  ['document.text.exists(x, true)', "类型 'string' 不能遍历，须为列表或映射"],
  ['document.?x.value() == 1', '可选值不存在'],
  ['[1, "a"] == [1]', "列表成员类型须一致：应为 'int'，而得到 'string'"],
])('what is wrong with %s is said in Chinese', (expression, chinese) => {
  expect(inChinese(detailOf(expression))).toBe(chinese);
});

it('leaves what it does not know as it is', () =>
  expect(inChinese('of another kind')).toBe('of another kind'));

function detailOf(expression: string): string {
  const variables = { document: 'map' } as const;
  const compiled = compileCel<never>(expression, { limits: celLimits, variables });
  if (!compiled.ok) return compiled.error.detail;
  try {
    return String(compiled.value.run({ document: { text: 't', list: [{}] } }));
  } catch (error) {
    return reasonOf(error);
  }
}
