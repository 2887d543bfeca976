import { workerFile } from '../settings/worker-file.ts'
import { kindOf, type NamedFile } from './file-kind.ts'
import { inTurn, type ProcessLimits, workInProcess } from './limited-process.ts'
import { type ReadPart, readParts } from './read-parts.ts'
import { readingLimits } from './reading-limits.ts'
import type { ReadingAnswer, SentPassage } from './reading-order.ts'
import type { Progress, TextDocument, TextPassage } from './text-document.ts'
import { TextUnreadable } from './text-unreadable.ts'

export interface ReadingOptions {
  /** Called with how many pages of how many are read. */
  progress?: Progress
  /** Gives the reading up; the promise then fails with its reason. */
  signal?: AbortSignal
  limits?: Partial<ProcessLimits>
}

const usualLimits: ProcessLimits = { timeMs: 15 * 60_000, stillMs: 120_000, memory: 1024 * 1024 * 1024 }
/**
 * Reads the text of a file of any office format, or of a mail: the mail first, then its attachments.
 * Refuses with a `TextUnreadable`, whose code is a message. Anything but a few pages of text is read in a process of its own.
 */
export async function readFile(
  bytes: Uint8Array,
  file: NamedFile,
  { progress = () => {}, signal, limits }: ReadingOptions = {},
): Promise<{ documents: ReadPart[] }> {
  signal?.throwIfAborted()
  if (bytes.length > readingLimits.fileBytes)
    throw new TextUnreadable('tooLarge', String(readingLimits.fileBytes / 1024 / 1024))
  if (isShortText(bytes, file)) return { documents: await readParts(bytes, file, progress) }
  return inTurn(async () => {
    signal?.throwIfAborted()
    return { documents: await readInProcess(bytes, file, { ...usualLimits, ...limits }, progress, signal) }
  })
}

/** The text of a file; of a mail, its own words. */
export async function readText(
  bytes: Uint8Array,
  file: NamedFile,
  options: ReadingOptions = {},
): Promise<TextDocument> {
  const { documents } = await readFile(bytes, file, options)
  const [first] = documents
  if (!first) throw new TextUnreadable('empty')
  return first.document
}

// What takes less time to read than to start a process for, even where its signs of emphasis are paired with each other.
function isShortText(bytes: Uint8Array, file: NamedFile): boolean {
  return bytes.length <= 1024 && /^(?:markdown|text|html)$/.test(kindOf(bytes, file))
}

/** Reads a file in a process of its own. */
function readInProcess(
  bytes: Uint8Array,
  file: NamedFile,
  limits: ProcessLimits,
  progress: Progress,
  signal?: AbortSignal,
): Promise<ReadPart[]> {
  const parts: { name: string; head: Omit<ReadPart['document'], 'passages'>; passages: TextPassage[] }[] = []
  return workInProcess({
    worker: workerFile(import.meta.url, 'reading-worker'),
    order: { file, bytes: bytes.length },
    bytes,
    limits,
    signal,
    hear: (answer: ReadingAnswer) => {
      if (answer.is === 'progress') progress(answer.done, answer.of)
      if (answer.is === 'document') parts.push({ name: answer.name, head: answer.head, passages: [] })
      if (answer.is === 'passages') parts.at(-1)?.passages.push(...answer.passages.map(placed))
      if (answer.is === 'unreadable') throw new TextUnreadable(answer.code, answer.detail)
      if (answer.is !== 'end') return null
      return { result: parts.map(({ name, head, passages }) => ({ name, document: { ...head, passages } })) }
    },
  })
}

const placed = ({ at, ...passage }: SentPassage): TextPassage => ({ ...passage, at: Array.from(at) })
