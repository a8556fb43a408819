import type { JsonObject } from '#kernel';
import type { Language } from '../http/language.js';
import { html, type Html } from './html.js';
import { listOf, membersOf, objectOf, textOf } from './json-reading.js';

const refPrefix = '#/components/schemas/';

/** The members of a schema as rows, those of its parts under them; what stands for itself elsewhere is a link. */
export function schemaTable(schema: JsonObject, language: Language): Html {
  const rows = [...membersRows(schema, '', language)];
  const definitions = membersOf(schema.$defs).map(
    ([name, definition]) =>
      html`<h4><code>${name}</code></h4>
        ${definitionOf(definition, language)}`,
  );
  return html`${rows.length > 0 ? table(rows, language) : undefined}${definitions}`;
}

const definitionOf = (definition: JsonObject, language: Language): Html => {
  const rows = [...membersRows(definition, '', language)];
  return rows.length > 0
    ? table(rows, language)
    : html`<p>${kindOf(definition)} <span class="quiet">${wordsOf(definition, language)}</span></p>`;
};

const table = (rows: readonly Html[], language: Language): Html => {
  const [name, kind, words] = language === 'zh' ? ['成员', '类型', '说明'] : ['Member', 'Type', 'Meaning'];
  return html`<table>
    <thead>
      <tr>
        <th>${name}</th>
        <th>${kind}</th>
        <th>${words}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
};

function* membersRows(schema: JsonObject, path: string, language: Language): Generator<Html> {
  const required = new Set(listOf(schema.required));
  for (const [name, member] of membersOf(schema.properties)) {
    const own = path === '' ? name : `${path}.${name}`;
    const mark = required.has(name) ? html`<strong title="required">*</strong>` : undefined;
    yield html`<tr>
      <td><code>${own}</code>${mark}</td>
      <td>${kindOf(member)}</td>
      <td>${wordsOf(member, language)}${boundsOf(member)}</td>
    </tr>`;
    yield* membersRows(member, own, language);
    yield* membersRows(objectOf(member.items), `${own}[]`, language);
  }
}

export function kindOf(schema: JsonObject): Html {
  if (typeof schema.$ref === 'string') return linkOf(schema.$ref);
  const choices = listOf(schema.anyOf);
  if (choices.length > 0)
    return html`${choices.map((one, at) => html`${at > 0 ? ' | ' : ''}${kindOf(objectOf(one))}`)}`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.type === 'array') return html`${kindOf(objectOf(schema.items))}[]`;
  const types = typeof schema.type === 'string' ? [schema.type] : listOf(schema.type).map(String);
  return html`${types.join(' | ')}`;
}

function linkOf(ref: string): Html {
  const [name = '', ...inner] = ref.slice(refPrefix.length).split('/');
  return html`<a href="#schema-${name}">${inner.at(-1) ?? name}</a>`;
}

const wordsOf = (schema: JsonObject, language: Language): string =>
  (language === 'zh' ? textOf(schema['x-zh']) : '') || textOf(schema.description);

/** What a value must meet beside its type. */
function boundsOf(schema: JsonObject): Html | undefined {
  const parts: string[] = [];
  const choices = listOf(schema.enum);
  if (choices.length > 0) parts.push(choices.map((one) => JSON.stringify(one)).join(' | '));
  if (typeof schema.format === 'string') parts.push(schema.format);
  if (typeof schema.pattern === 'string') parts.push(schema.pattern);
  if (typeof schema.minimum === 'number' && schema.minimum !== 0) parts.push(`≥ ${schema.minimum}`);
  if (typeof schema.maximum === 'number') parts.push(`≤ ${schema.maximum}`);
  if (typeof schema.maxLength === 'number') parts.push(`length ≤ ${schema.maxLength}`);
  if (schema.default !== undefined) parts.push(`= ${JSON.stringify(schema.default)}`);
  return parts.length === 0 ? undefined : html` <code class="quiet">${parts.join('; ')}</code>`;
}
