import type { TextState } from '../../platform/i18n/localized-text.ts'
import { useReader } from '../reader.tsx'
import { languageInWords } from './language-in-words.ts'

/** Names the language of a passage in the words of the reader, if it is not theirs. */
export function LanguageTag({ language }: { language: string }) {
  const reader = useReader()
  if (language === reader.language || language === reader.interfaceLanguage) return null
  return (
    <>
      {' '}
      <span class="tag">{languageInWords(reader, language)}</span>
    </>
  )
}

/** Says that a text is a machine translation, or that its original has changed since. */
export function StateTag({ state }: { state: TextState }) {
  const reader = useReader()
  if (state !== 'machine' && state !== 'stale') return null
  return (
    <>
      {' '}
      <span class="tag">{reader.t(state === 'machine' ? 'ui.text.machine' : 'ui.text.stale')}</span>
    </>
  )
}
