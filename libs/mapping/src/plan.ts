import type { Fault, Json } from '#kernel';
import type { SyntaxName } from '#syntax';
import type { CodeTables, Condition, DocumentMapping, MappingDefinition, Rule, Way } from './definition.js';
import { mappingFaults } from './faults.js';
import { compileFormat, type RuleFormat } from './formats/format.js';
import { isEnvelopeTag } from './locate.js';
import { parsePath, type Path } from './path.js';
import { parsePointer } from './pointer.js';

/** A mapping taken apart and found right: what reading and writing are compiled from. */
export interface Plan {
  readonly identity: readonly Path[];
  readonly documents: readonly DocumentPlan[];
}

export interface DocumentPlan {
  readonly type: string;
  readonly each: Path;
  readonly when: ConditionPlan | undefined;
  readonly rules: readonly RulePlan[];
}

export interface ConditionPlan {
  readonly path: Path;
  /** The values that make it true; undefined: any value, or none when `absent`. */
  readonly values: readonly string[] | undefined;
  readonly absent: boolean;
}

interface Common {
  /** The rule as a JSON pointer into the mapping. */
  readonly rule: string;
  readonly when: ConditionPlan | undefined;
  readonly way: Way | undefined;
}

export interface ValuePlan extends Common {
  readonly kind: 'value';
  readonly from: readonly Path[];
  readonly to: readonly string[];
  readonly pointer: string;
  readonly format: RuleFormat;
  readonly codes:
    { readonly name: string; readonly toDocument: Codes; readonly toMessage: Codes } | undefined;
  readonly default: Json | undefined;
  readonly required: boolean;
}

export type Codes = ReadonlyMap<string, string>;

/** A fixed value of the document. */
export interface ConstantPlan extends Common {
  readonly kind: 'constant';
  readonly to: readonly string[];
  readonly pointer: string;
  readonly value: Json;
}

/** A fixed value of the message, or one given by whoever writes. */
export interface FillPlan extends Common {
  readonly kind: 'fill';
  readonly from: Path;
  readonly value: string | undefined;
  readonly param: string | undefined;
  readonly required: boolean;
}

export interface ListPlan extends Common {
  readonly kind: 'list';
  readonly each: Path;
  readonly to: readonly string[];
  readonly pointer: string;
  /** At least one item. */
  readonly required: boolean;
  readonly rules: readonly RulePlan[];
}

/** Rules with a common place. */
export interface PlacePlan extends Common {
  readonly kind: 'place';
  readonly from: Path | undefined;
  readonly to: readonly string[];
  readonly pointer: string;
  readonly rules: readonly RulePlan[];
}

export type RulePlan = ValuePlan | ConstantPlan | FillPlan | ListPlan | PlacePlan;

/** Rules inside one another. */
const maxDepth = 16;

const shapes = {
  document: {
    zh: '每个 documents 项需要 type、each 和 rules',
    en: 'each of documents needs type, each and rules',
  },
  documents: { zh: 'documents 为空', en: 'documents is empty' },
  rule: {
    zh: '规则应为 from+to、const+to、const/param+from、each+to+rules、to/from+rules 之一',
    en: 'a rule is one of from+to, const+to, const/param+from, each+to+rules, to/from+rules',
  },
  condition: {
    zh: 'when 需要 path 和 exists、equals、in 之一',
    en: 'when needs path and one of exists, equals, in',
  },
  node: { zh: '路径应指向节点，不应指向值', en: 'the path must be of a node, not of a value' },
  leaf: { zh: '路径应指明数据元', en: 'the path must name an element number' },
  envelope: {
    zh: 'UNB、UNG、UNE、UNZ 的路径应以“/”开头',
    en: 'paths of UNB, UNG, UNE and UNZ begin with "/"',
  },
  absolute: { zh: '路径应以“/”开头', en: 'the path must begin with "/"' },
  depth: { zh: `规则嵌套超过 ${maxDepth} 层`, en: `rules are nested deeper than ${maxDepth}` },
  item: { zh: '“to”为空只能用在 each 内', en: 'an empty "to" is for rules inside each' },
  each: { zh: 'each 应指向报文内的节点', en: 'each must be of a node inside the message' },
  occurrence: {
    zh: 'each 指所有重复的节点，最后一步不能带“#序号”',
    en: 'each is about all nodes: its last step has no "#number"',
  },
  way: { zh: 'way 只能是 read 或 write', en: 'way is read or write' },
  repetition: {
    zh: '重复的数据元只能读取，请加 "way": "read"',
    en: 'repetitions of an element are only read: add "way": "read"',
  },
  member: { zh: '规则中有不认识的成员', en: 'the rule has a member that is not known' },
} as const;

/** Checks a definition wholly: all faults, each with its place as a JSON pointer into the mapping. */
export class Planner {
  readonly faults: Fault[] = [];

  constructor(
    private readonly definition: MappingDefinition,
    private readonly syntax: SyntaxName,
    private readonly codes: CodeTables,
  ) {}

  plan(): Plan {
    const { documents, identity } = this.definition;
    const list = asList<DocumentMapping>(documents);
    if (list.length === 0) this.shape('documents', '/documents');
    return {
      identity: asList<string>(identity).flatMap((source, i) => {
        const at = `/identity/${i}`;
        const path = this.valuePath(source, at);
        if (path && !path.absolute) this.shape('absolute', at);
        return path ? [path] : [];
      }),
      documents: list.flatMap((document, i) => this.document(document, `/documents/${i}`) ?? []),
    };
  }

  private document(document: DocumentMapping, at: string): DocumentPlan | undefined {
    const right = isRecord(document) && typeof document.type === 'string' && Array.isArray(document.rules);
    if (!right) return this.shape('document', at);
    const each = this.eachPath(document.each, `${at}/each`);
    const when = this.condition(document.when, at);
    const rules = this.rules(document.rules, at, 0, false);
    if (each && (each.up > 0 || (each.steps[0] && isEnvelopeTag(each.steps[0].name))))
      this.shape('each', `${at}/each`);
    return each && { type: document.type, each, when, rules };
  }

  private rules(rules: readonly Rule[], at: string, depth: number, inItem: boolean): RulePlan[] {
    if (depth > maxDepth) {
      this.shape('depth', at);
      return [];
    }
    return rules.flatMap((rule, i) => this.rule(rule, `${at}/rules/${i}`, depth, inItem) ?? []);
  }

  private rule(rule: Rule, at: string, depth: number, inItem: boolean): RulePlan | undefined {
    if (!isRecord(rule)) return this.shape('rule', at);
    if (rule.way !== undefined && rule.way !== 'read' && rule.way !== 'write')
      return this.shape('way', `${at}/way`);
    const strange = Object.keys(rule).find((name) => !members.has(name));
    if (strange !== undefined) return this.shape('member', `${at}/${strange}`);
    const has = (...names: readonly (keyof Rule)[]): boolean =>
      names.every((name) => rule[name] !== undefined);
    const common: Common = { rule: at, when: this.condition(rule.when, at), way: rule.way };
    if (has('rules')) {
      if (!Array.isArray(rule.rules) || has('const') || has('param')) return this.shape('rule', at);
      return has('each') ? this.list(rule, common, depth) : this.place(rule, common, depth, inItem);
    }
    if (has('const') || has('param')) return this.fixed(rule, common, inItem);
    return has('from', 'to') ? this.value(rule, common, inItem) : this.shape('rule', at);
  }

  private value(rule: Rule, common: Common, inItem: boolean): ValuePlan | undefined {
    const at = common.rule;
    const sources = typeof rule.from === 'string' ? [rule.from] : asList<string>(rule.from);
    const from = sources.map((source) => this.valuePath(source, `${at}/from`));
    if (from.length === 0) this.shape('rule', at);
    const to = this.pointer(rule.to, at, inItem);
    const format = compileFormat(rule.as, this.definition.zone);
    if ('unknown' in format) {
      this.add('MAPPING_FORMAT_UNKNOWN', `${at}/as`, { format: format.unknown });
      return undefined;
    }
    const codes = rule.codes === undefined ? undefined : this.table(rule.codes, at);
    const paths = from.filter((path) => path !== undefined);
    if (!to || paths.length !== from.length) return undefined;
    if (rule.way !== 'read' && paths.some(isRepetition)) return this.shape('repetition', `${at}/from`);
    return {
      kind: 'value',
      ...common,
      from: paths,
      to,
      pointer: rule.to ?? '',
      format,
      codes,
      default: rule.default,
      required: rule.required === true,
    };
  }

  private fixed(rule: Rule, common: Common, inItem: boolean): ConstantPlan | FillPlan | undefined {
    const at = common.rule;
    if (rule.to !== undefined) {
      if (rule.const === undefined || rule.from !== undefined) return this.shape('rule', at);
      const to = this.pointer(rule.to, at, inItem);
      return to && { kind: 'constant', ...common, to, pointer: rule.to, value: rule.const };
    }
    if (typeof rule.from !== 'string') return this.shape('rule', at);
    const from = this.valuePath(rule.from, `${at}/from`);
    if (from && isRepetition(from)) return this.shape('repetition', `${at}/from`);
    const value = rule.param === undefined ? rule.const : rule.default;
    return (
      from && {
        kind: 'fill',
        ...common,
        from,
        value: value === undefined ? undefined : String(value),
        param: rule.param,
        required: rule.required === true,
      }
    );
  }

  private list(rule: Rule, common: Common, depth: number): ListPlan | undefined {
    const at = common.rule;
    const each = this.eachPath(rule.each, `${at}/each`);
    const to = this.pointer(rule.to, at, false);
    const rules = this.rules(rule.rules ?? [], at, depth + 1, true);
    if (each && each.steps.length === 0) this.shape('each', `${at}/each`);
    return (
      each &&
      to && {
        kind: 'list',
        ...common,
        each,
        to,
        pointer: rule.to ?? '',
        required: rule.required === true,
        rules,
      }
    );
  }

  private place(rule: Rule, common: Common, depth: number, inItem: boolean): PlacePlan | undefined {
    const at = common.rule;
    if (typeof rule.from !== 'string' && rule.from !== undefined) return this.shape('rule', at);
    if (rule.from === undefined && rule.to === undefined) return this.shape('rule', at);
    const from = rule.from === undefined ? undefined : this.nodePath(rule.from, `${at}/from`);
    const to = rule.to === undefined ? [] : this.pointer(rule.to, at, true);
    const rules = this.rules(rule.rules ?? [], at, depth + 1, inItem && rule.to === undefined);
    if (rule.from !== undefined && !from) return undefined;
    return to && { kind: 'place', ...common, from, to, pointer: rule.to ?? '', rules };
  }

  private condition(when: Condition | undefined, at: string): ConditionPlan | undefined {
    if (when === undefined) return undefined;
    const tests = isRecord(when)
      ? [when.exists, when.equals, when.in].filter((test) => test !== undefined)
      : [];
    if (tests.length !== 1 || (when.in !== undefined && !Array.isArray(when.in)))
      return this.shape('condition', `${at}/when`);
    const path = this.conditionPath(when.path, `${at}/when/path`, when.exists !== undefined);
    const values = when.equals === undefined ? when.in : [when.equals];
    return path && { path, values: values?.map(String), absent: when.exists === false };
  }

  private table(name: string, at: string): ValuePlan['codes'] {
    const table = Object.hasOwn(this.codes, name) ? this.codes[name] : undefined;
    if (table === undefined || !isRecord(table)) {
      this.add('MAPPING_CODES_UNKNOWN', `${at}/codes`, { table: String(name) });
      return undefined;
    }
    const toMessage = new Map<string, string>();
    for (const [message, document] of Object.entries(table)) {
      if (!toMessage.has(document)) toMessage.set(document, message);
    }
    return { name, toDocument: new Map(Object.entries(table)), toMessage };
  }

  private pointer(
    pointer: string | undefined,
    at: string,
    mayBeEmpty: boolean,
  ): readonly string[] | undefined {
    const tokens = typeof pointer === 'string' ? parsePointer(pointer) : undefined;
    if (!tokens) this.add('MAPPING_POINTER', `${at}/to`, { pointer: String(pointer) });
    else if (tokens.length === 0 && !mayBeEmpty) return this.shape('item', `${at}/to`);
    return tokens;
  }

  private valuePath(source: string, at: string): Path | undefined {
    const path = this.path(source, at);
    return path && path.leaf === undefined ? this.shape('leaf', at) : path;
  }

  /** A condition that something exists may also be about a node. */
  private conditionPath(source: string, at: string, exists: boolean): Path | undefined {
    return exists ? this.path(source, at) : this.valuePath(source, at);
  }

  /** Several nodes: which of them is not for the path of a repetition to say. */
  private eachPath(source: string | undefined, at: string): Path | undefined {
    const path = this.nodePath(source, at);
    return path?.steps[path.steps.length - 1]?.nth === undefined ? path : this.shape('occurrence', at);
  }

  /** In XML a path of a node and of its text look alike. */
  private nodePath(source: string | undefined, at: string): Path | undefined {
    const path = this.path(source, at);
    return path?.leaf && path.leaf.at !== 'text' ? this.shape('node', at) : path;
  }

  private path(source: string | undefined, at: string): Path | undefined {
    const result = parsePath(typeof source === 'string' ? source : '', this.syntax);
    if (!result.ok) {
      for (const fault of result.error) this.faults.push({ ...fault, place: { pointer: at } });
      return undefined;
    }
    const path = result.value;
    const first = path.steps[0];
    if (this.syntax === 'edifact' && first && !path.absolute && isEnvelopeTag(first.name))
      return this.shape('envelope', at);
    return path;
  }

  private shape(shape: keyof typeof shapes, pointer: string): undefined {
    this.add('MAPPING_SHAPE', pointer, shapes[shape]);
  }

  private add(
    code: keyof typeof mappingFaults.definitions,
    pointer: string,
    values: Readonly<Record<string, string | number>>,
  ): void {
    this.faults.push(mappingFaults.make(code, { place: { pointer }, values }));
  }
}

const isRepetition = ({ leaf }: Path): boolean => leaf?.at === 'cell' && leaf.repetition > 1;

/** A misspelt member would be a rule that silently does something else. */
const members: ReadonlySet<string> = new Set<keyof Rule>([
  'from',
  'to',
  'each',
  'rules',
  'when',
  'as',
  'codes',
  'default',
  'required',
  'const',
  'param',
  'way',
  'note',
]);

/** The definition comes from a file or a screen: its types are a promise that is checked here. */
const asList = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);
const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
