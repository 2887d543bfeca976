export interface PictureFormat {
  type: PictureType
  width: number
  height: number
}

/** The type and size of a picture by its bytes, whatever its name says, as it is seen upright. Null if it is neither PNG nor JPEG. */
export function pictureFormat(bytes: Buffer): PictureFormat | null {
  const format = pngFormat(bytes) ?? jpegFormat(bytes)
  return format && format.width > 0 && format.height > 0 ? format : null
}

/** Whether a PNG or a JPEG has its data and its end: a file that was cut off shows half a picture, or none. */
export function isWhole(bytes: Buffer, type: PictureType): boolean {
  if (type === 'image/png') {
    const names = [...chunksOf(bytes)].map(({ name }) => name)
    return names.includes('IDAT') && names.at(-1) === 'IEND'
  }
  const scan = [...segmentsOf(bytes)].find(({ marker }) => marker === startOfScan)
  return scan !== undefined && bytes.readUInt16BE(endOf(bytes, scan.to) - 2) === 0xff00 + endOfPicture
}

/** Whether a PNG moves (APNG). */
export function isAnimated(bytes: Buffer, type: PictureType): boolean {
  return type === 'image/png' && [...chunksOf(bytes)].some(({ name }) => name === 'acTL')
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

type PictureType = 'image/png' | 'image/jpeg'

/**
 * Removes what cameras and programs write into a picture: time, place, device, owner, and a thumbnail from before it was cropped.
 * Orientation and colours stay. From the first malformed segment on, nothing is removed.
 */
export function withoutTraces(bytes: Buffer, type: PictureType): Buffer {
  return type === 'image/jpeg' ? cleanJpeg(bytes) : cleanPng(bytes)
}

/** The orientation of a JPEG, 1 to 8 (Exif 2.3, tag 274): from 5 on it is turned on its side. 1 if the file does not say. */
export function orientationOf(jpeg: Buffer): number {
  const segment = [...segmentsOf(jpeg)].find(({ marker, from }) => marker === app1 && isExif(jpeg, from))
  if (!segment) return 1
  const tiff = jpeg.subarray(segment.from + 10, segment.to)
  if (tiff.length < 8) return 1
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return 1
  const count = read16(first)
  for (let entry = first + 2; entry + 12 <= tiff.length && entry < first + 2 + count * 12; entry += 12)
    if (read16(entry) === orientationTag) {
      const orientation = read16(entry + 8)
      return orientation >= 1 && orientation <= 8 ? orientation : 1
    }
  return 1
}

const orientationTag = 0x0112
const [startOfScan, endOfPicture] = [0xda, 0xd9]
const [app0, app1, app2, app14] = [0xe0, 0xe1, 0xe2, 0xee]

interface Segment {
  marker: number
  from: number
  to: number
}

/** The segments before the picture data, and the start of the data, which has no length of its own. */
function* segmentsOf(jpeg: Buffer): Generator<Segment> {
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0
    const to = at + 2 + jpeg.readUInt16BE(at + 2)
    yield { marker, from: at, to }
    if (marker === startOfScan) return
    at = to
  }
}

const isExif = (jpeg: Buffer, from: number) => jpeg.toString('latin1', from + 4, from + 8) === 'Exif'
const isProfile = (jpeg: Buffer, from: number) =>
  jpeg.toString('latin1', from + 4, from + 15) === 'ICC_PROFILE'

function cleanJpeg(jpeg: Buffer): Buffer {
  const orientation = orientationOf(jpeg)
  const kept: Buffer[] = [jpeg.subarray(0, 2), ...(orientation === 1 ? [] : [turned(orientation)])]
  let end = 2
  for (const { marker, from, to } of segmentsOf(jpeg)) {
    const isApplication = marker >= app0 && marker <= 0xef
    const isShown = marker === app0 || marker === app14 || (marker === app2 && isProfile(jpeg, from))
    if (marker === startOfScan) return Buffer.concat([...kept, jpeg.subarray(from, endOf(jpeg, to))])
    if ((!isApplication || isShown) && marker !== 0xfe) kept.push(jpeg.subarray(from, to))
    end = to
  }
  return Buffer.concat([...kept, jpeg.subarray(end)])
}

/** The end of the picture data: what phones write behind it is not part of the picture. */
function endOf(jpeg: Buffer, from: number): number {
  for (let at = from; at + 1 < jpeg.length; ) {
    const marker = jpeg[at + 1] ?? 0
    // Between two scans there are tables, with a length of their own.
    if (jpeg[at] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) at++
    else if (marker === endOfPicture) return at + 2
    else if (at + 4 <= jpeg.length) at += 2 + jpeg.readUInt16BE(at + 2)
    else break
  }
  return jpeg.length
}

// Exif with this entry only.
function turned(orientation: number): Buffer {
  const head = 'ffe10022457869660000'
  const tiff = '4d4d002a00000008'
  const entry = `00010112000300000001000${orientation}0000`
  return Buffer.from(`${head}${tiff}${entry}00000000`, 'hex')
}

const shownChunks = /^(?:[A-Z]|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)/

function cleanPng(png: Buffer): Buffer {
  const kept: Buffer[] = [png.subarray(0, 8)]
  let end = 8
  for (const { name, from, to } of chunksOf(png)) {
    if (shownChunks.test(name)) kept.push(png.subarray(from, to))
    if (name === 'IEND') return Buffer.concat(kept)
    end = to
  }
  return Buffer.concat([...kept, png.subarray(end)])
}

/** The whole chunks of a PNG, up to its end. */
function* chunksOf(png: Buffer): Generator<{ name: string; from: number; to: number }> {
  for (let at = 8; at + 12 <= png.length; ) {
    const to = at + 12 + png.readUInt32BE(at)
    if (to > png.length) return
    const name = png.toString('latin1', at + 4, at + 8)
    yield { name, from: at, to }
    if (name === 'IEND') return
    at = to
  }
}
