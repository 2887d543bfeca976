import { Zip, ZipDeflate } from 'fflate'

/** A file in an archive; a long one comes piece by piece. */
export interface ZipPart {
  path: string
  content: string | Uint8Array | AsyncIterable<string>
}

/**
 * A zip archive, packed as its parts are read. The same parts are the same bytes on every machine, at every instant and however they come in
 * pieces: no entry has a time, and Deflate is JavaScript, for zlib packs differently on other processors and versions. 4 GB at most.
 */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    packed.push(piece)
  })
  for (const { path, content } of parts) {
    const entry = new ZipDeflate(path, packing)
    zip.add(Object.assign(entry, { mtime: noTime }))
    for await (const piece of evenPieces(content)) {
      entry.push(piece)
      yield* packed.splice(0)
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  yield* packed.splice(0)
}

// How much is remembered for finding repetitions is fixed: the library computes it from the length with a logarithm.
const packing = { level: 6, mem: 4 } as const
// The first day that a zip file can hold, by the clock of the machine: it is written by the same clock.
const noTime = new Date(1980, 0, 1)
const evenLength = 65_536

/** The bytes in pieces of one length: the ends of pieces show in what they are packed to. Each piece is read before the next one is asked for. */
async function* evenPieces(content: ZipPart['content']): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(evenLength)
  let length = 0
  const given = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
  for await (const each of given) {
    const bytes = typeof each === 'string' ? Buffer.from(each) : each
    for (let from = 0; from < bytes.length; ) {
      const fitting = bytes.subarray(from, from + evenLength - length)
      piece.set(fitting, length)
      from += fitting.length
      length += fitting.length
      if (length < evenLength) continue
      yield piece
      length = 0
    }
  }
  yield piece.subarray(0, length)
}
