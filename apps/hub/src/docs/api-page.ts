import type { Json, JsonObject } from '#kernel';
import type { Language } from '../http/language.js';
import { html, type Html } from './html.js';
import { listOf, membersOf, objectOf, textOf } from './json-reading.js';
import { layout } from './layout.js';
import { schemaSection, schemasOf } from './schema-section.js';
import { kindOf } from './schema-table.js';

const words = {
  zh: {
    title: '接口说明',
    schemas: '数据结构',
    parameters: '参数',
    where: '位置',
    meaning: '说明',
    body: '请求体',
    bytes: '报文原始字节',
    answers: '回答',
    faults: '故障',
    example: '示例',
    roles: { open: '无需密钥', participant: '任何密钥', administrator: '管理员密钥' },
    places: { path: '路径', query: '查询', header: '请求头' },
  },
  en: {
    title: 'The interface',
    schemas: 'Schemas',
    parameters: 'Parameters',
    where: 'In',
    meaning: 'Meaning',
    body: 'Body',
    bytes: 'the bytes of the message',
    answers: 'Answers',
    faults: 'Faults',
    example: 'Example',
    roles: { open: 'no key', participant: 'any key', administrator: 'key of an administrator' },
    places: { path: 'path', query: 'query', header: 'header' },
  },
} as const;

interface Entry {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

/** An OpenAPI document as a page to read. */
export function apiPage(document: JsonObject, language: Language): string {
  const entries = entriesOf(document);
  const tags = listOf(document.tags).map(objectOf);
  const schemas = schemasOf(document).interface;
  const title = { zh: words.zh.title, en: words.en.title };
  const nav = html`${tags.map(
      (tag) =>
        html`<h2>${said(tag, 'description', language)}</h2>
          ${entriesIn(tag, entries).map(
            ({ operation }) =>
              html`<a href="#${textOf(operation.operationId)}">${said(operation, 'summary', language)}</a>`,
          )}`,
    )}
    <h2>${words[language].schemas}</h2>
    ${schemas.map(([name]) => html`<a href="#schema-${name}">${name}</a>`)}`;
  const main = html`<p>${said(objectOf(document.info), 'description', language)}</p>
    ${tags.map(
      (tag) =>
        html`<h2>${said(tag, 'description', language)}</h2>
          ${entriesIn(tag, entries).map((entry) => section(entry, document, language))}`,
    )}
    <h2>${words[language].schemas}</h2>
    ${schemas.map(([name, schema]) => schemaSection(name, schema, language))}`;
  return layout(language, '/docs', title, nav, main);
}

/** What the hub answers to, and what it calls. */
const entriesOf = (document: JsonObject): Entry[] =>
  [
    ...membersOf(document.paths),
    ...membersOf(document.webhooks).map(([, item]) => ['{config.url}', item] as const),
  ].flatMap(([path, item]) =>
    membersOf(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

const entriesIn = (tag: JsonObject, entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ operation }) => listOf(operation.tags).includes(tag.name ?? null));

/** A text in the language asked for, where the description has the languages apart. */
function said(of: JsonObject, member: string, language: Language): string {
  const apart = objectOf(objectOf(of['x-texts'])[member]);
  return textOf(apart[language]) || textOf(of[member]);
}

function section({ path, method, operation }: Entry, document: JsonObject, language: Language): Html {
  const say = words[language];
  const role = textOf(operation['x-role']);
  const description = said(operation, 'description', language);
  const sample = textOf(objectOf(listOf(operation['x-codeSamples'])[0]).source);
  return html`<section id="${textOf(operation.operationId)}">
    <h3>${said(operation, 'summary', language)}</h3>
    <p>
      <span class="method">${method}</span><code>${path}</code>
      <span class="quiet">${roleName(role, language)}</span>
    </p>
    ${description === '' ? undefined : html`<p>${description}</p>`}
    ${parametersOf(operation, document, language)} ${bodyOf(operation, language)}
    <h4>${say.answers}</h4>
    ${answersOf(operation, language)}
    ${
      sample === ''
        ? undefined
        : html`<h4>${say.example}</h4>
            <pre>${sample}</pre>`
    }
  </section>`;
}

function roleName(role: string, language: Language): string {
  const { roles } = words[language];
  return role === 'open' || role === 'participant' || role === 'administrator' ? roles[role] : role;
}

function parametersOf(operation: JsonObject, document: JsonObject, language: Language): Html | undefined {
  const known = objectOf(objectOf(document.components).parameters);
  const used = listOf(operation.parameters)
    .map(objectOf)
    .map((one) =>
      typeof one.$ref === 'string' ? objectOf(known[one.$ref.replace('#/components/parameters/', '')]) : one,
    );
  if (used.length === 0) return undefined;
  const say = words[language];
  const rows = used.map((one) => {
    const place = textOf(one.in);
    const where = place === 'path' || place === 'query' || place === 'header' ? say.places[place] : place;
    return html`<tr>
      <td><code>${textOf(one.name)}</code>${one.required === true ? html`<strong>*</strong>` : undefined}</td>
      <td>${where}</td>
      <td>${said(one, 'description', language)} ${bounds(objectOf(one.schema))}</td>
    </tr>`;
  });
  return html`<h4>${say.parameters}</h4>
    <table>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

function bounds(schema: JsonObject): Html | undefined {
  const choices = listOf(schema.enum).map(String).join(' | ');
  const numbers = typeof schema.maximum === 'number' ? `${String(schema.minimum)}–${schema.maximum}` : '';
  const standard = schema.default === undefined ? '' : `= ${JSON.stringify(schema.default)}`;
  const text = [choices, numbers, standard].filter((one) => one !== '').join('; ');
  return text === '' ? undefined : html`<code class="quiet">${text}</code>`;
}

function bodyOf(operation: JsonObject, language: Language): Html | undefined {
  if (operation.requestBody === undefined) return undefined;
  const say = words[language];
  const content = objectOf(objectOf(operation.requestBody).content);
  const media = membersOf(content).filter(([, { schema }]) => schema !== undefined);
  if (media.length === 0)
    return html`<h4>${say.body}</h4>
      <p>${say.bytes}</p>`;
  return html`<h4>${say.body}</h4>
    ${media.map(
      ([type, { schema, example }]) =>
        html`<p>${kindOf(objectOf(schema))} <span class="quiet">${type}</span></p>
          ${shown(example)}`,
    )}`;
}

const shown = (example: Json | undefined): Html | undefined =>
  example === undefined ? undefined : html`<pre>${JSON.stringify(example, null, 2)}</pre>`;

function answersOf(operation: JsonObject, language: Language): Html {
  const rows = membersOf(operation.responses).map(([status, answer]) => {
    const faults = listOf(answer['x-faults']).map(String);
    const [type = '', media] = membersOf(answer.content)[0] ?? [];
    const schema = objectOf(media?.schema);
    const list = objectOf(objectOf(objectOf(schema.properties).items).items);
    const kind = Object.keys(list).length > 0 ? html`${kindOf(list)}[]` : kindOf(schema);
    const meaning =
      faults.length > 0
        ? html`<span class="codes"
            >${faults.map((code) => html`<a href="/docs/faults#${code.toLowerCase()}">${code}</a> `)}</span
          >`
        : html`${said(answer, 'description', language)}`;
    return html`<tr>
      <td><strong>${status}</strong></td>
      <td>${kind}<br /><span class="quiet">${type}</span></td>
      <td>${meaning}</td>
    </tr>`;
  });
  return html`<table>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
