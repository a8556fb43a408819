/**
 * What the library says of expressions that have no value or no sense, and the same in Chinese; `$1` … are taken over.
 * What is not here, as what is never met in practice, stays as the library says it.
 */
const phrases: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^No such key: index out of bounds, index (.*) >= size (.*)$/, '下标 $1 超出列表长度 $2'],
  [/^No such key: (.*)$/, '没有字段 $1'],
  [/^Unknown variable: (.*)$/, '没有变量 $1'],
  [/^no such overload: (.*)$/, '类型不支持该运算：$1'],
  [/^found no matching overload for (.*)$/, '没有该函数或参数类型不符：$1'],
  [/^division by zero$/, '除数为零'],
  [/^modulo by zero$/, '取余的除数为零'],
  [/^(\w+)\(\) type error: cannot convert to \w+$/, '无法用 $1() 转换'],
  [/^(\w+)\(\) type error: .*overflow$/, '用 $1() 转换时数值溢出'],
  [/^(\w+)\(\) conversion error: .*$/, '无法用 $1() 转换'],
  [/^(?:integer overflow|Unsigned integer overflow).*$/, '整数溢出'],
  [/^timestamp\(\) requires .*$/, 'timestamp() 需要 ISO 8601 格式的时间'],
  [/^Invalid duration string: (.*)$/, '时长格式不正确：$1'],
  [/^Logical operator requires bool operands, got (.*)$/, '逻辑运算的两边应为真或假，而得到 $1'],
  [/^Ternary condition must be bool, got (.*)$/, '? 之前应为真或假，而得到 $1'],
  [/^(.*) predicate must return bool, got (.*)$/, '$1 中的条件应为真或假，而得到 $2'],
  [/^Expression of type (\S+) cannot be range of a comprehension.*$/, '类型 $1 不能遍历，须为列表或映射'],
  [/^Optional value is not present$/, '可选值不存在'],
  [
    /^List elements must have the same type, expected type (\S+) but found (\S+)$/,
    '列表成员类型须一致：应为 $1，而得到 $2',
  ],
  [/^List index must be int, got (.*)$/, '列表下标应为整数，而得到 $1'],
  [/^Cannot index type (.*)$/, '类型 $1 没有成员'],
  [/^the result is (.*)$/, '结果是 $1，应为真或假'],
  [/^Expected (\S+), got EOF$/, '表达式没有写完'],
  [/^Unexpected token: EOF$/, '表达式没有写完'],
  [/^Expected (\S+), got (\S+)$/, '此处应为 $1，而得到 $2'],
  [/^Unexpected token: (.*)$/, '此处不应出现 $1'],
  [/^Unexpected character: (.*)$/, '此处不应出现字符 $1'],
  [/^Unterminated .*$/, '字符串缺少结尾的引号'],
  [/^Invalid escape sequence: (.*)$/, '转义写法不正确：$1'],
  [/^Invalid number: (.*)$/, '数字写法不正确：$1'],
  [/^Reserved identifier: (.*)$/, '$1 是保留字'],
  [/^Exceeded (\w+) \((\d+)\)$/, '超过上限 $1（$2）'],
  [/^not a constant$/, '不是常量'],
];

/** What {@link reasonOf} and the detail of a problem say, in Chinese. */
export function inChinese(detail: string): string {
  const phrase = phrases.find(([english]) => english.test(detail));
  return phrase ? detail.replace(phrase[0], phrase[1]) : detail;
}
