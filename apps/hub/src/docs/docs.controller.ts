import { Controller, Get, Header, Headers, Query } from '@nestjs/common';
import { asyncApiDocument } from '../asyncapi/document.js';
import { Open } from '../http/caller.js';
import { languageOf, type Language } from '../http/language.js';
import { openApiDocument } from '../openapi/document.js';
import { apiPage } from './api-page.js';
import { documentsPage } from './documents-page.js';
import { faultChapters } from './fault-catalogues.js';
import { faultsPage } from './faults-page.js';

const HTML = 'text/html; charset=utf-8';
const UNCHANGED_FOR = 'public, max-age=300';
/** The pages load nothing and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The interface described by the hub itself: for programs, for people, and fault by fault. Made once, when first read. */
@Open()
@Controller()
export class DocsController {
  private readonly made = new Map<string, string>();

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', UNCHANGED_FOR)
  description(): string {
    return this.once('openapi.json', () => JSON.stringify(openApiDocument()));
  }

  @Get('asyncapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', UNCHANGED_FOR)
  events(): string {
    return this.once('asyncapi.json', () => JSON.stringify(asyncApiDocument()));
  }

  @Get('docs')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @Header('cache-control', UNCHANGED_FOR)
  @Header('vary', 'accept-language')
  page(@Headers('accept-language') accepted?: string, @Query('lang') wanted?: string): string {
    const language = chosen(wanted, accepted);
    return this.once(`docs ${language}`, () => apiPage(openApiDocument(), language));
  }

  @Get('docs/documents')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @Header('cache-control', UNCHANGED_FOR)
  @Header('vary', 'accept-language')
  documents(@Headers('accept-language') accepted?: string, @Query('lang') wanted?: string): string {
    const language = chosen(wanted, accepted);
    return this.once(`documents ${language}`, () => documentsPage(openApiDocument(), language));
  }

  /** Each code has its anchor here: `type` of a problem leads to it. */
  @Get('docs/faults')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @Header('cache-control', UNCHANGED_FOR)
  @Header('vary', 'accept-language')
  faultCodes(@Headers('accept-language') accepted?: string, @Query('lang') wanted?: string): string {
    const language = chosen(wanted, accepted);
    return this.once(`faults ${language}`, () => faultsPage(faultChapters, language));
  }

  private once(what: string, make: () => string): string {
    const known = this.made.get(what);
    if (known !== undefined) return known;
    const text = make();
    this.made.set(what, text);
    return text;
  }
}

const chosen = (wanted: string | undefined, accepted: string | undefined): Language =>
  wanted === 'zh' || wanted === 'en' ? wanted : languageOf(accepted);
