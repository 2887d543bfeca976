import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildPicture } from '../../../test/support/build-picture.ts'
import { openLetters, shownPicture } from '../../../test/support/letters.ts'
import { isAnimated, isWhole, orientationOf, pictureFormat, withoutTraces } from './picture-format.ts'

const secret = 'N 47.39 E 0.68, Claire, iPhone'

function segment(marker: number, body: Buffer | string): Buffer {
  const bytes = Buffer.from(body)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

/** Exif as a camera writes it, with orientation and place. */
function exif(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write(order, 'latin1')
  const set = (at: number, value: number, bytes: 2 | 4) =>
    order === 'II' ? tiff.writeUIntLE(value, at, bytes) : tiff.writeUIntBE(value, at, bytes)
  set(2, 42, 2)
  set(4, 8, 4)
  set(8, 1, 2)
  set(10, 0x0112, 2)
  set(12, 3, 2)
  set(14, 1, 4)
  set(18, orientation, 2)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(secret)]))
}

// A frame of 4 by 3, a table between two scans, and what phones write behind the end.
const scans = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 2, 0xff, 0, 0xff, 0xd0, 3]),
  segment(0xc4, Buffer.from([0xff, 0xd9, 5])),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([4, 0xff, 0xd9]),
])
const frame = segment(0xc0, Buffer.from([8, 0, 3, 0, 4, 1, 1, 0x11, 0]))
const photo = (orientation: number, order?: 'II' | 'MM') =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    exif(orientation, order),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`),
    segment(0xe2, 'ICC_PROFILE\0the colours'),
    segment(0xe2, `MPF\0${secret}`),
    segment(0xed, secret),
    segment(0xfe, secret),
    frame,
    scans,
    Buffer.from(secret),
  ])

test.each(['II', 'MM'] as const)(
  'a photo keeps its colours and how it is turned, and nothing else of its camera (%s)',
  (order) => {
    const clean = withoutTraces(photo(6, order), 'image/jpeg')
    expect(clean.includes('Claire')).toBe(false)
    expect(clean.includes('the colours')).toBe(true)
    expect(orientationOf(clean)).toBe(6)
    expect(clean.subarray(-scans.length)).toEqual(scans)
    expect(withoutTraces(clean, 'image/jpeg')).toEqual(clean)
    // An upright picture needs no Exif.
    expect(withoutTraces(photo(1, order), 'image/jpeg').includes('Exif')).toBe(false)
  },
)

test('a photo that was taken on its side has the height and width that are seen', () => {
  const seen = [1, 3, 6, 8].map((orientation) => {
    const format = pictureFormat(photo(orientation))
    return [format?.width, format?.height]
  })
  expect(seen).toEqual([
    [4, 3],
    [4, 3],
    [3, 4],
    [3, 4],
  ])
})

test('a picture that was cut off is not whole, and one that moves says so', () => {
  const [drawing, jpeg] = [buildPicture(40, 30), photo(1)]
  const uncut = jpeg.subarray(0, jpeg.length - secret.length)
  expect([isWhole(drawing, 'image/png'), isWhole(uncut, 'image/jpeg')]).toEqual([true, true])
  expect([
    isWhole(drawing.subarray(0, -9), 'image/png'),
    isWhole(drawing.subarray(0, 40), 'image/png'),
    isWhole(uncut.subarray(0, -2), 'image/jpeg'),
    isWhole(jpeg.subarray(0, 60), 'image/jpeg'),
  ]).toEqual([false, false, false, false])
  const control = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12)])
  const moving = Buffer.concat([drawing.subarray(0, 33), control, drawing.subarray(33)])
  expect([isAnimated(drawing, 'image/png'), isAnimated(moving, 'image/png')]).toEqual([false, true])
})

test('a drawing keeps what is seen of it and loses what its program wrote into it', () => {
  const picture = buildPicture(4, 3)
  const words = Buffer.concat([
    Buffer.from([0, 0, 0, secret.length]),
    Buffer.from(`tEXt${secret}`),
    Buffer.alloc(4),
  ])
  const written = Buffer.concat([picture.subarray(0, 33), words, picture.subarray(33), Buffer.from(secret)])
  expect(withoutTraces(written, 'image/png')).toEqual(picture)
})

test('whatever a file holds, to clean it ends, and to clean it twice changes nothing more', () => {
  const start = { 'image/jpeg': Buffer.from([0xff, 0xd8]), 'image/png': buildPicture(1, 1).subarray(0, 8) }
  const types = fc.constantFrom('image/jpeg' as const, 'image/png' as const)
  const byte = fc.oneof(fc.constantFrom(0xff, 0, 0xe1, 0xda, 0xd9), fc.nat(255))
  fc.assert(
    fc.property(types, fc.array(byte, { maxLength: 80 }), (type, bytes) => {
      const clean = withoutTraces(Buffer.concat([start[type], Buffer.from(bytes)]), type)
      expect(withoutTraces(clean, type)).toEqual(clean)
    }),
  )
})

test('readers get the picture without where it was taken', async () => {
  const fixture = await openLetters()
  const { house: testApp, keeper, letters } = fixture
  await fixture.begin()
  expect((await fixture.addPicture(photo(6), shownPicture, 'IMG_1.jpg')).statusCode).toBe(303)
  const page = (await keeper.get(`/fr/${letters}/draft`)).body
  expect(page).toContain('width="3" height="4"')
  const picture = await keeper.get(/src="([^"]+\/pictures\/[^"]+)"/.exec(page)?.[1] ?? '')
  expect([picture.headers['content-type'], picture.rawPayload.includes('Claire')]).toEqual([
    'image/jpeg',
    false,
  ])
  await testApp.close()
})
