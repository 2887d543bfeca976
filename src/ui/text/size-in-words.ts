import type { Reader } from '../../platform/i18n/reader.ts'

/** « 1,2 Mo », « 640 ko ». */
export function sizeInWords({ t, language }: Reader, bytes: number): string {
  const isLarge = bytes >= 1e6
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: isLarge ? 1 : 0 })
  const amount = size.format(isLarge ? bytes / 1e6 : Math.max(1, Math.round(bytes / 1e3)))
  return t(isLarge ? 'ui.file.megabytes' : 'ui.file.kilobytes', { amount })
}

/** « PDF, 1,2 Mo »: type and size of the file behind a link. */
export function fileWords(reader: Reader, { name, sizeBytes }: { name: string; sizeBytes: number }): string {
  const ending = /\.([^.]{1,8})$/u.exec(name)?.[1]?.toUpperCase()
  return [ending, sizeInWords(reader, sizeBytes)].filter(Boolean).join(', ')
}
