import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { UnreadText } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { AskMark, chooseRead } from './ask-mark.tsx'
import { languageAttributes } from './language-attributes.ts'
import { LanguageTag, StateTag } from './text-tags.tsx'

interface PassageProps {
  text: LocalizedText
  as?: 'p' | 'span' | 'div' | 'blockquote'
  class?: string
  /**
   * `false` leaves the tags out of a crowded table: the page must then say it once elsewhere. `ask` leaves them out of the heading of a page,
   * but for people who may ask for a translation there.
   */
  tags?: boolean | 'ask'
  /** What it is, where only some read it. */
  apart?: UnreadText['apart']
}

/** Prose in the reader’s language if there is one, else in one that they read or the original’s, with a small note on its state. */
export function Passage({ text, as: Tag = 'p', class: className, tags = true, apart = null }: PassageProps) {
  const reader = useReader()
  const chosen = chooseRead(reader, text)
  if (!chosen) return null
  const classes = className ? `passage ${className}` : 'passage'
  if (tags === false || (tags === 'ask' && !reader.unread)) {
    return (
      <Tag class={classes} {...languageAttributes(reader, chosen.language)}>
        {chosen.text}
      </Tag>
    )
  }
  return (
    <Tag class={classes}>
      <span {...languageAttributes(reader, chosen.language)}>{chosen.text}</span>
      <LanguageTag language={chosen.language} />
      <StateTag state={chosen.state} />
      <AskMark text={text} apart={apart} shown={chosen.language} />
    </Tag>
  )
}
