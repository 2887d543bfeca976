import { z } from 'zod'

/** Schemas that the document of the API gives a name to. */
export const namedSchemas = z.registry<{ id: string }>()

/** Gives an answer's schema the name under which the document knows it. */
export function named<S extends z.ZodType>(id: string, schema: S): S {
  namedSchemas.add(schema, { id })
  return schema
}

/** Schemas of requests: unlike those of answers, fields with a usual value may be left out. */
export const sentSchemas = z.registry<{ id: string }>()

/** Gives the schema of a body the name under which the document knows it. */
export function namedBody<S extends z.ZodType>(id: string, schema: S): S {
  sentSchemas.add(schema, { id })
  return schema
}
