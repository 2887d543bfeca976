import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'

interface MeetingNameProps {
  meeting: { slug: string; title: LocalizedText }
}

/** The title of a meeting, in the language in which there is one. */
export function MeetingName({ meeting: { slug, title } }: MeetingNameProps) {
  const reader = useReader()
  const chosen = chooseText(title, reader.language)
  return <span {...(chosen ? languageAttributes(reader, chosen.language) : {})}>{chosen?.text ?? slug}</span>
}
