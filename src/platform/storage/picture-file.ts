import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Context } from '../context/context.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'
import { type FieldError, fieldError } from '../input/form.ts'
import { keepFile, lookUpFile } from './files.ts'
import { isAnimated, isWhole, type PictureFormat, pictureFormat, withoutTraces } from './picture-format.ts'
import type { Storage } from './storage.ts'

/** Readers on a train download it too. */
export const mostPictureBytes = 2_000_000

/** No screen shows a longer side, and it takes too much memory to draw. */
const longestSide = 10_000
const mostPixels = 40_000_000

export interface GivenPicture extends PictureFormat {
  path: string
  name: string
}

/** The first uploaded file as a picture, or what is wrong with it as an error of a field. */
export async function readGivenPicture(
  [file]: readonly { path: string; name: string }[],
  field: string,
): Promise<{ picture: GivenPicture | null; errors: FieldError[] }> {
  const refuse = (key: PlainMessageKey) => ({ picture: null, errors: [fieldError(field, key)] })
  if (!file) return refuse('ui.form.missing')
  const bytes = await readFile(file.path)
  const format = pictureFormat(bytes)
  const kind = format === null ? otherKind(bytes) : null
  if (kind !== null)
    return { picture: null, errors: [{ field, message: (t) => t('ui.picture.otherKind', { kind }) }] }
  if (format === null) return refuse('ui.picture.noPicture')
  const { type, width, height } = format
  if (Math.max(width, height) > longestSide) return refuse('ui.picture.tooLong')
  if (width * height > mostPixels) return refuse('ui.picture.tooManyPixels')
  if (!isWhole(bytes, type)) return refuse('ui.picture.broken')
  if (isAnimated(bytes, type)) return refuse('ui.picture.animated')
  return { picture: { path: file.path, name: file.name, ...format }, errors: [] }
}

// What cameras, telephones and drawing programs save instead, by what such files begin with.
function otherKind(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 1024)
  const brand = /^[\s\S]{4}ftyp(heic|heix|heim|hevc|mif1|msf1|avif)/.exec(head)?.[1]
  if (brand) return brand === 'avif' ? 'AVIF' : 'HEIC'
  if (head.startsWith('GIF8')) return 'GIF'
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'WebP'
  return head.includes('<svg') ? 'SVG' : null
}

/** Stores an uploaded picture, without the traces of its camera. Returns the id of its file. */
export async function keepPictureFile(
  context: Context,
  storage: Storage,
  { path, name, type }: GivenPicture,
): Promise<string> {
  const bytes = withoutTraces(await readFile(path), type)
  return (await keepFile(context, storage, bytes, { name, type })).fileId
}

/** The bytes of a kept picture; null if its file is lost. */
export async function readPictureFile(
  context: Context,
  storage: Storage,
  fileId: string,
): Promise<Uint8Array | null> {
  const file = await lookUpFile(context, fileId)
  const stream = file ? await storage.read(file.sha256) : null
  return stream ? buffer(stream) : null
}
