import type { BusinessKey } from '#canonical';
import { keyLimits, canonicalFaults, documentSchemas, isDocumentType } from '#canonical';
import { canonicalJson, type Fault, type Json, type JsonObject } from '#kernel';
import type { LineageEntry } from '#mapping';
import type { EdifactPart, Surveyed } from '#syntax';
import type { Normalised, NormalisedDocument } from '../contract.js';
import { adapterFaults } from '../faults.js';
import { normaliseLimits } from '../limits.js';
import type { PartPlan } from './part-plan.js';

/** What is known of a message read in parts beside its documents and the units in them. */
export interface PartsOutcome {
  readonly adapter: string;
  readonly mappingVersion: string;
  readonly identity?: string;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** The document that lists the units, without them; undefined where each unit is a document. */
  readonly whole: NormalisedDocument | undefined;
  readonly documents: number;
}

/** Brings together what the parts of a message gave, holding no more of a part than what the whole is to say. */
export class Merged {
  private readonly faults = new Findings(normaliseLimits.faults);
  private readonly warnings = new Findings(normaliseLimits.warnings);
  private readonly extensions = new Map<string, Json>();
  private keys: readonly BusinessKey[] = [];
  private head: NormalisedDocument | undefined;
  private identity: string | undefined;
  private items = 0;
  private documents = 0;
  private dropped = 0;
  private readonly around: (fault: Fault) => boolean;

  constructor(
    private readonly adapter: { readonly id: string; readonly version: string },
    private readonly plan: PartPlan,
    surveyed: Surveyed,
  ) {
    const behind = surveyed.trailer[0] ?? surveyed.closing[0];
    this.around = aroundUnits(plan, surveyed.unitsFrom, behind?.from ?? surveyed.size);
  }

  /** Faults and warnings about the message as a whole. */
  note(faults: readonly Fault[]): void {
    for (const fault of faults) {
      (fault.severity === 'error' ? this.faults : this.warnings).add(fault, this.around(fault));
    }
  }

  /** @returns the documents of the part with the places that they have in the message */
  add(part: EdifactPart, normalised: Normalised): readonly NormalisedDocument[] {
    const shift = new Shift(part, this.plan, this.items);
    this.identity ??= normalised.identity;
    this.note(normalised.faults.map((fault) => shift.fault(fault)));
    this.note(normalised.warnings.filter(({ code }) => code !== dropCode).map((fault) => shift.fault(fault)));
    for (const { code, values } of normalised.warnings) {
      if (code === dropCode) this.dropped += Number(values?.count ?? 0);
    }
    const documents = normalised.documents.map((document) => shift.document(document));
    this.documents += documents.length;
    const [first] = documents;
    if (this.plan.list !== undefined && first) this.collect(first, this.plan.list);
    return documents;
  }

  outcome(): PartsOutcome {
    const { identity } = this;
    this.tooMany();
    return {
      adapter: this.adapter.id,
      mappingVersion: this.adapter.version,
      ...(identity === undefined ? {} : { identity }),
      faults: this.faults.list(),
      warnings: [...this.warnings.list(), ...this.droppedValues()],
      whole: this.whole(),
      documents: this.plan.list === undefined ? this.documents : Math.min(this.documents, 1),
    };
  }

  private collect(document: NormalisedDocument, list: string): void {
    const { [list]: items, extensions, ...rest } = document.body;
    this.items += Array.isArray(items) ? items.length : 0;
    this.head ??= { ...document, body: rest };
    this.keys = together(this.keys, document.keys);
    for (const value of Array.isArray(extensions) ? extensions : []) {
      const path = canonicalJson(value);
      if (this.extensions.has(path)) continue;
      if (this.extensions.size < normaliseLimits.extensions) this.extensions.set(path, value);
      else this.dropped++;
    }
  }

  private whole(): NormalisedDocument | undefined {
    const { head, keys, extensions } = this;
    if (!head) return undefined;
    const more: JsonObject = extensions.size > 0 ? { extensions: [...extensions.values()] } : {};
    return { ...head, body: { ...head.body, ...more }, keys };
  }

  private droppedValues(): Fault[] {
    if (this.dropped === 0) return [];
    return [adapterFaults.make(dropCode, { values: { count: this.dropped } })];
  }

  /** Each part is valid by itself; the list of all of them may still be too long. */
  private tooMany(): void {
    const { list, type } = this.plan;
    const limit = list === undefined ? undefined : maxItems(type, list);
    if (list === undefined || limit === undefined || this.items <= limit) return;
    const pointer = `/${list}`;
    this.faults.add(
      canonicalFaults.make('CANONICAL_VIOLATION', {
        place: { pointer },
        values: {
          type,
          pointer,
          keyword: 'maxItems',
          zh: `不应多于 ${limit} 项`,
          en: `must NOT have more than ${limit} items`,
        },
      }),
      false,
    );
  }
}

const dropCode = 'ADAPTER_VALUE_DROPPED';

function maxItems(type: string, list: string): number | undefined {
  if (!isDocumentType(type)) return undefined;
  const { properties } = documentSchemas[type];
  const schema = memberOf(properties, list);
  const limit = memberOf(schema, 'maxItems');
  return typeof limit === 'number' ? limit : undefined;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) ? value[name] : undefined;

/** Sorted as the keys of one document are, and bounded as they are. */
function together(some: readonly BusinessKey[], others: readonly BusinessKey[]): readonly BusinessKey[] {
  const all = new Map([...some, ...others].map((key) => [`${key.kind}:${key.value}`, key]));
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, keyLimits.keys)
    .map(([, key]) => key);
}

/**
 * Whether a finding is about what stands around the units, so that every part has it. A code that a list does not have
 * is told once for a document, wherever it stands.
 */
function aroundUnits({ list }: PartPlan, from: number, to: number): (fault: Fault) => boolean {
  return ({ code, place }) => {
    if (list !== undefined && code.startsWith('CANONICAL_CODE_')) return true;
    if (place?.span) return place.span.from < from || place.span.from >= to;
    return list !== undefined && place?.pointer?.startsWith(`/${list}/`) !== true;
  };
}

/** Keeps as many as a message has; those that every part has, once. */
class Findings {
  private readonly kept: Fault[] = [];
  private readonly seen = new Set<string>();
  private more = 0;

  constructor(private readonly limit: number) {}

  add(fault: Fault, ofEveryPart: boolean): void {
    if (ofEveryPart) {
      const key = keyOf(fault);
      if (this.seen.has(key)) return;
      this.seen.add(key);
    }
    if (this.kept.length < this.limit) this.kept.push(fault);
    else this.more++;
  }

  list(): readonly Fault[] {
    const [first] = this.kept;
    if (this.more === 0 || !first) return this.kept;
    const more = adapterFaults.make('ADAPTER_MORE', { values: { count: this.more + 1 } });
    return [...this.kept.slice(0, this.limit - 1), { ...more, severity: first.severity }];
  }
}

const keyOf = ({ code, place, values, text }: Fault): string =>
  code.startsWith('CANONICAL_CODE_')
    ? `${code} ${values?.list} ${values?.value}`
    : `${code} ${place?.span?.from} ${place?.pointer} ${place?.path} ${text.en}`;

/** From places in a part to those in the message. */
class Shift {
  private readonly numbered: RegExp;
  private readonly listed: RegExp | undefined;

  constructor(
    private readonly part: EdifactPart,
    { group, list }: PartPlan,
    private readonly items: number,
  ) {
    this.numbered = new RegExp(`^${group}\\[(\\d+)\\]`);
    this.listed = list === undefined ? undefined : new RegExp(`^/${list}/(\\d+)`);
  }

  fault(fault: Fault): Fault {
    const { place } = fault;
    if (!place) return fault;
    const { path, pointer, span } = place;
    return {
      ...fault,
      place: {
        ...(path === undefined ? {} : { path: this.path(path) }),
        ...(pointer === undefined ? {} : { pointer: this.pointer(pointer) }),
        ...(span ? { span: this.span(span) } : {}),
      },
      ...(fault.values && typeof fault.values.path === 'string'
        ? { values: { ...fault.values, path: this.path(fault.values.path) } }
        : {}),
    };
  }

  document(document: NormalisedDocument): NormalisedDocument {
    const { body, lineage } = document;
    const { extensions } = body;
    const moved = Array.isArray(extensions) ? extensions.map((value) => this.extension(value)) : undefined;
    return {
      ...document,
      ...(moved ? { body: { ...body, extensions: moved } } : {}),
      ...(lineage ? { lineage: lineage.map((entry) => this.entry(entry)) } : {}),
    };
  }

  private extension(value: Json): Json {
    const path = memberOf(value, 'path');
    return isObject(value) && typeof path === 'string' ? { ...value, path: this.path(path) } : value;
  }

  private entry(entry: LineageEntry): LineageEntry {
    const { path, span, pointer } = entry;
    return {
      ...entry,
      pointer: this.pointer(pointer),
      ...(path === undefined ? {} : { path: this.path(path) }),
      ...(span ? { span: this.span(span) } : {}),
    };
  }

  private path(path: string): string {
    return path.replace(this.numbered, (_, number: string) => {
      const group = path.slice(0, path.indexOf('['));
      return `${group}[${Number(number) + this.part.first}]`;
    });
  }

  private pointer(pointer: string): string {
    if (!this.listed) return pointer;
    return pointer.replace(this.listed, (whole, number: string) =>
      whole.replace(number, String(Number(number) + this.items)),
    );
  }

  private span({ from, to }: { readonly from: number; readonly to: number }): { from: number; to: number } {
    const start = this.part.origin(from);
    return { from: start, to: to > from ? this.part.origin(to - 1) + 1 : start };
  }
}
