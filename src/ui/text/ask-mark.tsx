import { type ChosenText, chooseText, type LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Reader, UnreadText } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'

/** The passage that a reader gets: in the language of the page, else in one that they said they read, else by `chooseText`. */
export function chooseRead(reader: Reader, text: LocalizedText): ChosenText | null {
  const read = [reader.language, ...(reader.person?.reads ?? [])].find((each) => text[each]?.text)
  return chooseText(text, read ?? reader.language)
}

interface AskMarkProps extends UnreadText {
  /** The language in which the text is shown. */
  shown: string
}

/** The place at which a person asks for the translation of a text that they cannot read: written in before the page is sent. */
export function AskMark({ text, apart, shown }: AskMarkProps) {
  const { person, unread } = useReader()
  if (!unread || !person?.reads || person.reads.includes(shown)) return null
  return <span data-ask={unread.push({ text, apart }) - 1} />
}

/**
 * Writes each mark of a page anew. Within what is itself pressed, such as a link, there is room for none; that of a heading comes after it.
 */
export function replaceMarks(html: string, write: (index: number) => string): string {
  let pressed = 0
  let heading: string | null = null
  return html.replaceAll(
    /<span data-ask="(\d+)"><\/span>|<(\/?)(a|button|summary|label|option|title|h[1-6])\b[^>]*>/g,
    (found, index: string | undefined, end: string | undefined, name = '') => {
      if (index !== undefined) {
        const written = pressed > 0 ? '' : write(Number(index))
        if (heading === null) return written
        heading += written
        return ''
      }
      if (name[0] === 'h') {
        const after = heading ?? ''
        heading = end === '/' ? null : ''
        return found + after
      }
      pressed += end === '/' ? -1 : 1
      return found
    },
  )
}
