import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { apiScopes } from '#app/features/accounts/api-keys/scopes.ts'
import { problemSchema } from './contract/answers.ts'
import { type Operation, operations, problemsOfAll } from './contract/operations.ts'

type Io = 'input' | 'output'

/** A schema as the document has it: without what says that a number is one that JavaScript can hold. */
function jsonSchema(schema: z.ZodType, io: Io) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema: made }) {
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum
    },
  })
  return rest
}

const json = (schema: z.ZodType, io: Io) => ({ 'application/json': { schema: jsonSchema(schema, io) } })

/** The document of the API (OpenAPI 3.1), made of the very schemas that requests and answers go through. */
export function openApiDocument(appUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation),
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Threadr',
      version: '1',
      description: 'Makes threads of what is long, and says of every tweet what in the source backs it.',
    },
    servers: [{ url: appUrl }],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: `A key of your account (thr_…) or an access token. Scopes: ${apiScopes.join(', ')}.`,
        },
      },
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
    },
  }
}

function operationObject(operation: Operation) {
  const { id, summary, scope, body } = operation
  return {
    operationId: id,
    summary,
    security: scope === null ? [] : [{ bearer: [scope] }],
    parameters: parametersOf(operation),
    ...(body && { requestBody: { required: true, content: json(body, 'input') } }),
    responses: responsesOf(operation),
  }
}

function parametersOf({ path, query, headers = [] }: Operation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return [
    ...names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    })),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: false,
      schema: jsonSchema(z.strictObject({ it: schema }), 'output').properties?.it ?? {},
    })),
    ...headers.map(({ name, isRequired, schema, about }) => ({
      name,
      in: 'header',
      required: isRequired,
      description: about,
      schema: jsonSchema(schema, 'input'),
    })),
  ]
}

function responsesOf({ id, answer, problems }: Operation) {
  const problem = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  const told = [...problems, ...problemsOfAll].sort((one, other) => one - other)
  return {
    [answer.status]: {
      description: answer.about,
      ...(answer.schema && { content: json(answer.schema, 'output') }),
    },
    ...(id === 'readProgress' && { 204: { description: 'Nothing later than `since` came.' } }),
    ...Object.fromEntries(
      told.map((status) => [status, { description: STATUS_CODES[status] ?? 'Problem', content: problem }]),
    ),
  }
}
