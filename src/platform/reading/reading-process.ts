import { workerFile } from '../settings/worker-file.ts'
import type { NamedFile } from './file-kind.ts'
import { type ProcessLimits, workInProcess } from './limited-process.ts'
import type { ReadPart } from './read-parts.ts'
import type { ReadingAnswer, SentPassage } from './reading-order.ts'
import type { Progress, TextPassage } from './text-document.ts'
import { TextUnreadable } from './text-unreadable.ts'

/** Reads a file in a process of its own. */
export function readInProcess(
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
