import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'

/** What a scheme of codes is called; the scheme itself when it has no name here. */
export function codeName(reader: Reader, scheme: string): string {
  const key = names.get(scheme)
  return key === undefined ? scheme : reader.t(key)
}

const names = new Map<string, PlainMessageKey>([
  ['cog', 'directory.code.cog'],
  ['siren', 'directory.code.siren'],
  ['iso', 'directory.code.iso'],
  ['kr', 'directory.code.kr'],
  ['kr10', 'directory.code.kr10'],
  ['geonames', 'directory.code.geonames'],
])
