import { capitalized } from '../../platform/i18n/capitalized.ts'
import { writtenLanguages } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { languageInWords } from './language-in-words.ts'

/** A page by secret link in the other languages of the group: the header’s links would give the secret to no page. */
export function LanguageLinks({ addressIn }: { addressIn: (language: string) => string }) {
  const reader = useReader()
  const others = writtenLanguages(reader).filter((language) => language !== reader.language)
  return (
    <p class="language-links">
      {others.map((language) => (
        <a key={language} href={addressIn(language)} lang={language} hreflang={language}>
          {capitalized(languageInWords({ ...reader, interfaceLanguage: language }, language), language)}
        </a>
      ))}
    </p>
  )
}
