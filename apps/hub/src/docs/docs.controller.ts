import { Controller, Get, Header } from '@nestjs/common';
import { Open } from '../http/caller.js';
import { openApiDocument } from '../openapi/document.js';
import { apiPage } from './api-page.js';
import { faultChapters } from './fault-catalogues.js';
import { faultsPage } from './faults-page.js';

const HTML = 'text/html; charset=utf-8';
const UNCHANGED_FOR = 'public, max-age=300';

/** The interface described by the hub itself: for programs, for people, and fault by fault. */
@Open()
@Controller()
export class DocsController {
  private readonly document = JSON.stringify(openApiDocument());
  private readonly api = apiPage(openApiDocument());
  private readonly faults = faultsPage(faultChapters);

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', UNCHANGED_FOR)
  description(): string {
    return this.document;
  }

  @Get('docs')
  @Header('content-type', HTML)
  @Header('cache-control', UNCHANGED_FOR)
  page(): string {
    return this.api;
  }

  /** Each code has its anchor here: `type` of a problem leads to it. */
  @Get('docs/faults')
  @Header('content-type', HTML)
  @Header('cache-control', UNCHANGED_FOR)
  faultCodes(): string {
    return this.faults;
  }
}
