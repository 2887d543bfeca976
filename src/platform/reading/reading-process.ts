import { fileURLToPath } from 'node:url'
import type { NamedFile } from './file-kind.ts'
import { type ProcessLimits, workInProcess } from './limited-process.ts'
import type { Progress, ReadPart } from './read-parts.ts'
import type { ReadingAnswer, SentPassage } from './reading-order.ts'
import type { TextPassage } from './text-document.ts'
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
    worker: workerFile(),
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

/** From the sources Node runs the TypeScript file as it is; the build makes it an entry of its own. */
function workerFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './reading-worker.ts' : './reading-worker.js'
  return fileURLToPath(new URL(name, import.meta.url))
}
