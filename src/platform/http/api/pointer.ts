/** A JSON pointer (RFC 6901): ~ and / are escaped; names that a client chose are shortened. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).toWellFormed().slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}
