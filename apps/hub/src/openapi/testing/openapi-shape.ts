const text = { type: 'string', minLength: 1 };
const extensions = { '^x-': true };
const closed = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  properties,
  patternProperties: extensions,
  additionalProperties: false,
});
const mapOf = (one: object, names = '.+') => ({
  type: 'object',
  propertyNames: { pattern: names },
  additionalProperties: one,
});
const reference = { type: 'object', required: ['$ref'], properties: { $ref: text } };
const or = (one: object) => ({ if: { required: ['$ref'] }, then: reference, else: one });

const media = closed([], { schema: { type: ['object', 'boolean'] }, example: true, examples: true });
const header = closed([], { description: text, schema: { type: 'object' }, required: { type: 'boolean' } });
const parameter = closed(['name', 'in', 'schema'], {
  name: text,
  in: { enum: ['path', 'query', 'header', 'cookie'] },
  description: text,
  required: { type: 'boolean' },
  schema: { type: 'object' },
  example: true,
});
const response = closed(['description'], {
  description: text,
  headers: mapOf(or(header)),
  content: mapOf(media, '/'),
});
const operation = closed(['responses', 'operationId'], {
  operationId: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*$' },
  tags: { type: 'array', items: text },
  summary: text,
  description: text,
  security: { type: 'array' },
  parameters: { type: 'array', uniqueItems: true, items: or(parameter) },
  requestBody: closed(['content'], {
    description: text,
    required: { type: 'boolean' },
    content: mapOf(media, '/'),
  }),
  responses: { ...mapOf(response, '^[1-5]([0-9][0-9]|XX)$'), minProperties: 1 },
});
const texts = { description: text };

/**
 * The structure that the OpenAPI Specification 3.1 asks for (§4.8), of the objects that our description uses, closed:
 * a member that the specification does not know, or that we do not use, is an error.
 */
export const shape = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...closed(['openapi', 'info', 'paths'], {
    openapi: { type: 'string', pattern: '^3\\.1\\.\\d+$' },
    info: closed(['title', 'version'], {
      title: text,
      version: text,
      summary: text,
      description: text,
      license: closed(['name'], { name: text, identifier: text }),
    }),
    jsonSchemaDialect: text,
    servers: { type: 'array', items: closed(['url'], { url: text, ...texts }) },
    security: { type: 'array', items: mapOf({ type: 'array' }) },
    tags: { type: 'array', items: closed(['name'], { name: text, ...texts }) },
    paths: mapOf(
      closed([], { get: operation, post: operation, patch: operation, delete: operation, put: operation }),
      '^/',
    ),
    webhooks: mapOf(closed([], { post: operation })),
    components: closed([], {
      securitySchemes: mapOf(
        closed(['type', 'scheme'], {
          type: { const: 'http' },
          scheme: { const: 'bearer' },
          bearerFormat: text,
          ...texts,
        }),
      ),
      parameters: mapOf(parameter, '^[a-zA-Z0-9._-]+$'),
      headers: mapOf(header, '^[a-zA-Z0-9._-]+$'),
      examples: mapOf(closed(['value'], { value: true }), '^[a-zA-Z0-9._-]+$'),
      schemas: mapOf({ type: 'object' }, '^[a-zA-Z0-9._-]+$'),
    }),
  }),
};
