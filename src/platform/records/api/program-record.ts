import { z } from 'zod'
import type { Scope } from '../../context/actor.ts'
import type { Context } from '../../context/context.ts'
import type { JsonObject } from '../../http/api/json.ts'
import { readBody } from '../../http/api/read-json.ts'
import { WrongInput } from '../../http/problems.ts'
import type { RecordDocument } from '../record-document.ts'
import type { RecordHead, RecordNetwork } from '../record-head.ts'
import { WrongParts } from './wrong-parts.ts'

/** Between which states of a record a program writes. */
export interface ProgramCall<D> {
  context: Context
  network: RecordNetwork
  /** Null for a record that does not exist yet. */
  head: RecordHead | null
  /** The record in the version that is changed; what a new one begins as. */
  before: D
}

/** A record as programs know it: what people may change of it, in the style of the API. */
export interface ProgramRecord {
  /** What a token must allow to write it. */
  scope: Scope
  /** Its place in the addresses of the API, where that is not the one of its pages. */
  segment?: string
  /** It is patched at its own address as well as at that of its document. */
  isPatchedItself?: boolean
  /** The whole document, as it is answered and as it is sent. */
  schema: z.ZodObject
  /** A small change, a new record and a whole one, for the description of the API. */
  example: { patch: JsonObject; added: JsonObject; whole: JsonObject }
  show(context: Context, network: RecordNetwork, document: RecordDocument): Promise<JsonObject>
  /** The record with the sent values; WrongInput with pointers beneath `/document` for errors. */
  read(call: ProgramCall<RecordDocument>, sent: unknown): Promise<RecordDocument>
}

interface TypedProgramRecord<D, S extends z.ZodObject> {
  scope: Scope
  segment?: string
  isPatchedItself?: boolean
  schema: S
  example: ProgramRecord['example']
  /** The stored document, checked on the way in. */
  parse(document: RecordDocument): D
  show(context: Context, network: RecordNetwork, document: D): Promise<z.output<S>>
  read(call: ProgramCall<D>, sent: z.output<S>, wrong: WrongParts): Promise<D>
}

/** The place of a kind of record in the addresses of the API. */
export function segmentForPrograms({
  segment,
  program,
}: {
  segment: string
  program: ProgramRecord
}): string {
  return program.segment ?? segment
}

/** The path of a record in a sent body. */
export const documentPath = ['document'] as const

/** A record for programs, its stored document being a `D`. */
export function programRecord<D extends RecordDocument, S extends z.ZodObject>(
  record: TypedProgramRecord<D, S>,
): ProgramRecord {
  const { scope, segment, isPatchedItself = false, schema, example } = record
  return {
    scope,
    ...(segment === undefined ? {} : { segment }),
    isPatchedItself,
    schema,
    example,
    show: async (context, network, document) =>
      jsonObject.parse(await record.show(context, network, record.parse(document))),
    read: async (call, sent) => {
      const wrong = new WrongParts()
      const given = readBody(schema, sent, [...documentPath])
      const document = await record.read({ ...call, before: record.parse(call.before) }, given, wrong)
      if (wrong.errors.length > 0) throw new WrongInput(wrong.errors)
      return document
    },
  }
}

const jsonObject = z.record(z.string(), z.json())
