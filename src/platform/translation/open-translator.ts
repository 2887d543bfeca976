import type { TranslationSettings } from '../settings/settings.ts'
import { deepl } from './deepl.ts'
import { libreTranslate } from './libretranslate.ts'
import type { Translator } from './translator.ts'

/** The service that the settings name, or null: then nothing is offered. */
export function openTranslator({ kind, url, key }: TranslationSettings): Translator | null {
  if (url === null) return null
  return kind === 'deepl' ? deepl(url, key ?? '') : libreTranslate(url, key)
}
