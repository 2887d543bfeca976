import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../refusal.ts'
import { type PointedError, WrongInput } from '../problems.ts'
import { isJsonObject, type Json } from './json.ts'
import { pointerTo } from './pointer.ts'
import { findAmbiguity } from './scan-json.ts'

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

export const mostErrors = 50

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
