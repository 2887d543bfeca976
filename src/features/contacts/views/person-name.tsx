import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'

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

/** The spellings of a person’s name, the one in the reader’s script first: `['ko-Latn', 'Kim Minsu'], ['ko', '김민수']`. */
function writtenNames({ interfaceLanguage }: Pick<Reader, 'interfaceLanguage'>, name: LocalizedName) {
  return Object.entries(name).toSorted(
    ([a], [b]) => nearness(interfaceLanguage, b) - nearness(interfaceLanguage, a) || (a < b ? -1 : 1),
  )
}

/** The spellings of `writtenNames` as one text: « Kim Minsu (김민수) ». */
export function nameWords(reader: Pick<Reader, 'interfaceLanguage'>, name: LocalizedName): string {
  return writtenNames(reader, name)
    .map(([, text], index) => (index === 0 ? text : `(${text})`))
    .join(' ')
}

// Readers of Hangul read the name itself; readers of another script than the name’s read it romanised.
function nearness(reading: string, tag: string): number {
  const [language, script] = tag.split('-')
  if (language === reading) return script === undefined ? 3 : 1
  return script === 'Latn' ? 2 : 0
}
