import type { Context } from '../../../../platform/context/context.ts'
import { inTurn, type ProcessLimits, workInProcess } from '../../../../platform/reading/limited-process.ts'
import type { TextDocument, TextPassage } from '../../../../platform/reading/text-document.ts'
import { workerFile } from '../../../../platform/settings/worker-file.ts'
import type { NameBook } from '../names/gazetteer.ts'
import { lookUpNames } from '../names/queries.ts'
import type { Reading } from '../reading.ts'
import type { Asked, Told, UnderstandingAnswer, UnderstandingOrder } from './understanding-order.ts'

export interface ApartOptions {
  /** Aborts the understanding; the promise then rejects with its reason. */
  signal?: AbortSignal | undefined
  limits?: Partial<ProcessLimits>
}

/**
 * Understands a text in a process of its own, to which this process gives names from the directory: no other work waits for the
 * text, whatever it contains. Refuses with a `TextUnreadable` what takes more time or memory than a text of its size may.
 */
export function understandApart(
  context: Context,
  document: TextDocument,
  { signal, limits }: ApartOptions = {},
): Promise<Reading> {
  const { passages, source: _, ...head } = document
  const book = lookUpNames(context)
  const portions = portionsOf(passages)
  const trouble = new AbortController()
  const ending = AbortSignal.any([trouble.signal, ...(signal ? [signal] : [])])
  return inTurn(() => {
    ending.throwIfAborted()
    return workInProcess({
      worker: workerFile(import.meta.url, 'understanding-worker'),
      order: { of: 'text', head } satisfies UnderstandingOrder,
      bytes: new Uint8Array(),
      limits: { ...limitsFor(passages), ...limits },
      signal: ending,
      rests: true,
      hear: (answer: UnderstandingAnswer, say) => {
        if (answer.of === 'reading') return { result: answer.reading }
        if (answer.of === 'fault') throw new Error(answer.words)
        tell(answer, portions, book).then(say, (error: unknown) => trouble.abort(error))
        return null
      },
    })
  })
}

async function tell(visit: Asked, portions: Iterator<TextPassage[]>, book: NameBook): Promise<Told> {
  switch (visit.of) {
    case 'passages': {
      const next = portions.next()
      return { of: 'passages', passages: next.done ? null : next.value }
    }
    case 'named':
      return { of: 'named', rows: await book.listNamed(visit.folded) }
    case 'names':
      return { of: 'names', names: (await book.listAllNames()).join('\n') }
    case 'towns':
      return { of: 'towns', rows: await book.listFrenchTowns(visit.asked, visit.most) }
  }
}

const unitsAtOnce = 40_000

/** The passages without their places in the source, in portions: this process is never busy with them for long. */
function* portionsOf(passages: readonly TextPassage[]): Generator<TextPassage[], undefined> {
  let portion: TextPassage[] = []
  let units = 0
  for (const passage of passages) {
    portion.push({ ...passage, at: [] })
    units += passage.text.length
    if (units < unitsAtOnce) continue
    yield portion
    portion = []
    units = 0
  }
  yield portion
}

const megabyte = 1024 * 1024

/** Ten times what usual minutes of that length take on a slow machine; memory in steps, so that a process at rest serves longer ones too. */
export function limitsFor(passages: readonly Pick<TextPassage, 'text'>[]): ProcessLimits {
  const units = passages.reduce((sum, { text }) => sum + text.length, 0)
  const timeMs = Math.min(600_000, 30_000 + units)
  return {
    timeMs,
    stillMs: timeMs,
    memory: Math.min(1536, 512 + Math.ceil(units / 128_000) * 128) * megabyte,
  }
}
