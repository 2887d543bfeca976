import { type Readable, Transform } from 'node:stream'
import { type Entry, fromBufferPromise, openPromise } from 'yauzl'

/** What an archive may hold: how many entries, how many bytes once all is inflated, and how many of one entry of a packed size. */
export interface ZipLimits {
  entries: number
  inflatedBytes: number
  entryBytes(packedBytes: number): number
}

/** Why an archive is not read any further. */
export type ZipTrouble = 'tooManyEntries' | 'bomb' | 'locked' | 'damaged'

/** Makes the error that a reader throws; `detail` is the library's message. */
export type RefuseZip = (trouble: ZipTrouble, detail: string) => Error

export interface ZipEntries {
  names: readonly string[]
  /** The bytes of an entry as they are inflated; null when there is none of that name. */
  open(name: string): Promise<Readable | null>
  close(): void
}

/**
 * Opens a zip archive, a file or bytes in memory; reads only its list of entries. Inflated bytes are counted
 * as they come: the sizes that an archive names are not believed.
 */
export async function openZip(
  source: string | Uint8Array,
  limits: ZipLimits,
  refuse: RefuseZip,
): Promise<ZipEntries> {
  const refused = (error: unknown): never => {
    const said = error instanceof Error ? error.message : ''
    // An archive that holds more than it says.
    throw refuse(/too many bytes/.test(said) ? 'bomb' : 'damaged', said)
  }
  const options = { autoClose: false, lazyEntries: true }
  const zip = await (typeof source === 'string'
    ? openPromise(source, options)
    : fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options)
  ).catch(refused)
  const entries = new Map<string, Entry>()
  const isTooMany = (count: number) => count > limits.entries
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry)
      if (isTooMany(Math.max(entries.size, zip.entryCount))) break
    }
  } catch (error) {
    zip.close()
    refused(error)
  }
  if (isTooMany(Math.max(entries.size, zip.entryCount))) {
    zip.close()
    throw refuse('tooManyEntries', String(limits.entries))
  }
  let left = limits.inflatedBytes
  return {
    names: [...entries.keys()],
    open: async (name) => {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.isEncrypted()) throw refuse('locked', name)
      let own = limits.entryBytes(entry.compressedSize)
      const count = new Transform({
        transform: (piece: Buffer, _encoding, done) => {
          own -= piece.length
          left -= piece.length
          if (own < 0 || left < 0) done(refuse('bomb', name))
          else done(null, piece)
        },
      })
      const inflated = await zip.openReadStreamPromise(entry).catch(refused)
      inflated.on('error', (error) => {
        count.destroy(refuse(/too many bytes/.test(error.message) ? 'bomb' : 'damaged', error.message))
      })
      count.on('close', () => inflated.destroy())
      return inflated.pipe(count)
    },
    close: () => zip.close(),
  }
}
