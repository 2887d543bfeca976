import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { fold } from '../../../../platform/search/index.ts'
import { projectPath } from '../../../../platform/settings/project-path.ts'
import type { EventKind } from '../../../agenda/events/index.ts'
import { kindInWords, kindsOf } from '../../../directory/index.ts'
import { themes } from '../../../networks/index.ts'
import { agreementKinds, type Status, statuses } from '../../../registry/index.ts'
import { readEventWords } from '../../calendars/entries/entry.ts'

type AgreementKind = (typeof agreementKinds)[number]
type Theme = (typeof themes)[number]

/** The words of closed lists, folded, in three languages: what a cell says → its code. */
export interface WordLists {
  agreementKinds: ReadonlyMap<string, AgreementKind>
  themes: ReadonlyMap<string, Theme>
  statuses: ReadonlyMap<string, Status>
  /** Kinds of authorities and other bodies. */
  organisationKinds: ReadonlyMap<string, string>
  eventKinds: ReadonlyMap<string, EventKind>
}

/** Builds the lists from the words of the interface; once a process. */
export function readWordLists(translate: (language: InterfaceLanguage) => Translate): WordLists {
  const kinds = new Map<string, AgreementKind>()
  const themesByWord = new Map<string, Theme>()
  for (const kind of agreementKinds) {
    kinds.set(fold(kind), kind)
    for (const language of interfaceLanguages)
      kinds.set(fold(translate(language)(`registry.agreementKind.${kind}`)), kind)
  }
  for (const kind of agreementKinds)
    for (const word of cellWords().agreementKinds[kind]) kinds.set(fold(word), kind)
  for (const theme of themes) {
    themesByWord.set(fold(theme), theme)
    for (const word of cellWords().themes[theme] ?? []) themesByWord.set(fold(word), theme)
    for (const language of interfaceLanguages)
      themesByWord.set(fold(translate(language)(`networks.theme.${theme}`)), theme)
  }
  const statusesByWord = new Map<string, Status>()
  for (const status of statuses) {
    const words = [status, ...cellWords().statuses[status]]
    for (const language of interfaceLanguages) words.push(translate(language)(`ui.status.${status}`))
    for (const word of words) statusesByWord.set(fold(word), status)
  }
  const organisationKinds = new Map<string, string>()
  for (const kind of kindsOf(null)) {
    organisationKinds.set(fold(kind), kind)
    for (const language of interfaceLanguages)
      organisationKinds.set(fold(kindInWords(translate(language), kind)), kind)
  }
  const { kinds: eventKinds } = readEventWords(translate)
  return {
    agreementKinds: kinds,
    themes: themesByWord,
    statuses: statusesByWord,
    organisationKinds,
    eventKinds,
  }
}

/** The themes that a cell names, and its words that name none. */
export function readThemes(lists: WordLists, text: string): { themes: Theme[]; unknown: string[] } {
  const whole = lists.themes.get(fold(text))
  if (whole) return { themes: [whole], unknown: [] }
  const words = text
    .split(/[,;/·、|\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const found = words.map((word) => ({ word, theme: lists.themes.get(fold(word)) }))
  return {
    themes: [...new Set(found.flatMap(({ theme }) => theme ?? []))],
    unknown: found.flatMap(({ word, theme }) => (theme ? [] : [word])),
  }
}

const schema = z.object({
  countries: z.record(z.string().length(2), z.array(z.string())),
  agreementKinds: wordsSchema(agreementKinds),
  statuses: wordsSchema(statuses),
  themes: z.partialRecord(z.enum(themes), z.array(z.string())),
  /** Time zones by their common names, folded. */
  zones: z.record(z.string(), z.array(z.string())),
})

let known: z.output<typeof schema> | null = null

/** What tables call countries, agreements and themes, besides the names of the interface and of Unicode. */
export function cellWords(): z.output<typeof schema> {
  known ??= readWords('cell-words.json', schema)
  return known
}

/** Lists of words by their meaning. */
export function wordsSchema<const T extends string>(names: readonly T[]) {
  return z.record(z.enum(names), z.array(z.string()))
}

/** A file of words of data/imports. */
export function readWords<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(projectPath('data', 'imports', file), 'utf8')))
}
