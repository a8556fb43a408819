import type { Texts } from '#kernel';
import type { Language } from '../http/language.js';
import { Html, html } from './html.js';

/** A whole page, with nothing to fetch beside it. `own` is its address, for the switch of the language. */
export function layout(language: Language, own: string, title: Texts, nav: Html, main: Html): string {
  const other = language === 'zh' ? 'en' : 'zh';
  const label = language === 'zh' ? 'English' : '中文';
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title[language]}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <header>
          <strong>通关 tongguan</strong>
          <a href="/docs">${language === 'zh' ? '接口' : 'Interface'}</a>
          <a href="/docs/documents">${language === 'zh' ? '标准单证' : 'Documents'}</a>
          <a href="/docs/faults">${language === 'zh' ? '故障代码' : 'Fault codes'}</a>
          <a href="/openapi.json">openapi.json</a>
          <a href="/asyncapi.json">asyncapi.json</a>
          <a class="switch" href="${own}?lang=${other}" hreflang="${other}">${label}</a>
        </header>
        <div class="page">
          <nav>${nav}</nav>
          <main>
            <h1>${title[language]}</h1>
            ${main}
          </main>
        </div>
      </body>
    </html> `.text;
}

const style = new Html(`
:root { color-scheme: light dark; --line: #8884; --quiet: #777; --accent: #0a6ebd; --code: #8881; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header { display: flex; gap: 1.5rem; align-items: baseline; padding: .6rem 1.2rem; border-bottom: 1px solid var(--line); }
header .switch { margin-left: auto; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
.page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 1rem 1.2rem; font-size: 13px; }
nav h2 { font-size: 12px; margin: 1rem 0 .2rem; color: var(--quiet); }
nav a { display: block; padding: .1rem 0; }
main { padding: .5rem 2rem 6rem; max-width: 68rem; border-left: 1px solid var(--line); }
h1 { font-size: 1.6rem; } h2 { margin-top: 3rem; } h3 { margin-top: 2.2rem; font-size: 1.05rem; }
section { scroll-margin-top: 1rem; } :target > h3, :target > h2 { background: #ffd54a55; }
code, pre { font-family: ui-monospace, "SF Mono", Consolas, monospace; font-size: 13px; }
pre { background: var(--code); padding: .7rem .9rem; overflow: auto; border-radius: 4px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); font-size: 12px; }
.method { display: inline-block; min-width: 4rem; font-weight: 700; }
.quiet { color: var(--quiet); } .codes a { margin-right: .7rem; font-size: 12px; white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dt { color: var(--quiet); } dd { margin: 0; }
@media (max-width: 60rem) { .page { display: block; } nav { display: none; } main { border: 0; padding: .5rem 1rem 4rem; } }
@media print { nav, header { display: none; } }
`);
