import { z } from 'zod'
import { WrongInput } from '../problems.ts'
import { pointerTo } from './json.ts'

/**
 * Reads the parameters of an address as a schema describes them; what is empty counts as not given.
 * Throws WrongInput that names each wrong, repeated or unknown parameter: unlike a page, the API says what is wrong.
 */
export function readParameters<S extends z.ZodObject>(schema: S, query: unknown): z.output<S> {
  const given = new Map(Object.entries(Object(query)).filter(([, value]) => value !== ''))
  const errors: { pointer: string; detail: string }[] = []
  const decoded: Record<string, unknown> = {}
  for (const [name, value] of given) {
    const part = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    const values = [value].flat().map((each) => String(each).toWellFormed())
    if (part === undefined) errors.push({ pointer: pointerTo([name]), detail: unknownName(name, schema) })
    else if (isList(part)) decoded[name] = values.filter((each) => each !== '')
    else if (values.length > 1)
      errors.push({ pointer: pointerTo([name]), detail: `${name} is given ${values.length} times` })
    else decoded[name] = isNumber(part) ? toNumber(values[0]) : values[0]
  }
  const result = schema.safeParse(decoded)
  for (const { path, message } of result.error?.issues ?? [])
    errors.push({ pointer: pointerTo(path), detail: say(path, message, given) })
  if (!result.success || errors.length > 0) throw new WrongInput(errors)
  return result.data
}

/** Whether an address asks for nothing but what a schema knows. */
export function hasOnlyKnown(schema: z.ZodObject, query: unknown): boolean {
  return Object.keys(Object(query)).every((name) => Object.hasOwn(schema.shape, name))
}

function say(path: PropertyKey[], message: string, given: Map<string, unknown>): string {
  const name = String(path[0])
  const value = [given.get(name)].flat()[Number(path[1] ?? 0)]
  if (value === undefined) return `${name} is missing: it takes ${message}`
  const text = String(value).toWellFormed()
  return `${name} is "${text.length > 80 ? `${text.slice(0, 80)}…` : text}" but takes ${message}`
}

function unknownName(name: string, schema: z.ZodObject): string {
  const known = Object.keys(schema.shape)
  const takes = known.length === 0 ? 'takes none' : `takes ${known.join(', ')}`
  return `There is no parameter "${name.toWellFormed().slice(0, 80)}": this address ${takes}`
}

function toNumber(text: string | undefined): unknown {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : text
}

const isList = (schema: unknown) => bare(schema) instanceof z.ZodArray
const isNumber = (schema: unknown) => bare(schema) instanceof z.ZodNumber

function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return bare(schema.unwrap())
  return schema
}
