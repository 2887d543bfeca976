import type { MultipartFile, MultipartValue } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { type FieldError, fieldError } from '../input/form.ts'
import { Refusal } from '../refusal.ts'
import { fileName, mediaType } from '../storage/files.ts'
import { newScratchPath, writeDown } from '../storage/spool.ts'
import type { Application } from './application.ts'

export interface UploadedFile {
  /** The name of its field. */
  field: string
  name: string
  /** As the sender named it: never to be trusted. */
  type: string
  size: number
  sha256: string
  /** Where its bytes are until the request is answered. */
  path: string
}

export interface Upload {
  /** The other fields, to be read like the body of any form (`readForm`). */
  fields: Record<string, string | string[]>
  files: UploadedFile[]
  /** Refusals of files; fields that came after one are missing then, so a form has its file last. */
  errors: FieldError[]
}

export interface UploadOptions {
  /** The names of the fields that take files. */
  fields: readonly [string, ...string[]]
  /** Largest size of one file; UPLOAD_MEGABYTES when left out. */
  mostBytes?: number
  /** How many files at most; 1 when left out. */
  mostFiles?: number
}

const largestField = 1024 * 1024
const mostFields = 1000

/**
 * Reads a form with files: each is written into a folder of this machine and removed once the request is answered, unless it was kept
 * (`keepFile`). Too large a one is an error of its field, found before it is read where the browser says how much comes, else while it
 * comes; fields before it are kept. Identify the sender before: nothing is read until then. The route says `config: { takesFiles: true }`.
 */
export async function readUpload(
  { settings, storage }: Pick<Application, 'settings' | 'storage'>,
  request: FastifyRequest,
  options: UploadOptions,
): Promise<Upload> {
  const upload: Upload = { fields: Object.create(null), files: [], errors: [] }
  const { fields: wanted, mostFiles = 1 } = options
  const mostBytes = options.mostBytes ?? settings.uploadMegabytes * 1e6
  const tooLarge = (field: string) => {
    upload.errors.push({
      field,
      message: (t) => t('ui.file.tooLarge', { megabytes: Math.max(1, Math.floor(mostBytes / 1e6)) }),
    })
    return upload
  }
  if (!request.isMultipart()) return { ...upload, fields: textsOf(request.body) }
  const saidBytes = Number(request.headers['content-length'] ?? 0)
  const isTooLong = saidBytes > mostBytes * mostFiles + largestField

  try {
    for await (const part of request.parts({ limits: limitsFor(mostBytes, mostFiles, isTooLong) })) {
      if (part.type === 'field') addField(upload, part)
      else if (!wanted.includes(part.fieldname)) part.file.resume()
      else if (isTooLong) {
        leave(request)
        return tooLarge(part.fieldname)
      } else {
        const file = await writeFile(storage.scratch, request, part)
        if (file === null) return tooLarge(part.fieldname)
        // A field in which nothing was chosen is sent all the same.
        if (file.size === 0 && part.filename === '') continue
        if (upload.files.length < mostFiles) upload.files.push(file)
        else upload.errors.push(fieldError(part.fieldname, 'ui.file.tooMany'))
      }
    }
  } catch (error) {
    throw isOfForm(error) ? new Refusal('malformed') : error
  }
  return upload
}

function limitsFor(mostBytes: number, mostFiles: number, isTooLong: boolean) {
  // A form is not believed to be long for its files alone.
  const [fields, fieldSize] = isTooLong ? [mostFields / 10, largestField / 10] : [mostFields, largestField]
  return { fileSize: mostBytes, files: mostFiles + 1, fields, fieldSize }
}

/** Reads no more of a form; the browser sends the rest into nothing, and then gets the answer. */
function leave(request: FastifyRequest): void {
  request.raw.unpipe()
  request.raw.resume()
}

/** The file once it is written; null when it is larger than it may be, and then nothing of what follows is read. */
async function writeFile(
  folder: string,
  request: FastifyRequest,
  part: MultipartFile,
): Promise<UploadedFile | null> {
  const path = await newScratchPath(folder)
  request.scratchPaths ??= []
  request.scratchPaths.push(path)
  part.file.once('limit', () => part.file.destroy(new Error('too large')))
  const written = await writeDown(path, part.file).catch((error: unknown) => {
    if (part.file.truncated) return null
    throw error
  })
  // Data that came before there was a listener was cut off without notice.
  if (written === null || part.file.truncated) {
    leave(request)
    return null
  }
  return {
    field: part.fieldname,
    name: fileName(part.filename),
    type: mediaType(part.mimetype),
    path,
    ...written,
  }
}

// Errors of the form's parser have neither a status nor a failed system call.
function isOfForm(error: unknown): boolean {
  return (
    error instanceof Error && error.constructor === Error && !('statusCode' in error) && !('syscall' in error)
  )
}

function addField({ fields, errors }: Upload, { fieldname, value, valueTruncated }: MultipartValue): void {
  if (typeof value !== 'string') return
  // The kept part is not the value that was sent.
  if (valueTruncated)
    errors.push({ field: fieldname, message: (t) => t('ui.form.tooLong', { maximum: largestField }) })
  const before = fields[fieldname]
  fields[fieldname] = before === undefined ? value : [before, value].flat()
}

// A form that was sent without its type for files has the same fields, and the names of files instead of them.
function textsOf(body: unknown): Record<string, string | string[]> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'))
}
