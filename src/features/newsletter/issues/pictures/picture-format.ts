import { open } from 'node:fs/promises'
import { orientationOf, type PictureType } from './picture-traces.ts'

export interface PictureFormat {
  type: PictureType
  width: number
  height: number
}

// Cameras write much about themselves before the size of a picture.
const longestHead = 512 * 1024

/** No screen shows a longer side, and it takes too much memory to draw. */
export const longestSide = 10_000

/** The type and size of a picture by its bytes, whatever its name says, as it is seen upright. Null if it is neither PNG nor JPEG. */
export async function readPictureFormat(path: string): Promise<PictureFormat | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHead), 0, longestHead, 0)
    const head = buffer.subarray(0, bytesRead)
    const format = pngFormat(head) ?? jpegFormat(head)
    return format && format.width > 0 && format.height > 0 ? format : null
  } finally {
    await file.close()
  }
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function pngFormat(head: Buffer): PictureFormat | null {
  if (head.length < 24 || !head.subarray(0, 8).equals(pngMark)) return null
  if (head.toString('latin1', 12, 16) !== 'IHDR') return null
  return { type: 'image/png', width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}

function jpegFormat(head: Buffer): PictureFormat | null {
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0
    if (isFrame(marker)) {
      const [height, width] = [head.readUInt16BE(at + 5), head.readUInt16BE(at + 7)]
      const liesOnItsSide = orientationOf(head) >= 5
      return { type: 'image/jpeg', ...(liesOnItsSide ? { width: height, height: width } : { width, height }) }
    }
    at += 2 + head.readUInt16BE(at + 2)
  }
  return null
}

// Start of frame: the markers in between with other meanings are tables (ITU T.81, table B.1).
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
