import type { FaultDefinition } from '#kernel';
import type { Language } from '../http/language.js';
import type { FaultChapter } from './fault-catalogues.js';
import { html, type Html } from './html.js';
import { layout } from './layout.js';
import { dispositionTexts } from './dispositions.js';

/** The page that the `type` of a problem leads to: one anchor for each code, the code in lower case. */
export function faultsPage(chapters: readonly FaultChapter[], language: Language): string {
  const title = { zh: '故障代码', en: 'Fault codes' };
  const nav = html`${chapters.map(
    ({ title, faults }) =>
      html`<h2>${title[language]}</h2>
        ${faults.map(([code]) => html`<a href="#${code.toLowerCase()}">${code}</a>`)}`,
  )}`;
  const main = html`${chapters.map(
    ({ title, faults }) =>
      html`<h2>${title[language]}</h2>
        ${faults.map(([code, definition]) => section(code, definition, language))}`,
  )}`;
  return layout(language, '/docs/faults', title, nav, main);
}

function section(code: string, definition: FaultDefinition, language: Language): Html {
  const { disposition, status, severity, advice } = definition;
  const [doing, kind, answer] = language === 'zh' ? ['处理', '处置', 'HTTP'] : ['Do', 'Disposition', 'HTTP'];
  const other = language === 'zh' ? 'en' : 'zh';
  return html`<section id="${code.toLowerCase()}">
    <h3><code>${code}</code></h3>
    <p>${definition[language]}<br /><span class="quiet" lang="${other}">${definition[other]}</span></p>
    <dl>
      <dt>${doing}</dt>
      <dd>${advice[language]}</dd>
      <dt>${kind}</dt>
      <dd>
        <code>${severity === 'warning' ? 'warning' : disposition}</code>
        ${severity === 'warning' ? undefined : dispositionTexts[disposition][language]}
      </dd>
      <dt>${answer}</dt>
      <dd>${severity === 'warning' ? '—' : status}</dd>
    </dl>
  </section>`;
}
