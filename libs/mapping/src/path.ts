import { fail, ok, type Fault, type Result } from '#kernel';
import { grammarOf, type Grammar, type Leaf, type SyntaxName } from '#syntax';
import { mappingFaults } from './faults.js';

/** A path of the mapping language, taken apart. See README.md, "Paths". */
export interface Path {
  readonly source: string;
  readonly absolute: boolean;
  /** How many parents to go up first. */
  readonly up: number;
  readonly steps: readonly Step[];
  /** Where in the last node the value stands; undefined when the path is of a node. */
  readonly leaf: Leaf | undefined;
}

export interface Step {
  readonly name: string;
  readonly conditions: readonly StepCondition[];
  /** From 1: only this one of the nodes that fit, counted below each parent. */
  readonly nth?: number;
}

export interface StepCondition {
  /** Names below the node of the step. */
  readonly names: readonly string[];
  readonly leaf: Leaf;
  readonly operator: 'exists' | 'is' | 'is-not';
  readonly values: readonly string[];
}

const textLeaf: Leaf = { at: 'text' };

const treeName = /[\p{L}_][\p{L}\p{N}\p{M}_.·-]*/uy;

const names: Readonly<Record<SyntaxName, RegExp>> = {
  xml: treeName,
  json: treeName,
  csv: treeName,
  nmea: treeName,
  edifact: /[A-Za-z][A-Za-z0-9_-]*/y,
  flat: /[A-Za-z0-9][A-Za-z0-9_-]*/y,
};

/** @example parsePath('LOC[1=9].2.1', 'edifact') */
export function parsePath(source: string, syntax: SyntaxName): Result<Path, Fault[]> {
  const parser = new PathParser(source, syntax);
  const path = parser.path();
  if (!parser.wrong) return ok(path);
  return fail([mappingFaults.make('MAPPING_PATH', { values: { path: source, ...parser.wrong } })]);
}

interface Wrong {
  readonly at: number;
  readonly zh: string;
  readonly en: string;
}

class PathParser {
  wrong: Wrong | undefined;
  private at = 0;
  private readonly grammar: Grammar;

  constructor(
    private readonly source: string,
    private readonly syntax: SyntaxName,
  ) {
    this.grammar = grammarOf(syntax);
  }

  path(): Path {
    const { source } = this;
    const absolute = this.take('/');
    let up = 0;
    while (!absolute && this.take('../')) up++;
    if (!absolute && source.slice(this.at) === '..') {
      this.at += 2;
      up++;
    }
    const steps: Step[] = [];
    let leaf: Leaf | undefined;
    const bare = this.at >= source.length || source.slice(this.at) === '.';
    if (bare) {
      this.at = source.length;
      if (this.grammar === 'tree') leaf = textLeaf;
    } else {
      leaf = this.steps(steps);
    }
    if (source === '') this.expect('不能为空', 'it is empty');
    if (this.at < source.length) this.expect('多余的内容', 'this does not belong here');
    return { source, absolute, up, steps, leaf };
  }

  private steps(steps: Step[]): Leaf | undefined {
    for (;;) {
      const own = this.leaf();
      if (own) return own;
      const name = this.name();
      if (name === undefined) return undefined;
      const conditions = this.conditions();
      steps.push(this.take('#') ? { name, conditions, nth: this.number() } : { name, conditions });
      const leaf = this.grammar === 'segments' ? this.leaf() : undefined;
      if (leaf) return leaf;
      if (!this.take('/')) return this.grammar === 'tree' ? textLeaf : undefined;
    }
  }

  /** `@name` of a tree, `.2.1` of segments; records have fields without components: `.2`. */
  private leaf(): Leaf | undefined {
    if (this.grammar === 'tree') {
      if (!this.take('@')) return undefined;
      return { at: 'attribute', name: this.name() ?? '' };
    }
    return this.take('.') ? this.cell() : undefined;
  }

  private cell(): Leaf {
    const element = this.number();
    const repetition = this.syntax === 'edifact' && this.take('*') ? this.number() : 1;
    const component = this.syntax === 'edifact' && this.take('.') ? this.number() : 1;
    return { at: 'cell', element, component, repetition };
  }

  private conditions(): StepCondition[] {
    const conditions: StepCondition[] = [];
    while (!this.wrong && this.take('[')) conditions.push(this.condition());
    return conditions;
  }

  private condition(): StepCondition {
    const names: string[] = [];
    let leaf: Leaf | undefined;
    if (this.grammar === 'segments') {
      while (!this.wrong && !leaf && this.isName()) {
        names.push(this.name() ?? '');
        if (this.take('.')) leaf = this.cell();
        else if (!this.take('/')) this.expect('应指明数据元', 'an element number is missing');
      }
      leaf ??= this.cell();
    } else {
      while (!this.wrong && !leaf) {
        leaf = this.leaf();
        if (leaf) break;
        names.push(this.name() ?? '');
        if (!this.take('/')) leaf = textLeaf;
      }
    }
    const operator = this.take('!=') ? 'is-not' : this.take('=') ? 'is' : 'exists';
    const values: string[] = [];
    if (operator !== 'exists') {
      do values.push(this.literal());
      while (!this.wrong && this.take('|'));
    }
    if (!this.take(']')) this.expect('缺少“]”', '"]" is missing');
    return { names, leaf: leaf ?? textLeaf, operator, values };
  }

  /** In a condition: `EQD.1` or `SG4/…`, and not the number of an element of its own. Ids of records are numbers too. */
  private isName(): boolean {
    return this.syntax === 'flat'
      ? this.match(/[A-Za-z0-9_-]+[./]/y) !== undefined
      : !/[0-9]/.test(this.source[this.at] ?? '');
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source)?.[0];
  }

  private literal(): string {
    const quote = this.source[this.at];
    if (quote === '"' || quote === "'") {
      const end = this.source.indexOf(quote, this.at + 1);
      if (end < 0) return this.expect('引号未结束', 'the quote is not closed') ?? '';
      const value = this.source.slice(this.at + 1, end);
      this.at = end + 1;
      return value;
    }
    const value = /[^\]|]*/y;
    value.lastIndex = this.at;
    const found = value.exec(this.source)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private name(): string | undefined {
    if (this.syntax === 'json' && /['"]/.test(this.source[this.at] ?? '')) return this.literal();
    const found = this.match(names[this.syntax]);
    if (found === undefined) return this.expect('应为名称', 'a name is expected');
    this.at += found.length;
    return found;
  }

  private number(): number {
    const found = this.match(/[1-9][0-9]{0,2}/y);
    if (found === undefined) this.expect('应为从 1 起的序号', 'a number from 1 is expected');
    this.at += found?.length ?? 0;
    return Number(found ?? 1);
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private expect(zh: string, en: string): undefined {
    this.wrong ??= { at: this.at + 1, zh, en };
    return undefined;
  }
}

/** A step in one notation, so that equal ones are known as equal. */
export const stepKey = (step: Step): string =>
  step.nth === undefined ? nodesKey(step) : `${nodesKey(step)}#${step.nth}`;

/** Equal for steps to the same nodes, whichever of them is meant. */
export function nodesKey(step: Step): string {
  return step.name + step.conditions.map((condition) => `[${conditionKey(condition)}]`).join('');
}

function conditionKey({ names, leaf, operator, values }: StepCondition): string {
  return JSON.stringify([names, leaf, operator, values]);
}
