import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type InterfaceLanguage, interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { fold } from '../../../../platform/search/index.ts'
import { type EventKind, eventKinds } from '../../../agenda/events/index.ts'
import { type Theme, themes } from '../../../networks/index.ts'

const said = z.object({ text: z.string(), language: z.string() }).nullable()

/** The content of a calendar entry in the terms of the agenda, as JSON stores it. Dates are EDTF, instants ISO in UTC. */
export const entryDocument = z.object({
  title: said,
  summary: said,
  venue: said,
  kind: z.enum(eventKinds),
  themes: z.array(z.enum(themes)),
  when: z.string(),
  /** Hours without a zone. */
  words: said,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  zone: z.string().nullable(),
  isCancelled: z.boolean(),
  isTentative: z.boolean(),
  isPrivate: z.boolean(),
  conferenceUrl: z.string().nullable(),
})
export type EntryDocument = z.output<typeof entryDocument>

/** One event of a calendar, or one occurrence of a series. */
export interface CalendarEntry {
  /** The uid, and which occurrence of a series. */
  key: string
  document: EntryDocument
  digest: string
  sequence: number
  statedAt: Date | null
}

/** A digest of the content of an entry, to detect changes. */
export function digestOf(document: EntryDocument): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 32)
}

/** The words of closed lists, folded, in three languages: what a category or a cell says → its code. */
export interface EventWords {
  kinds: ReadonlyMap<string, EventKind>
  themes: ReadonlyMap<string, Theme>
}

/** Reads the words for kinds of events and for themes from the texts of the interface; Korean offices have others for missions. */
export function readEventWords(translate: (language: InterfaceLanguage) => Translate): EventWords {
  const kinds = new Map<string, EventKind>()
  const themesByWord = new Map<string, Theme>()
  for (const language of interfaceLanguages) {
    const t = translate(language)
    for (const kind of eventKinds) kinds.set(fold(t(`agenda.eventKind.${kind}`)), kind)
    for (const theme of themes) themesByWord.set(fold(t(`networks.theme.${theme}`)), theme)
  }
  for (const kind of eventKinds) kinds.set(fold(kind.replaceAll('_', ' ')), kind)
  for (const word of ['출장', '국외출장', '공무국외출장']) kinds.set(fold(word), 'mission')
  for (const theme of themes) themesByWord.set(fold(theme.replaceAll('_', ' ')), theme)
  return { kinds, themes: themesByWord }
}
