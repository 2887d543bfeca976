import { Worker } from 'node:worker_threads'
import { workerEnvironment } from '../settings/compile-cache.ts'
import { workerFile } from '../settings/worker-file.ts'
import { type TableAbout, type TableRow, TableUnreadable, type UnreadableCode } from './table.ts'

/** The order of the thread that reads. */
export interface Wanted {
  path: string
  /** Name of the sheet; null for the first. */
  sheet: string | null
}

/** What it reports. */
export type Told =
  | { about: TableAbout }
  | { rows: TableRow[] }
  | { end: true }
  | { unreadable: UnreadableCode; detail: string }

export interface OpenTable {
  about: TableAbout
  /** All rows in order, some hundreds at a time; may be read once. The next ones are read when the caller asks for them. */
  batches(): AsyncGenerator<TableRow[]>
  close(): Promise<void>
}

export interface TableLimits {
  /** How long the thread may be at work on the next rows. */
  timeMs: number
  memoryMegabytes: number
}

const usualLimits: TableLimits = { timeMs: 60_000, memoryMegabytes: 700 }

/**
 * Opens a table (CSV and the like, XLSX, ODS, XLS where LibreOffice is installed) in a thread of its own, which has a limit of memory and of time.
 * Throws TableUnreadable, here and while rows are read. Close it when done.
 */
export async function openTable(wanted: Wanted, limits: Partial<TableLimits> = {}): Promise<OpenTable> {
  const { timeMs, memoryMegabytes } = { ...usualLimits, ...limits }
  const worker = new Worker(workerFile(import.meta.url, 'table-worker'), {
    workerData: wanted,
    env: workerEnvironment(),
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  })
  const told = new Tellings(worker, timeMs)
  try {
    const first = await told.next()
    if (!('about' in first)) throw new TableUnreadable('damaged')
    return {
      about: first.about,
      batches: async function* () {
        for (let next = await told.next(); 'rows' in next; next = await told.next()) {
          if (next.rows.length > 0) yield next.rows
          worker.postMessage('more')
        }
      },
      close: async () => void (await worker.terminate()),
    }
  } catch (error) {
    await worker.terminate()
    throw error
  }
}

/** The messages of a thread, one after the other. */
class Tellings {
  readonly #queue: (Told | TableUnreadable)[] = []
  readonly #timeMs: number
  #wake: () => void = () => undefined

  constructor(worker: Worker, timeMs: number) {
    this.#timeMs = timeMs
    worker.on('message', (told: Told) => this.#add(told))
    worker.on('error', (error: unknown) => {
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#add(new TableUnreadable(isMemory ? 'tooLarge' : 'damaged', String(error)))
    })
    worker.on('exit', () => this.#add(new TableUnreadable('damaged', 'the thread ended')))
  }

  async next(): Promise<Exclude<Told, { unreadable: UnreadableCode }>> {
    if (this.#queue.length === 0) await this.#arrival()
    const told = this.#queue.shift()
    if (told === undefined) throw new TableUnreadable('tooSlow')
    if (told instanceof TableUnreadable) throw told
    if ('unreadable' in told) throw new TableUnreadable(told.unreadable, told.detail)
    return told
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#timeMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #add(told: Told | TableUnreadable): void {
    this.#queue.push(told)
    this.#wake()
  }
}
