import { z } from 'zod'
import { named, namedSchemas, sentSchemas } from './named-schema.ts'
import type { DescribedOperation, DescribedWriting } from './operation.ts'

export interface ApiDescription {
  title: string
  description: string
  /** Address that the paths follow. */
  server: string
}

export type Schema = z.core.JSONSchema.BaseSchema

/** One parameter in the document's form. */
export interface DescribedParameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  style?: 'form'
  explode?: true
  schema: Schema
}

type Json = { [key: string]: unknown }

/** The OpenAPI 3.1 document of the operations that were added, made of their own schemas, so that it is true to them. */
export function describeApi(
  operations: DescribedOperation[],
  { title, description, server }: ApiDescription,
) {
  return {
    openapi: '3.1.0',
    info: { title, description, version: '1' },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      [...Map.groupBy(operations, ({ path }) => path)].map(([path, members]) => [
        path,
        Object.fromEntries(members.map((each) => [each.method.toLowerCase(), describeOperation(each)])),
      ]),
    ),
    components: { schemas: describeRecords(), securitySchemes: { token: tokenScheme } },
  }
}

/** The parameters of an operation, as the document describes them. */
export function describeParameters({
  place,
  query,
  writing,
}: Pick<DescribedOperation, 'place' | 'query' | 'writing'>): DescribedParameter[] {
  return [
    ...describePart(place, 'path'),
    ...describePart(query, 'query'),
    ...(writing?.isConditional ? [ifMatch] : []),
    ...(writing ? [idempotencyKey] : []),
  ]
}

const ifMatch: DescribedParameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'ETag of the document that was changed',
  schema: { type: 'string', pattern: '^"v[0-9]+"$' },
}

const idempotencyKey: DescribedParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Any word of yours: sent again within a day, the same call is done once and answered alike',
  schema: { type: 'string', maxLength: 255 },
}

/** Every named schema, by name. */
export function describeRecords(): Record<string, Schema> {
  const answered = z.toJSONSchema(namedSchemas, { uri: reference, io: 'output', override: openEnded }).schemas
  const sent = z.toJSONSchema(sentSchemas, { uri: reference, io: 'input' }).schemas
  return Object.fromEntries(
    Object.entries({ ...answered, ...sent }).map(([id, schema]) => [id, withoutAddresses(schema)]),
  )
}

/** The name of an answer's or a body's schema. */
export function nameOf(schema: z.ZodType): string {
  const id = (namedSchemas.get(schema) ?? sentSchemas.get(schema))?.id
  // Every one has a name: programs are generated from the document, and name their records by it.
  if (id === undefined) throw new Error('A schema of the API has no name')
  return id
}

/** The statuses with which an operation refuses, each with its reasons. */
export function describeRefusals({ place, needs, writing }: DescribedOperation): [number, string][] {
  const isConditional = writing?.isConditional ?? false
  const cases: [boolean, number, string][] = [
    [writing !== null, 400, 'The body is not JSON, or says something twice'],
    [true, 401, needs === null ? 'A token was sent and is not valid' : 'There is no valid token'],
    [true, 403, 'The token does not allow this, or its owner may not do it'],
    [Object.keys(place.shape).length > 0, 404, 'There is no such record'],
    [isConditional, 412, 'Another version stands: errors points to what changed since'],
    [writing !== null, 413, 'The body is larger than 1 MB'],
    [writing !== null, 415, 'The body is of another media type'],
    [true, 422, writing ? 'A field is wrong: errors points to each' : 'A parameter is wrong'],
    [isConditional, 428, 'If-Match is missing'],
    [true, 429, 'Too many requests'],
  ]
  return cases.flatMap(([applies, status, when]): [number, string][] => (applies ? [[status, when]] : []))
}

const tokenScheme = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A token of the account page: it acts as its owner, in one network, as far as its scopes allow',
}

function describeOperation(operation: DescribedOperation): Json {
  const { id, tag, summary, description, media, needs, writing } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    security: needs === null ? [{}, { token: ['read'] }] : [{ token: [needs] }],
    parameters: describeParameters(operation),
    ...(writing ? { requestBody: describeBody(writing) } : {}),
    responses: {
      ...(writing ? {} : { 304: { description: 'Not changed since' } }),
      ...Object.fromEntries(
        Object.entries(writing?.outcomes ?? { 200: summary }).map(([status, when]) => [
          status,
          describeAnswer(operation, when, media),
        ]),
      ),
      ...Object.fromEntries(describeRefusals(operation).map(([status, when]) => [status, problem(when)])),
    },
  }
}

function describeBody({ takes, body, example }: DescribedWriting): Json {
  const content = { schema: referTo(body), example }
  return { required: true, content: Object.fromEntries(takes.map((media) => [media, content])) }
}

function describeAnswer({ answer, writing }: DescribedOperation, when: string, media: string): Json {
  const names = writing ? ['ETag', 'Location'] : ['ETag', 'Last-Modified']
  return {
    description: when,
    headers: Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }])),
    content: { [media]: answer === null ? {} : { schema: referTo(answer) } },
  }
}

function describePart(part: z.ZodObject, where: 'path' | 'query'): DescribedParameter[] {
  return Object.entries(part.shape).map(([name, schema]) => {
    const { description, ...shape } = withoutAddresses(z.toJSONSchema(schema, { io: 'input' }))
    return {
      name,
      in: where,
      required: where === 'path' || !(schema instanceof z.ZodOptional || schema instanceof z.ZodDefault),
      ...(description === undefined ? {} : { description }),
      ...(shape.type === 'array' ? { style: 'form' as const, explode: true as const } : {}),
      schema: shape,
    }
  })
}

function problem(description: string): Json {
  return { description, content: { 'application/problem+json': { schema: referTo(problemSchema) } } }
}

function referTo(schema: z.ZodType): Json {
  return { $ref: reference(nameOf(schema)) }
}

function withoutAddresses({ $schema, $id, ...schema }: Schema): Schema {
  return schema
}

// Fields are added freely: a program that validates answers must not stumble over a new one.
function openEnded({ jsonSchema }: { jsonSchema: Schema }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

const reference = (id: string) => `#/components/schemas/${id}`

/** The body of every failure, by RFC 9457. */
const problemSchema = named(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string().describe('In the language that Accept-Language asks for'),
    status: z.int(),
    detail: z.string(),
    reference: z.string().describe('To quote when asking what happened'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON pointer to the wrong parameter, as in /limit'),
          detail: z.string(),
        }),
      )
      .optional(),
  }),
)
