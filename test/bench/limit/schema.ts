import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { commonSchema, documentSchemas } from '#canonical';

/** The shared schema itself, compiled once. The first violation ends it, where the hub collects them all. */
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
ajv.addSchema(commonSchema);

export const isValid = ajv.compile(documentSchemas.Declaration);
