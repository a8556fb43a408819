import { ok, type Fault, type Result } from '#kernel';
import type { Agreement } from './agreement.js';
import { compileCondition, type Condition } from './condition.js';
import { CandidateList } from './candidate-list.js';
import { Evaluations } from './evaluations.js';
import { explainCandidate, type Explanation } from './explain.js';
import { conditionLimits, notMatchedLimit, type ConditionLimits } from './limits.js';
import {
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
    const { context } = new Evaluations(subject, this.#kinds);
    return this.#decide(subject).map(({ decision, candidate }) =>
      explainCandidate(decision, candidate.condition, context, this.limits),
    );
  }

  #decide(subject: Subject): Decided[] {
    const evaluations = new Evaluations(subject, this.#kinds);
    const rights = this.#rights.of(subject.sender.id);
    const decided: Decided[] = [];
    let left = notMatchedLimit;
    const candidates = this.#byType.get(subject.type) ?? this.#wildcards;
    candidates.visit(subject, notMatchedLimit, (candidate, selected) => {
      const decision = selected ? judge(candidate, subject, rights, evaluations) : notMatched(candidate);
      if (decision.outcome !== 'not-matched' || left-- > 0) decided.push({ candidate, decision });
    });
    return this.#fallbacks ? withoutUnneeded(decided, subject) : decided;
  }
}

function judge(
  candidate: Candidate,
  subject: Subject,
  rights: OwnerRights,
  evaluations: Evaluations,
): Decision {
  const { route, condition } = candidate;
  const wanted = condition ? evaluations.of(condition) : true;
  if (wanted === false) return notMatched(candidate);
  if (wanted !== true) return notEvaluated(candidate, wanted);
  const barred = subject.barred?.(route.destinationId);
  if (barred) return decision(route, 'denied', [...matched(candidate), barred]);
  if (route.consumerId === subject.sender.id) return allowed(candidate);
  return ruled(candidate, rights.rule(route.consumerId, subject.type, subject.now, evaluations));
}

interface Decided {
  readonly candidate: Candidate;
  readonly decision: Decision;
}

/** A fallback is for what nobody else gets; that its sender gets it back does not count. */
function withoutUnneeded(decided: readonly Decided[], { sender }: Subject): Decided[] {
  const delivered = decided.some(
    ({ candidate, decision }) =>
      decision.outcome === 'deliver' &&
      candidate.route.fallback !== true &&
      decision.consumerId !== sender.id,
  );
  if (!delivered) return [...decided];
  return decided.map(({ candidate, decision: given }) => {
    if (candidate.route.fallback !== true || given.outcome !== 'deliver')
      return { candidate, decision: given };
    const reasons = [...matched(candidate), fallbackUnneeded];
    return { candidate, decision: decision(candidate.route, 'not-matched', reasons) };
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

const notMatched = ({ route, reasons }: Candidate): Decision =>
  decision(route, 'not-matched', reasons ? [reasons.get('ROUTE_CONDITION_FALSE')] : []);

const allowed = (candidate: Candidate): Decision =>
  decision(candidate.route, 'deliver', [...matched(candidate), ownDocument]);

const notEvaluated = ({ route, reasons }: Candidate, fault: Fault): Decision =>
  decision(route, 'not-matched', reasons ? [reasons.fault('ROUTE_CONDITION_FAULT', fault)] : []);

function ruled(candidate: Candidate, ruling: Ruling): Decision {
  const { route } = candidate;
  if (!ruling.granted) return decision(route, 'denied', [...matched(candidate), ...ruling.reasons]);
  const { id, version } = ruling.agreement;
  return {
    ...decision(route, 'deliver', [...matched(candidate), ruling.reason]),
    agreementId: id,
    agreementVersion: version,
  };
}

function decision(route: Route, outcome: Decision['outcome'], reasons: readonly Reason[]): Decision {
  const { id, code, version, destinationId, consumerId } = route;
  return { routeId: id, routeCode: code, routeVersion: version, destinationId, consumerId, outcome, reasons };
}

function byPriority(a: Candidate, b: Candidate): number {
  return (
    b.route.priority - a.route.priority ||
    compareText(a.route.code, b.route.code) ||
    compareText(a.route.id, b.route.id)
  );
}
