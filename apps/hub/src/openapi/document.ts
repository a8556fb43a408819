import { documentTypes } from '#canonical';
import type { Json, JsonObject, Texts } from '#kernel';
import { curl, hasQuery } from './curl.js';
import { tags, type Answer, type Operation } from './operation.js';
import { operations } from './operations/index.js';
import { parameters, type Parameter } from './parameters.js';
import { problemAnswers, problemExample } from './problems.js';
import { SchemaComponents } from './schema-components.js';
import { webhooks } from './webhooks.js';

/** The version of the interface: the path says the major, this one what was added. */
export const apiVersion = '1.0.0';

/**
 * The description of the interface as OpenAPI 3.1: the operation table and the schemas of schemas/. Standard members
 * have both languages, Chinese first; `x-texts` has them apart.
 */
export function openApiDocument(): JsonObject {
  const schemas = new SchemaComponents();
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    if (path[operation.method]) throw new Error(`${operation.method} ${operation.path} stands twice`);
    path[operation.method] = operationObject(operation, schemas);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '通关 tongguan',
      version: apiVersion,
      summary: both(about),
      description: both(introduction),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      'x-texts': { summary: texts(about), description: texts(introduction) },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    security: [{ accessKey: [] }],
    tags: Object.entries(tags).map(([name, text]) => ({
      name,
      description: both(text),
      'x-texts': { description: texts(text) },
    })),
    paths,
    webhooks: webhooks(schemas),
    components: {
      securitySchemes: {
        accessKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'tg_…',
          description: both(keyText),
          'x-texts': { description: texts(keyText) },
        },
      },
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, parameter]) => [name, parameterObject(parameter)]),
      ),
      headers,
      examples: problemExamples(),
      schemas: { ...schemas.schemas, Document: documentSchema(schemas) },
    },
  };
}

const about: Texts = { zh: '电子口岸互联数据交换枢纽', en: 'Electronic-port interconnection hub' };
const introduction: Texts = {
  zh: '监管单位与港航企业在此交换通关报文：收到即落盘，标准化为统一单证，按规则和权限投递。失败的回答是 RFC 9457 problem+json，列出全部问题，中英文兼备；代码含义见 /docs/faults。',
  en: 'Agencies and port enterprises exchange the messages of clearance here: stored as they come, normalised to one schema, delivered by rules and rights. A failure is answered with RFC 9457 problem+json that has every violation in both languages; /docs/faults explains the codes.',
};
const keyText: Texts = {
  zh: '管理员签发的访问密钥，置于 Authorization: Bearer。',
  en: 'An access key that the administrator issued, as Authorization: Bearer.',
};

const texts = ({ zh, en }: Texts): JsonObject => ({ zh, en });
const both = ({ zh, en }: Texts): string => `${zh}\n\n${en}`;
const inline = ({ zh, en }: Texts): string => `${zh} · ${en}`;

function operationObject(operation: Operation, schemas: SchemaComponents): JsonObject {
  const { summary, description, body } = operation;
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: inline(summary),
    ...(description ? { description: both(description) } : {}),
    'x-texts': { summary: texts(summary), ...(description ? { description: texts(description) } : {}) },
    'x-role': operation.access,
    ...(operation.access === 'open' ? { security: [] } : {}),
    ...(operation.parameters
      ? { parameters: operation.parameters.map((name) => ({ $ref: `#/components/parameters/${name}` })) }
      : {}),
    ...(body ? { requestBody: requestBody(operation, schemas) } : {}),
    responses: responses(operation, schemas),
    'x-codeSamples': [{ lang: 'Shell', label: 'curl', source: curl(operation) }],
  };
}

function requestBody({ body }: Operation, schemas: SchemaComponents): JsonObject {
  if (body?.schema !== undefined) {
    const schema = schemas.reference(`api/${body.schema}`);
    return {
      required: body.required,
      content: { 'application/json': { schema, example: body.example } },
    };
  }
  return { required: true, content: { '*/*': {} } };
}

function responses(operation: Operation, schemas: SchemaComponents): JsonObject {
  const answers: [string, JsonObject][] = operation.answers.map((answer) => [
    String(answer.status),
    answerObject(answer, schemas),
  ]);
  for (const { status, codes } of problemAnswers(operation, hasQuery(operation))) {
    const [lead = 'GATEWAY_BUG'] = codes;
    const taken = answers.find(([key]) => key === String(status));
    const problem = {
      schema: schemas.reference('answers/problem'),
      examples: { [lead]: { $ref: `#/components/examples/${lead}` } },
    };
    if (taken) throw new Error(`${operation.id}: ${status} is both a success and a problem`);
    answers.push([
      String(status),
      {
        description: codes.join(', '),
        ...(status === 429 || status === 503 ? { headers: header('retry-after') } : {}),
        content: { 'application/problem+json': problem },
        'x-faults': [...codes],
      },
    ]);
  }
  return Object.fromEntries(answers.sort(([a], [b]) => Number(a) - Number(b)));
}

/** One problem for each status and kind of operation: the first fault that it lists. */
function problemExamples(): JsonObject {
  const leads = operations.flatMap((operation) =>
    problemAnswers(operation, hasQuery(operation)).map(
      ({ status, codes }) => [codes[0] ?? '', status] as const,
    ),
  );
  return Object.fromEntries(
    leads.map(([code, status]) => [code, { value: { ...problemExample(code, status) } }]),
  );
}

function answerObject(answer: Answer, schemas: SchemaComponents): JsonObject {
  const type = answer.mediaType ?? (answer.schema === undefined ? undefined : 'application/json');
  return {
    description: inline(answer.text),
    'x-texts': { description: texts(answer.text) },
    ...(answer.headers ? { headers: header(...answer.headers) } : {}),
    ...(type === undefined ? {} : { content: { [type]: answerContent(answer, schemas) } }),
  };
}

function answerContent({ schema, list }: Answer, schemas: SchemaComponents): JsonObject {
  if (schema === undefined) return {};
  if (typeof schema !== 'string') {
    return { schema: { anyOf: schema.map((name) => schemas.reference(`answers/${name}`)) } };
  }
  const one = schemas.reference(`answers/${schema}`);
  return { schema: list ? page(one) : one };
}

/** A page of a list; `next` is absent on the last. */
const page = (items: JsonObject): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  required: ['items'],
  properties: { items: { type: 'array', items }, next: { type: 'string' } },
});

function parameterObject(parameter: Parameter): JsonObject {
  return {
    name: parameter.name,
    in: parameter.in,
    ...(parameter.in === 'path' ? { required: true } : {}),
    description: inline(parameter.text),
    'x-texts': { description: texts(parameter.text) },
    schema: parameter.schema,
    ...(parameter.example === undefined ? {} : { example: parameter.example }),
  };
}

const headers: JsonObject = {
  location: { description: '资源地址 · Where it is', schema: { type: 'string', format: 'uri-reference' } },
  etag: {
    description: '版本，用于 If-Match · The version, for If-Match',
    schema: { type: 'string', pattern: '^"[0-9]+"$' },
  },
  'idempotent-replayed': {
    description: '此前已受理，回答与当时相同 · It was accepted before; the answer is the one of then',
    schema: { const: 'true' },
  },
  'preference-applied': {
    description: '采用的等待时间 · The time waited at most',
    schema: { type: 'string' },
  },
  'retry-after': { description: '多少秒后重发 · Seconds to wait', schema: { type: 'integer' } },
};

const header = (...names: readonly string[]): JsonObject =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** What `body` holds by `type`: whole for its sender, for others a part that need not meet the schema. */
function documentSchema(schemas: SchemaComponents): JsonObject {
  return {
    ...schemas.schemas.Document,
    'x-bodies': Object.fromEntries(
      documentTypes.map((type) => [type, schemas.reference(`documents/${type}`)]),
    ),
  };
}
