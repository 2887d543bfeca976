import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

const types = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  vcf: 'text/vcard; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Ending = keyof typeof types

/**
 * Sends a file that is made for a request. The ending of its name says what it is; the name is of ASCII letters, digits, dots and hyphens.
 * Browsers show a PDF, and save any other.
 */
export function sendFile(
  reply: FastifyReply,
  name: `${string}.${Ending}`,
  content: string | Buffer | AsyncIterable<string | Uint8Array>,
): FastifyReply {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const isSent = typeof content === 'string' || Buffer.isBuffer(content)
  return reply
    .type(isEnding(ending) ? types[ending] : 'application/octet-stream')
    .header('content-disposition', `${ending === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`)
    .send(isSent ? content : Readable.from(content, { objectMode: false }))
}

const isEnding = (ending: string): ending is Ending => Object.hasOwn(types, ending)
