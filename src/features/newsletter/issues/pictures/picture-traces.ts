export type PictureType = 'image/png' | 'image/jpeg'

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
  for (let at = 8; at < png.length; ) {
    const to = at + 12 <= png.length ? at + 12 + png.readUInt32BE(at) : Number.POSITIVE_INFINITY
    if (to > png.length) return Buffer.concat([...kept, png.subarray(at)])
    const name = png.toString('latin1', at + 4, at + 8)
    if (shownChunks.test(name)) kept.push(png.subarray(at, to))
    if (name === 'IEND') break
    at = to
  }
  return Buffer.concat(kept)
}
