import { routes } from './routes.ts';
import type { Route } from './route.ts';
import { schemas } from './schema-check.ts';

const problem = {
  description: 'A problem (RFC 9457) with a stable code.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI document, made from the table by which requests are answered. */
export function openApiDocument(version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = operationOf(route);
  }
  paths['/v1/events'] = { get: eventsOperation };
  paths['/v1/conversations/{id}/presence'] = { get: presenceOperation };
  return {
    openapi: '3.1.0',
    info: { title: 'conversation-elements gateway', version, license: { name: 'MIT', identifier: 'MIT' } },
    security: [{ bearer: [] }],
    paths,
    webhooks: { bot: { post: botOperation } },
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
}

function operationOf({ id, summary, path, headers = {}, takes, takesBytes, gives }: Route): unknown {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inHeader = Object.entries(headers).map(([name, header]) => ({
    name,
    in: 'header',
    required: header.required,
    description: header.summary,
    schema: { type: 'string' },
  }));
  return {
    operationId: id,
    summary,
    parameters: [...inPath, ...inHeader],
    ...(takes && { requestBody: { required: true, content: jsonOf(takes) } }),
    ...(takesBytes !== undefined && { requestBody: { required: true, content: { 'application/octet-stream': {} } } }),
    responses: { 200: { description: 'The answer.', content: jsonOf(gives) }, default: problem },
  };
}

function jsonOf(name: string): unknown {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

const presenceOperation = {
  operationId: 'streamPresence',
  summary: 'Who else views or writes in a conversation, as server-sent events: `present` (a list), `bye` {afterMs}.',
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  responses: {
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    default: problem,
  },
};

const eventsOperation = {
  operationId: 'streamEvents',
  summary:
    'The change stream, as server-sent events: `ready` {cursor}, `batch` (a ChangeBatch), `reset` {cursor}, `attendance` (a co-worker came or went), `bye` {afterMs}.',
  parameters: [
    {
      name: 'scope',
      in: 'query',
      required: true,
      schema: { enum: ['mine', 'branch', 'all', 'recipient'] },
    },
    { name: 'recipientId', in: 'query', required: false, schema: { type: 'string' } },
    {
      name: 'from',
      in: 'query',
      required: false,
      description: 'A cursor to go on from; absent = from now on.',
      schema: { type: 'string' },
    },
  ],
  responses: {
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    default: problem,
  },
};

const botOperation = {
  operationId: 'tellBot',
  summary: 'What a chatbot is told. No body in its answer = nothing to do now.',
  parameters: [
    {
      name: 'X-Signature-256',
      in: 'header',
      required: true,
      description: '`sha256=` and the HMAC of X-Timestamp, a point and the body, with the secret of the chatbot.',
      schema: { type: 'string' },
    },
    { name: 'X-Timestamp', in: 'header', required: true, description: 'Epoch ms.', schema: { type: 'string' } },
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'The same when it is told again.',
      schema: { type: 'string' },
    },
  ],
  requestBody: { required: true, content: jsonOf('BotEvent') },
  responses: { 200: { description: 'What is to be done.', content: jsonOf('BotAnswer') } },
};
