/**
 * CEL promises regular expressions in linear time (RE2); here they run on a backtracking engine, so a pattern is
 * accepted only if it can take no more than linear time: no group is repeated, nothing looks around or back, at
 * most one part repeats without bound and then only from the start of the text, and the choices multiply to a
 * bounded number.
 */
const patternLimits = { length: 200, choices: 4096 };

const token =
  /\\[dDwWsSbB.\\/+*?^$()[\]{}|-]|\[\^?(?:\\.|[^\]\\[])+\]|\((?:\?:|(?!\?))|\)(?<quantified>[*+{?])?|[*+]\??|\?|\{(?<from>\d{1,3})(?:,(?<to>\d{1,3}))?\}\??|\||\^|\$|[^\\[\](){}*+?|^$]/uy;

/** Why the pattern is refused, or nothing. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > patternLimits.length) return `longer than ${patternLimits.length} characters`;
  let unbounded = 0;
  let choices = 1;
  token.lastIndex = 0;
  while (token.lastIndex < pattern.length) {
    const at = token.lastIndex;
    const match = token.exec(pattern);
    if (!match) return `"${pattern.slice(at, at + 8)}"`;
    const [text] = match;
    const from = match.groups?.['from'];
    if (match.groups?.['quantified']) return 'a repeated group';
    if (/^[*+]/.test(text)) unbounded++;
    else if (text === '?' || text === '|') choices *= 2;
    else if (from) choices *= Number(match.groups?.['to'] ?? from) - Number(from) + 1;
  }
  if (unbounded > 1) return 'more than one * or +';
  if (unbounded === 1 && (!pattern.startsWith('^') || pattern.includes('|')))
    return '* or + without ^ at the start';
  if (choices > patternLimits.choices) return 'too many choices';
  return compiles(pattern) ? undefined : 'not a regular expression';
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
