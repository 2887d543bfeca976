import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { GivenPicture } from '../pictures/commands.ts'
import { longestSide, readPictureFormat } from '../pictures/picture-format.ts'

/** Readers on a train fetch it too. */
export const mostPictureBytes = 2_000_000

interface Sent {
  files: readonly { path: string; name: string }[]
  errors: FieldError[]
}

/** The picture that was sent, or what is wrong with it. */
export async function readPicture({
  files,
  errors,
}: Sent): Promise<{ picture: GivenPicture | null; errors: FieldError[] }> {
  const [file] = files
  if (errors.length > 0) return { picture: null, errors }
  if (!file) return { picture: null, errors: [fieldError('picture', 'ui.form.missing')] }
  const format = await readPictureFormat(file.path)
  if (format === null)
    return { picture: null, errors: [fieldError('picture', 'newsletter.issues.error.picture')] }
  if (Math.max(format.width, format.height) > longestSide)
    return { picture: null, errors: [fieldError('picture', 'newsletter.issues.error.pictureSize')] }
  return { picture: { path: file.path, name: file.name, ...format }, errors: [] }
}
