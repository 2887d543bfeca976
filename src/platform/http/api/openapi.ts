import { z } from 'zod'
import { namedSchemas } from './named-schema.ts'
import type { DescribedOperation } from './operation.ts'
import { problemSchema } from './problem-schema.ts'

export interface ApiDescription {
  title: string
  description: string
  /** Address that the paths follow. */
  server: string
}

export type Schema = z.core.JSONSchema.BaseSchema

/** One parameter as the document says it. */
export interface DescribedParameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  description?: string
  style?: 'form'
  explode?: true
  schema: Schema
}

type Json = { [key: string]: unknown }

/** The OpenAPI 3.1 document of the operations that were added: their own schemas, so that it says what happens. */
export function describeApi(
  operations: DescribedOperation[],
  { title, description, server }: ApiDescription,
) {
  return {
    openapi: '3.1.0',
    info: { title, description, version: '1' },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      operations.map((operation) => [operation.path, { get: describeOperation(operation) }]),
    ),
    components: { schemas: describeRecords() },
  }
}

/** What the document says of the parameters of an operation. */
export function describeParameters({
  place,
  query,
}: Pick<DescribedOperation, 'place' | 'query'>): DescribedParameter[] {
  return [...describePart(place, 'path'), ...describePart(query, 'query')]
}

/** Every named schema, by name. */
export function describeRecords(): Record<string, Schema> {
  const { schemas } = z.toJSONSchema(namedSchemas, { uri: reference, io: 'output', override: openEnded })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutAddresses(schema)]))
}

/** The name of an answer's schema. */
export function nameOf(schema: z.ZodType): string {
  const id = namedSchemas.get(schema)?.id
  // Every answer has a name: programs are generated from the document, and name their records by it.
  if (id === undefined) throw new Error('A schema of the API has no name')
  return id
}

function describeOperation(operation: DescribedOperation): Json {
  const { id, tag, summary, description, media, answer } = operation
  const content = answer === null ? {} : { schema: referTo(answer) }
  const headers = Object.fromEntries(
    ['ETag', 'Last-Modified'].map((name) => [name, { schema: { type: 'string' } }]),
  )
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    parameters: describeParameters(operation),
    responses: {
      200: { description: summary, headers, content: { [media]: content } },
      304: { description: 'Not changed since' },
      ...(Object.keys(operation.place.shape).length > 0 ? { 404: problem('There is no such record') } : {}),
      422: problem('A parameter is wrong'),
      429: problem('Too many requests'),
    },
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
