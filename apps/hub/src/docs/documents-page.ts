import type { JsonObject } from '#kernel';
import type { Language } from '../http/language.js';
import { html } from './html.js';
import { textOf } from './json-reading.js';
import { layout } from './layout.js';
import { schemaSection, schemasOf } from './schema-section.js';

/** The schema of every document type as a page to read. */
export function documentsPage(document: JsonObject, language: Language): string {
  const title = { zh: '标准单证', en: 'Documents' };
  const { documents } = schemasOf(document);
  const nav = html`${documents.map(
    ([name, schema]) =>
      html`<a href="#schema-${name}">${name} ${language === 'zh' ? textOf(schema['x-zh']) : ''}</a>`,
  )}`;
  const main = html`${documents.map(([name, schema]) => schemaSection(name, schema, language))}`;
  return layout(language, '/docs/documents', title, nav, main);
}
