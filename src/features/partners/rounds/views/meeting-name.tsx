import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'

interface MeetingNameProps {
  reader: Reader
  meeting: { slug: string; title: LocalizedText }
}

/** The title of a meeting, in the language in which there is one. */
export function MeetingName({ reader, meeting: { slug, title } }: MeetingNameProps) {
  const chosen = chooseText(title, reader.language)
  return <span {...(chosen ? languageAttributes(reader, chosen.language) : {})}>{chosen?.text ?? slug}</span>
}
