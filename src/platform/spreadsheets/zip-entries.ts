import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import yauzl, { type Entry } from 'yauzl'
import { TableUnreadable } from './table.ts'

const mostEntries = 5000
const mostInflated = 4e9
/** Below this a file is harmless however well it was packed. */
const harmlessBytes = 100e6
// Rows that are all alike shrink to a hundredth; what shrinks to a thousandth was made to.
const largestRatio = 300

export interface ZipEntries {
  names: readonly string[]
  /** The bytes of an entry as they are inflated; null when there is none of that name. */
  open(name: string): Promise<Readable | null>
  close(): void
}

/** Opens a zip file and counts what is inflated itself: what the archive says of its own sizes is not believed. */
export async function openZip(path: string): Promise<ZipEntries> {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(refuse)
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= mostEntries) throw new TableUnreadable('bomb')
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    zip.close()
    refuse(error)
  }
  let inflated = 0
  return {
    names: [...entries.keys()],
    open: async (name) => {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.isEncrypted()) throw new TableUnreadable('locked')
      let own = 0
      const count = new Transform({
        transform: (piece: Buffer, _encoding, done) => {
          own += piece.length
          inflated += piece.length
          const isBomb = own > harmlessBytes && own > entry.compressedSize * largestRatio
          if (isBomb || inflated > mostInflated) done(new TableUnreadable('bomb'))
          else done(null, piece)
        },
      })
      return piped(await zip.openReadStreamPromise(entry).catch(refuse), count)
    },
    close: () => zip.close(),
  }
}

function piped(from: Readable, to: Transform): Readable {
  from.on('error', () => to.destroy(new TableUnreadable('damaged')))
  to.on('close', () => from.destroy())
  return from.pipe(to)
}

function refuse(error: unknown): never {
  if (error instanceof TableUnreadable) throw error
  throw new TableUnreadable('damaged', error instanceof Error ? error.message : '')
}
