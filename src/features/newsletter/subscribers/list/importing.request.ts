import { open } from 'node:fs/promises'
import type { z } from 'zod'
import type { Application } from '../../../../platform/http/application.ts'
import type { UploadedFile } from '../../../../platform/http/read-upload.ts'
import {
  type FieldError,
  type FormReading,
  type FormValues,
  fieldError,
  readForm,
  typedValue,
  typedValues,
} from '../../../../platform/input/form.ts'
import { TableUnreadable } from '../../../../platform/spreadsheets/table.ts'
import type { Sent } from '../../../../ui/form/form-page.tsx'
import type { NetworkRequest } from '../../../networks/index.ts'
import { readOffer } from '../request.ts'
import { importForm } from '../schema.ts'
import { keepProof } from './commands.ts'
import { lookUpProof } from './queries.ts'
import { readFileAsLines } from './read-lines.ts'

/** A list as it was sent: pasted or as a file. */
export interface GivenList {
  data: z.output<ReturnType<typeof importForm>>
  /** The choice for each column. */
  columns: readonly (string | undefined)[]
}

/** Reads what a coordinator sent. The lines of a file are then among the values. */
export async function readGivenList(
  visit: Sent<NetworkRequest>,
  sent: FormValues,
  today: string,
): Promise<FormReading<GivenList>> {
  const { application, upload } = visit
  const fileOf = (field: string) => upload.files.find((file) => file.field === field)
  const list = await linesOf(fileOf('file'))
  // A list too long for one field comes in several; a file replaces what was pasted before.
  const values = { ...sent, lines: list.lines ?? typedValues(sent, 'lines').join('\n') }
  const document = await proofOf(application, visit, fileOf('document'), typedValue(sent, 'proof'))
  const errors = [...list.errors, ...document.errors]
  const form = readForm(importForm(await readOffer(visit), today), { ...values, proof: document.proof })
  if (form.valid && errors.length === 0)
    return { ...form, data: { data: form.data, columns: columnsOf(sent, list.lines !== null) } }
  // If the file could not be read, the box beside it is not reported as empty.
  const isRead = upload.errors.length + errors.length === 0
  const others = form.valid ? [] : form.errors.filter(({ field }) => field !== 'lines' || isRead)
  return { valid: false, values: form.values, errors: [...errors, ...others] }
}

// The choice of columns for one list does not apply to another.
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

/** The document that proves consent: stored now, or in the step before. */
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

/** The documents that prove consent: a scanned sheet, a picture of it, a mail. */
export const mostProofBytes = 5_000_000
export const proofEndings = ['.pdf', '.png', '.jpg', '.jpeg', '.eml', '.msg'] as const

const marks: readonly [type: string, mark: Buffer][] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  // Outlook saves a mail like this.
  ['application/vnd.ms-outlook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
]

/** The type of a document by its bytes, whatever its name says; null for a type that cannot prove consent. */
async function readProofFormat(path: string): Promise<string | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    const head = buffer.subarray(0, bytesRead)
    const found = marks.find(([, mark]) => head.subarray(0, mark.length).equals(mark))?.[0]
    return found ?? (isMail(head) ? 'message/rfc822' : null)
  } finally {
    await file.close()
  }
}

// Header fields, at least one of which only mails have.
function isMail(head: Buffer): boolean {
  const lines = head.toString('latin1').split(/\r?\n/)
  if (!/^[\w-]+:/.test(lines[0] ?? '') || head.includes(0)) return false
  return lines.some((line) => /^(from|received|message-id|return-path|delivered-to):/i.test(line))
}
