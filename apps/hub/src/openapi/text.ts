import { openApiDocument } from './document.js';

/** The description as the file schemas/openapi.json has it. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 1)}\n`;
