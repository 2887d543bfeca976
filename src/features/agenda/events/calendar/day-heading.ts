import { LRUCache } from 'lru-cache'
import { writeDay } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'

/** « lundi 9 octobre 2017 » */
export function wholeDay({ interfaceLanguage }: Reader, day: string): string {
  const key = `${interfaceLanguage} ${day}`
  const known = written.get(key) ?? writeDay(interfaceLanguage, day, wholeShape)
  written.set(key, known)
  return known
}

// A month writes each of its days two or three times, and half of them again in the month beside it.
const written = new LRUCache<string, string>({ max: 20_000 })

const wholeShape = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
