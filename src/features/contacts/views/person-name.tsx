import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { writtenNames } from './name-words.ts'

/** A person’s name as they write it, and romanised: the one in the reader’s script comes first. */
export function PersonName({ name }: { name: LocalizedName }) {
  const reader = useReader()
  return (
    <>
      {writtenNames(reader, name).map(([language, text], index) => (
        <span
          key={language}
          class={index === 0 ? 'name' : 'own-name'}
          {...languageAttributes(reader, language)}
        >
          {index === 0 ? text : ` ${text}`}
        </span>
      ))}
    </>
  )
}
