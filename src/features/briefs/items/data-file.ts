import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { readReferenceRows } from '../../directory/index.ts'
import type { Statement } from './item.ts'
import { type ItemKey, isItemKey } from './skeleton.ts'

/** The countries that this release says something of. */
export const toldCountries = ['FR', 'KR'] as const

/** The facts of a country in this release (`data/briefs/KR.tsv`); null for a country that has no file. */
export function readBriefFile(
  country: string,
): { checksum: string; read: () => (Statement & { key: ItemKey })[] } | null {
  const path = projectPath('data', 'briefs', `${country}.tsv`)
  if (!/^[A-Z]{2}$/.test(country) || !existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  return { checksum: createHash('sha256').update(text).digest('hex'), read: () => parseBrief(text) }
}

/**
 * Reads a table: a line for an item and the day from which its words are known. Throws on an item of no list, on words without a day and on
 * a check of what names no source.
 */
export function parseBrief(text: string): (Statement & { key: ItemKey })[] {
  return readReferenceRows(text).map((row) => {
    const cell = (name: string) => row[name] ?? ''
    const key = cell('key')
    if (!isItemKey(key)) throw new Error(`No item "${key}"`)
    const isDay = (name: string) => /^\d{4}-\d{2}-\d{2}$/.test(cell(name))
    for (const name of ['known_on', 'as_of'])
      if (!isDay(name)) throw new Error(`${key}: ${name} is no day: "${cell(name)}"`)
    if (cell('checked_on') !== '' && cell('source') === '')
      throw new Error(`${key}: checked without a source`)
    return {
      key,
      text: machineText({ fr: cell('fr'), ko: cell('ko'), en: cell('en') }),
      source: cell('source'),
      sourceLanguage: cell('source_language'),
      sourceUrl: cell('source_url'),
      passage: cell('passage'),
      asOf: cell('as_of'),
      validUntil: isDay('valid_until') ? cell('valid_until') : null,
      checkedOn: isDay('checked_on') ? cell('checked_on') : null,
      checkedBy: '',
      knownOn: cell('known_on'),
    }
  })
}

// What this project wrote counts as a machine’s until a named person has read it.
function machineText(words: Record<string, string>): LocalizedText {
  return Object.fromEntries(
    Object.entries(words).flatMap(([language, text]) =>
      text === '' ? [] : [[language, { text, state: 'machine' as const }]],
    ),
  )
}
