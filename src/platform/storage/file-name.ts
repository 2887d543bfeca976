const longestName = 200
const unknownType = 'application/octet-stream'

/** The name of a file as it may be shown and given back: no folder, no control sign, one form of every letter. */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  // Marks of direction could hide the real end of a name.
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
  if (clean === '' || /^\.+$/.test(clean)) return 'file'
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  const signs = [...clean]
  if (signs.length <= longestName) return clean
  return signs.slice(0, longestName - [...ending].length).join('') + ending
}

/** A media type in its plain form; `application/octet-stream` for what is none. */
export function mediaType(given: string | undefined): string {
  const plain = given?.split(';')[0]?.trim().toLowerCase() ?? ''
  return /^[a-z]+\/[a-z0-9.+-]{1,100}$/.test(plain) ? plain : unknownType
}
