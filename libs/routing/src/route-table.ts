import { ok, type Fault, type Result } from '#kernel';
import type { Agreement } from './agreement.js';
import { compileCondition, type Condition } from './condition.js';
import { CandidateList } from './candidate-list.js';
import { Evaluations } from './evaluations.js';
import { explainCondition, explainReasons, type Explanation } from './explain.js';
import { conditionLimits, notMatchedLimit, type ConditionLimits } from './limits.js';
import {
  barredReasons,
  fallbackUnneeded,
  ownDocument,
  routeReasons,
  unconditional,
  type ReadyReasons,
  type Reason,
} from './reasons.js';
import {
  compareText,
  getOrMake,
  Rights,
  type CompiledAgreement,
  type OwnerRights,
  type Ruling,
} from './rights.js';
import type { Decision, Route } from './route.js';
import type { Subject } from './subject.js';

interface Candidate {
  readonly route: Route;
  readonly condition?: Condition;
  readonly reasons?: ReadyReasons;
}

/**
 * All routes and agreements of a node, compiled for deciding. Immutable: a change of the setup makes a new one.
 * Routes are found by document type, so those of other types cost nothing.
 */
export class RouteTable {
  readonly #byType: ReadonlyMap<string, CandidateList<Candidate>>;
  readonly #wildcards: CandidateList<Candidate>;
  readonly #rights: Rights;
  readonly #kinds: ReadonlySet<string>;
  readonly #fallbacks: boolean;

  /** @internal made by compileRoutes */
  constructor(
    candidates: readonly Candidate[],
    agreements: readonly CompiledAgreement[],
    private readonly limits: ConditionLimits,
  ) {
    const ordered = [...candidates].sort(byPriority);
    const wildcards = ordered.filter(({ route }) => route.documentType === '*');
    this.#wildcards = new CandidateList(wildcards);
    this.#byType = new Map([...typesOf(ordered)].map(([type, own]) => [type, new CandidateList(own)]));
    this.#rights = new Rights(agreements);
    this.#fallbacks = candidates.some(({ route }) => route.fallback === true);
    this.#kinds = new Set([...candidates, ...agreements].flatMap(({ condition }) => condition?.kinds ?? []));
  }

  /**
   * One decision for each route whose type fits, greatest priority first; of those that do not match the first few
   * (`notMatchedLimit`), so that a record of decisions stays small however many subscribe. Total: a condition that
   * has no value on the document is a reason.
   */
  decide(subject: Subject): Decision[] {
    return this.#decide(subject).map(({ decision }) => decision);
  }

  /**
   * The same decisions with the value of every term of their conditions, for a person who asks why. It shows
   * content of the document, so it is for those who may see the document. Not for the hot path.
   */
  explain(subject: Subject): Explanation[] {
    const { context: whole } = new Evaluations(subject, this.#kinds);
    return this.#decide(subject).map(({ decision, candidate, seen }) => ({
      ...decision,
      reasons: explainReasons(decision.reasons, whole, this.limits),
      terms: candidate.condition ? explainCondition(candidate.condition, seen.context, this.limits) : [],
    }));
  }

  /**
   * The decisions as the consumers of the routes may be told of them: the right comes first, and where there is none its
   * reasons are all. Whether a condition is true of a document tells of what it holds.
   */
  decideForConsumer(subject: Subject): Decision[] {
    return this.#decide(subject, judgeRightFirst).map(({ decision }) => decision);
  }

  #decide(subject: Subject, judge: Judge = judgeConditionFirst): Decided[] {
    const asked: Asked = {
      subject,
      rights: this.#rights.of(subject.sender.id),
      evaluations: new Evaluations(subject, this.#kinds),
    };
    const decided: Decided[] = [];
    let left = notMatchedLimit;
    const candidates = this.#byType.get(subject.type) ?? this.#wildcards;
    candidates.visit(subject, notMatchedLimit, (candidate, selected) => {
      const judged = judge(candidate, asked, selected);
      if (judged.decision.outcome !== 'not-matched' || left-- > 0) decided.push(judged);
    });
    return this.#fallbacks ? withoutUnneeded(decided, subject) : decided;
  }
}

interface Asked {
  readonly subject: Subject;
  readonly rights: OwnerRights;
  readonly evaluations: Evaluations;
}

interface Decided {
  readonly candidate: Candidate;
  readonly decision: Decision;
  /** What the condition was asked of. */
  readonly seen: Evaluations;
}

/** @param selected whether the condition may be true, as far as the list of candidates can tell */
type Judge = (candidate: Candidate, asked: Asked, selected: boolean) => Decided;

const judgeConditionFirst: Judge = (candidate, asked, selected) => {
  if (!selected) return { candidate, decision: notMatched(candidate), seen: asked.evaluations };
  return judge(candidate, asked, looksAtShared(candidate, asked) ? ruling(candidate, asked) : undefined);
};

const judgeRightFirst: Judge = (candidate, asked, selected) => {
  const { evaluations } = asked;
  if (isOwn(candidate, asked)) return judgeConditionFirst(candidate, asked, selected);
  const ruled = ruling(candidate, asked);
  if (!ruled.granted)
    return { candidate, decision: decision(candidate.route, 'denied', ruled.reasons), seen: evaluations };
  if (!selected) return { candidate, decision: notMatched(candidate, ruled), seen: evaluations };
  return judge(candidate, asked, ruled);
};

/** @param known the ruling, if it was asked for before the condition: then a subscription is asked of what it shares */
function judge(candidate: Candidate, asked: Asked, known: Ruling | undefined): Decided {
  const { route, condition } = candidate;
  const { subject, evaluations } = asked;
  const shared = known?.granted === true && looksAtShared(candidate, asked) ? known : undefined;
  const seen = shared ? evaluations.under(shared.agreement) : evaluations;
  const wanted = condition ? seen.of(condition) : true;
  const as = (made: Decision): Decided => ({
    candidate,
    decision: shared ? { ...made, shared: true } : made,
    seen,
  });
  if (wanted === false) return as(notMatched(candidate, shared));
  if (wanted !== true) return as(notEvaluated(candidate, wanted, shared));
  const barred = route.barred ? barredReasons[route.barred] : subject.barred?.(route.destinationId);
  if (barred) return as(decision(route, 'denied', [...matched(candidate), barred]));
  if (isOwn(candidate, asked)) return as(allowed(candidate));
  return as(ruled(candidate, known ?? ruling(candidate, asked)));
}

const ruling = ({ route }: Candidate, { subject, rights, evaluations }: Asked): Ruling =>
  rights.rule(route.consumerId, subject.type, subject.now, evaluations);

const isOwn = ({ route }: Candidate, { subject }: Asked): boolean => route.consumerId === subject.sender.id;

const looksAtShared = (candidate: Candidate, asked: Asked): boolean =>
  candidate.route.byConsumer === true &&
  candidate.condition?.readsDocument === true &&
  !isOwn(candidate, asked);

/** A fallback is for what nobody else gets; that its sender gets it back does not count. */
function withoutUnneeded(decided: readonly Decided[], { sender }: Subject): Decided[] {
  const delivered = decided.some(
    ({ candidate, decision }) =>
      decision.outcome === 'deliver' &&
      candidate.route.fallback !== true &&
      decision.consumerId !== sender.id,
  );
  if (!delivered) return [...decided];
  return decided.map((one) => {
    const { candidate, decision: given, seen } = one;
    if (candidate.route.fallback !== true || given.outcome !== 'deliver') return one;
    const reasons = [...matched(candidate), fallbackUnneeded];
    return { candidate, decision: decision(candidate.route, 'not-matched', reasons), seen };
  });
}

/** For each type that a route names, the routes of that type and of all types. */
function typesOf(ordered: readonly Candidate[]): Map<string, Candidate[]> {
  const named = ordered.map(({ route }) => route.documentType).filter((type) => type !== '*');
  const byType = new Map(named.map((type): [string, Candidate[]] => [type, []]));
  for (const candidate of ordered) {
    const { documentType } = candidate.route;
    if (documentType !== '*') byType.get(documentType)?.push(candidate);
    else for (const own of byType.values()) own.push(candidate);
  }
  return byType;
}

/**
 * A route whose condition does not compile is left out; an agreement whose condition does not compile stays and
 * grants nothing. Both are reported, with the id of the route or agreement in the fault's values.
 *
 * @example
 * const { table, faults } = compileRoutes(routes, agreements);
 * const deliveries = table.decide(subject).filter(({ outcome }) => outcome === 'deliver');
 */
export function compileRoutes(
  routes: readonly Route[],
  agreements: readonly Agreement[],
  limits: ConditionLimits = conditionLimits,
): { table: RouteTable; faults: Fault[] } {
  const faults: Fault[] = [];
  const before = lastCompiled.get(limits);
  const compiled: CompiledConditions = new Map();
  lastCompiled.set(limits, compiled);
  const compile = (expression: string | undefined): Result<Condition | undefined, Fault> =>
    expression === undefined || expression.trim() === ''
      ? ok(undefined)
      : getOrMake(
          compiled,
          expression,
          () => before?.get(expression) ?? compileCondition(expression, limits),
        );

  const candidates = routes.flatMap((route) => {
    const condition = compile(route.condition);
    if (condition.ok) return [candidateOf(route, condition.value)];
    faults.push(about(condition.error, { route: route.id }));
    return [];
  });
  const rights = agreements.map((agreement): CompiledAgreement => {
    const condition = compile(agreement.condition);
    if (!condition.ok) {
      faults.push(about(condition.error, { agreement: agreement.id }));
      return { agreement, broken: condition.error };
    }
    return condition.value ? { agreement, condition: condition.value } : { agreement };
  });
  return { table: new RouteTable(candidates, rights, limits), faults };
}

type CompiledConditions = Map<string, Result<Condition, Fault>>;

/** The conditions of the last table: a change of one route compiles that one again and not ten thousand. */
const lastCompiled = new WeakMap<ConditionLimits, CompiledConditions>();

function about(fault: Fault, values: Record<string, string>): Fault {
  return { ...fault, values: { ...fault.values, ...values } };
}

const candidateOf = (route: Route, condition: Condition | undefined): Candidate =>
  condition ? { route, condition, reasons: routeReasons(condition.expression) } : { route };

const matched = ({ reasons }: Candidate): readonly Reason[] =>
  reasons ? [reasons.get('ROUTE_CONDITION_TRUE')] : unconditional;

type Granted = Extract<Ruling, { readonly granted: true }>;

const notMatched = ({ route, reasons }: Candidate, under?: Granted): Decision =>
  decision(route, 'not-matched', reasons ? [reasons.get('ROUTE_CONDITION_FALSE')] : [], under);

const allowed = (candidate: Candidate): Decision =>
  decision(candidate.route, 'deliver', [...matched(candidate), ownDocument]);

const notEvaluated = ({ route, reasons }: Candidate, fault: Fault, under?: Granted): Decision =>
  decision(route, 'not-matched', reasons ? [reasons.fault('ROUTE_CONDITION_FAULT', fault)] : [], under);

function ruled(candidate: Candidate, ruling: Ruling): Decision {
  const { route } = candidate;
  return ruling.granted
    ? decision(route, 'deliver', [...matched(candidate), ruling.reason], ruling)
    : decision(route, 'denied', [...matched(candidate), ...ruling.reasons]);
}

function decision(
  route: Route,
  outcome: Decision['outcome'],
  reasons: readonly Reason[],
  under?: Granted,
): Decision {
  const { id, code, version, destinationId, consumerId } = route;
  const by = under && { agreementId: under.agreement.id, agreementVersion: under.agreement.version };
  return {
    routeId: id,
    routeCode: code,
    routeVersion: version,
    destinationId,
    consumerId,
    outcome,
    ...by,
    reasons,
  };
}

function byPriority(a: Candidate, b: Candidate): number {
  return (
    b.route.priority - a.route.priority ||
    compareText(a.route.code, b.route.code) ||
    compareText(a.route.id, b.route.id)
  );
}
