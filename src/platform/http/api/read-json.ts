import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { core, z } from 'zod'
import { Refusal } from '../../refusal.ts'
import { type PointedError, WrongInput } from '../problems.ts'
import { isJsonObject, type Json, pointerTo } from './json.ts'

export const jsonType = 'application/json'
export const mergePatchType = 'application/merge-patch+json'

/** Lets the API take JSON and nothing else: no form can be sent to it, as a page of another site could. */
export function takeJsonAlone(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>(
    [jsonType, mergePatchType],
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => parseJson(body),
  )
}

/** Reads a body as exactly one value: refuses what two programs could read differently, and what no database keeps. */
export function parseJson(body: Buffer): Json {
  const text = decode(body)
  const value = parse(text)
  const ambiguity = findAmbiguity(text)
  if (ambiguity !== null) throw new Refusal('malformed', ambiguity)
  const errors = findUnstorable(value, [])
  if (errors.length > 0) throw new WrongInput(errors.slice(0, mostErrors))
  return value
}

const mostErrors = 50

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new Refusal('malformed', 'The body is not UTF-8')
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message.toWellFormed().slice(0, 200) : ''
    throw new Refusal('malformed', `The body is not JSON: ${reason}`)
  }
}

function findUnstorable(value: Json, path: PropertyKey[]): PointedError[] {
  if (typeof value === 'string')
    return isStorable(value)
      ? []
      : [{ pointer: pointerTo(path), detail: 'a text without null characters and half characters' }]
  if (Array.isArray(value)) return value.flatMap((each, index) => findUnstorable(each, [...path, index]))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, each]) => {
    if (name === '__proto__') return [{ pointer: pointerTo([...path, name]), detail: 'no such name' }]
    if (!isStorable(name))
      return [{ pointer: pointerTo(path), detail: 'names without null characters and half characters' }]
    return findUnstorable(each, [...path, name])
  })
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

const deepest = 20

// Matches JSON that is known to be valid: texts, brackets, commas and colons; numbers and words do not matter here.
const sign = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gs

interface Frame {
  /** Names given so far; null in a list. */
  names: Set<string> | null
  awaitsName: boolean
}

/** Why valid JSON is ambiguous or a burden: a name given twice in one object, or nesting that nothing here has; null for neither. */
function findAmbiguity(text: string): string | null {
  const frames: Frame[] = []
  for (const [found] of text.matchAll(sign)) {
    const frame = frames.at(-1)
    if (found === '{' || found === '[') {
      if (frames.length >= deepest) return `The body is nested more than ${deepest} levels deep`
      frames.push({ names: found === '{' ? new Set() : null, awaitsName: found === '{' })
    } else if (found === '}' || found === ']') frames.pop()
    else if (frame === undefined) continue
    else if (found === ',') frame.awaitsName = frame.names !== null
    else if (found === ':') frame.awaitsName = false
    else if (frame.names !== null && frame.awaitsName) {
      const name = String(JSON.parse(found))
      if (frame.names.has(name))
        return `The name "${name.toWellFormed().slice(0, 80)}" is given twice in one object`
      frame.names.add(name)
    }
  }
  return null
}

/** Reads a body as a schema describes it; WrongInput names each wrong, missing or unknown field by its pointer. */
export function readBody<S extends z.ZodType>(
  schema: S,
  body: unknown,
  path: PropertyKey[] = [],
): z.output<S> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new WrongInput(result.error.issues.flatMap((issue) => pointed(issue, path)).slice(0, mostErrors))
}

function pointed(issue: core.$ZodIssue, path: PropertyKey[]): PointedError[] {
  const at = [...path, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      pointer: pointerTo([...at, name]),
      detail: 'There is no such field here, or it is not for clients to set',
    }))
  return [{ pointer: pointerTo(at), detail: issue.message }]
}
