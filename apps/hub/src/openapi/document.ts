import type { JsonObject } from '#kernel';

/** The description of the interface as OpenAPI 3.1. */
export function openApiDocument(): JsonObject {
  return { openapi: '3.1.1', info: { title: 'tongguan', version: '1.0.0' }, paths: {} };
}
