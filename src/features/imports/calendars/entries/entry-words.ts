import { type InterfaceLanguage, interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { fold } from '../../../../platform/search/index.ts'
import { type EventKind, eventKinds } from '../../../agenda/events/index.ts'
import { type Theme, themes } from '../../../networks/index.ts'

/** The words of closed lists, folded, in three languages: what a category or a cell says → its code. */
export interface EventWords {
  kinds: ReadonlyMap<string, EventKind>
  themes: ReadonlyMap<string, Theme>
}

/** Reads the words for kinds of events and for themes from the texts of the interface. */
export function readEventWords(translate: (language: InterfaceLanguage) => Translate): EventWords {
  const kinds = new Map<string, EventKind>()
  const themesByWord = new Map<string, Theme>()
  for (const language of interfaceLanguages) {
    const t = translate(language)
    for (const kind of eventKinds) kinds.set(fold(t(`agenda.eventKind.${kind}`)), kind)
    for (const theme of themes) themesByWord.set(fold(t(`networks.theme.${theme}`)), theme)
  }
  for (const kind of eventKinds) kinds.set(fold(kind.replaceAll('_', ' ')), kind)
  for (const theme of themes) themesByWord.set(fold(theme.replaceAll('_', ' ')), theme)
  return { kinds, themes: themesByWord }
}
