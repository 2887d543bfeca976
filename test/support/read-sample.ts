import { readParts } from '../../src/platform/reading/read-parts.ts'
import type { TextDocument } from '../../src/platform/reading/text-document.ts'
import { TextUnreadable } from '../../src/platform/reading/text-unreadable.ts'

/** The text of a file that a test has made. */
export async function readSample(content: Uint8Array | string, name = 'file'): Promise<TextDocument> {
  const [first] = await readParts(typeof content === 'string' ? new TextEncoder().encode(content) : content, {
    name,
  })
  if (!first) throw new Error('nothing was read')
  return first.document
}

/** Its passages, a line each: `title 1: Words`. */
export const outlineOf = ({ passages }: TextDocument) =>
  passages.map(({ kind, level, text }) => `${kind} ${level}: ${text}`)

/** Why a file cannot be read: `locked`, `tooLarge 50`; throws when it can. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (error) {
    if (error instanceof TextUnreadable) return `${error.code} ${error.detail}`.trim()
    throw error
  }
  throw new Error('the file was read')
}
