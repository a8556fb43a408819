import type { Json } from '#kernel';
import type { TreeNode } from '#syntax';
import type { Way } from './definition.js';
import type { Test } from './expression/expression.js';
import type { RuleFormat } from './formats/format.js';
import type { Join } from './join.js';
import type { Path } from './path.js';

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

export type ConditionPlan = PlaceCondition | ExpressionCondition;

export interface PlaceCondition {
  readonly kind: 'place';
  readonly path: Path;
  /** The values that make it true; undefined: any value, or none when `absent`. */
  readonly values: readonly string[] | undefined;
  readonly absent: boolean;
}

export interface ExpressionCondition {
  readonly kind: 'expression';
  readonly test: Test;
  /** In the order in which the expression takes their values. */
  readonly places: readonly Path[];
}

export interface Common {
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
  readonly codes: CodesPlan | undefined;
  readonly default: Json | undefined;
  readonly required: boolean;
}

export interface CodesPlan {
  readonly name: string;
  readonly toDocument: ReadonlyMap<string, string>;
  readonly toMessage: ReadonlyMap<string, string>;
}

/** One value of the document that is made of several places of the message. */
export interface JoinedPlan extends Common {
  readonly kind: 'joined';
  /** In the order in which the join takes their texts. */
  readonly places: readonly Path[];
  readonly join: Join;
  readonly to: readonly string[];
  readonly pointer: string;
  readonly codes: CodesPlan | undefined;
  readonly default: Json | undefined;
  readonly required: boolean;
}

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
  /** What the value is where the syntax tells numbers and booleans from texts. */
  readonly scalar: TreeNode['scalar'];
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

export type RulePlan = ValuePlan | JoinedPlan | ConstantPlan | FillPlan | ListPlan | PlacePlan;
