import { ok, type Fault, type Result } from '#kernel';
import type { Agreement } from './agreement.js';
import { compileCondition, type Condition } from './condition.js';
import { Evaluations } from './evaluations.js';
import { explainCandidate, type Explanation } from './explain.js';
import { conditionLimits, type ConditionLimits } from './limits.js';
import { ConditionReasons, ownDocument, unconditional, type Reason } from './reasons.js';
import { compareText, getOrMake, Rights, type CompiledAgreement, type Ruling } from './rights.js';
import type { Decision, Route } from './route.js';
import type { Subject } from './subject.js';

interface Candidate {
  readonly route: Route;
  readonly condition?: Condition;
  readonly reasons?: ConditionReasons;
  /** The whole decision when the condition is false: the same for every document. */
  readonly notMatched: Decision;
}

/**
 * All routes and agreements of a node, compiled for deciding. Immutable: a change of the setup makes a new one.
 * Routes are found by document type, so those of other types cost nothing.
 */
export class RouteTable {
  readonly #byType = new Map<string, Candidate[]>();
  readonly #wildcards: readonly Candidate[];
  readonly #rights: Rights;
  readonly #kinds: ReadonlySet<string>;

  /** @internal made by compileRoutes */
  constructor(
    candidates: readonly Candidate[],
    agreements: readonly CompiledAgreement[],
    private readonly limits: ConditionLimits,
  ) {
    const ordered = [...candidates].sort(byPriority);
    this.#wildcards = ordered.filter(({ route }) => route.documentType === '*');
    for (const type of new Set(ordered.map(({ route }) => route.documentType))) this.#byType.set(type, []);
    for (const candidate of ordered) {
      const { documentType } = candidate.route;
      for (const list of documentType === '*' ? this.#byType.values() : [this.#listOf(documentType)])
        list.push(candidate);
    }
    this.#rights = new Rights(agreements);
    this.#kinds = new Set([...candidates, ...agreements].flatMap(({ condition }) => condition?.kinds ?? []));
  }

  /** One decision for each route whose type fits, greatest priority first. Total: a fault of a condition is a reason. */
  decide(subject: Subject): Decision[] {
    const evaluations = new Evaluations(subject, this.#kinds);
    const rights = this.#rights.of(subject.sender.id);
    return this.#candidates(subject.type).map((candidate) => {
      const { route, condition } = candidate;
      const wanted = condition ? evaluations.of(condition) : true;
      if (wanted === false) return candidate.notMatched;
      if (wanted !== true) return notEvaluated(candidate, wanted);
      if (route.consumerId === subject.sender.id) return allowed(candidate);
      return ruled(candidate, rights.rule(route.consumerId, subject.type, subject.now, evaluations));
    });
  }

  /**
   * The same decisions with the value of every term of their conditions, for a person who asks why. It shows
   * content of the document, so it is for those who may see the document. Not for the hot path.
   */
  explain(subject: Subject): Explanation[] {
    const evaluations = new Evaluations(subject, this.#kinds);
    const candidates = this.#candidates(subject.type);
    return this.decide(subject).map((decision, at) =>
      explainCandidate(decision, candidates[at]?.condition, evaluations.context, this.limits),
    );
  }

  #candidates(type: string): readonly Candidate[] {
    return this.#byType.get(type) ?? this.#wildcards;
  }

  #listOf(type: string): Candidate[] {
    return getOrMake(this.#byType, type, () => []);
  }
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
  const compiled = new Map<string, Result<Condition | undefined, Fault>>();
  const compile = (expression: string | undefined): Result<Condition | undefined, Fault> =>
    expression === undefined || expression.trim() === ''
      ? ok(undefined)
      : getOrMake(compiled, expression, () => compileCondition(expression, limits));

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

function about(fault: Fault, values: Record<string, string>): Fault {
  return { ...fault, values: { ...fault.values, ...values } };
}

function candidateOf(route: Route, condition: Condition | undefined): Candidate {
  if (!condition) return { route, notMatched: decision(route, 'not-matched', []) };
  const reasons = new ConditionReasons('ROUTE', { expression: condition.expression });
  const notMatched = decision(route, 'not-matched', [reasons.whenFalse]);
  return { route, condition, reasons, notMatched };
}

const matched = ({ reasons }: Candidate): readonly Reason[] => (reasons ? [reasons.whenTrue] : unconditional);

const allowed = (candidate: Candidate): Decision =>
  decision(candidate.route, 'deliver', [...matched(candidate), ownDocument]);

const notEvaluated = ({ route, reasons }: Candidate, fault: Fault): Decision =>
  decision(route, 'not-matched', reasons ? [reasons.fault(fault)] : []);

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
