import { buffer } from 'node:stream/consumers'
import { openZip as openEntries, type ZipEntries } from '../../open-zip.ts'
import { readingLimits } from '../reading-limits.ts'
import { TextUnreadable } from '../text-unreadable.ts'

/** The parts of an archive by their names. */
export class ZipParts {
  readonly names: readonly string[]
  readonly #entries: ZipEntries

  constructor(entries: ZipEntries) {
    this.#entries = entries
    this.names = entries.names
  }

  /** The bytes of a part, or null when there is none of this name. */
  async read(name: string): Promise<Buffer | null> {
    const stream = await this.#entries.open(name)
    return stream && buffer(stream)
  }

  async readText(name: string): Promise<string | null> {
    const bytes = await this.read(name)
    return bytes && new TextDecoder().decode(bytes)
  }
}

const leastBytes = 1024 * 1024

/** Opens an archive; only its list of parts is read. */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const { parts, inflatedBytes, partBytes, partRatio } = readingLimits
  const limits = {
    entries: parts,
    inflatedBytes,
    entryBytes: (packed: number) => Math.min(partBytes, Math.max(leastBytes, packed * partRatio)),
  }
  const entries = await openEntries(bytes, limits, (trouble, detail) =>
    trouble === 'tooManyEntries' ? new TextUnreadable('tooManyParts', detail) : new TextUnreadable(trouble),
  )
  return new ZipParts(entries)
}
