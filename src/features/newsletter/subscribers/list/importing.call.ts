import type { z } from 'zod'
import type { Application } from '../../../../platform/http/application.ts'
import { readUpload, type UploadedFile } from '../../../../platform/http/read-upload.ts'
import type { Visit } from '../../../../platform/http/visit.ts'
import {
  type FieldError,
  type FormState,
  type FormValues,
  fieldError,
  readForm,
  readValues,
  typedValue,
  typedValues,
} from '../../../../platform/input/form.ts'
import { TableUnreadable } from '../../../../platform/spreadsheets/table.ts'
import type { NetworkRequest } from '../../../networks/index.ts'
import { readOffer } from '../call.ts'
import { importForm } from '../schema.ts'
import { keepProof } from './commands.ts'
import { mostProofBytes, readProofFormat } from './proof-format.ts'
import { lookUpProof } from './queries.ts'
import { readFileAsLines } from './read-file.ts'

/** A list as it was sent: pasted or as a file, whose lines stand among the values then. */
export interface GivenList {
  values: FormValues
  data: z.output<ReturnType<typeof importForm>>
  /** What was chosen for each column. */
  columns: readonly (string | undefined)[]
}

/** Reads what a coordinator sent; the form as it was typed, with the errors, where something is wrong with it. */
export async function readGivenList(
  visit: Visit,
  asked: NetworkRequest,
  today: string,
): Promise<GivenList | FormState> {
  const { application, request } = visit
  const upload = await readUpload(application, request, {
    fields: ['file', 'document'],
    mostBytes: mostProofBytes,
    mostFiles: 2,
  })
  const sent = readValues(upload.fields)
  const fileOf = (field: string) => upload.files.find((file) => file.field === field)
  const errors = [...upload.errors]
  const list = await linesOf(fileOf('file'))
  // A list that does not fit one field comes in several; a file takes the place of what was pasted before.
  const values = { ...sent, lines: list.lines ?? typedValues(sent, 'lines').join('\n') }
  errors.push(...list.errors)
  const document = await proofOf(application, asked, fileOf('document'), typedValue(sent, 'proof'))
  errors.push(...document.errors)
  const form = readForm(importForm(await readOffer(asked), today), { ...values, proof: document.proof })
  if (!form.valid) {
    // Of a file that could not be read nothing is missing in the box beside it.
    const others = form.errors.filter(({ field }) => field !== 'lines' || errors.length === 0)
    return { values: { ...form.values }, errors: [...errors, ...others] }
  }
  if (errors.length > 0) return { values: form.values, errors }
  const columns = columnsOf(sent, list.lines !== null)
  return { values: form.values, data: form.data, columns }
}

// What was chosen for the columns of a list says nothing of another one.
function columnsOf(sent: FormValues, isNew: boolean): (string | undefined)[] {
  if (isNew) return []
  return Array.from({ length: 256 }, (_, index) => typedValues(sent, `column.${index}`)[0])
}

async function linesOf(
  file: UploadedFile | undefined,
): Promise<{ lines: string | null; errors: FieldError[] }> {
  if (!file) return { lines: null, errors: [] }
  try {
    const lines = await readFileAsLines(file.path)
    if (lines !== null) return { lines, errors: [] }
    return { lines: null, errors: [fieldError('file', 'newsletter.subscribers.error.tooManyLines')] }
  } catch (error) {
    if (!(error instanceof TableUnreadable)) throw error
    const { code, detail } = error
    return {
      lines: null,
      errors: [{ field: 'file', message: (t) => t(`imports.unreadable.${code}`, { detail }) }],
    }
  }
}

/** The document that shows the consent, kept now, or that of the step before. */
async function proofOf(
  { storage }: Application,
  { writing, network }: NetworkRequest,
  file: UploadedFile | undefined,
  before: string,
): Promise<{ proof: string; errors: FieldError[] }> {
  if (!file) return { proof: (await lookUpProof(writing, network.id, before)) ? before : '', errors: [] }
  const type = await readProofFormat(file.path)
  if (type === null)
    return { proof: before, errors: [fieldError('document', 'newsletter.subscribers.error.document')] }
  return { proof: await keepProof(writing, storage, network.id, { ...file, type }), errors: [] }
}
