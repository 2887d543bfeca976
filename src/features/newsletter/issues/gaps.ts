import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { type Issue, type IssuePart, shownParts, titleOf, wordsOf } from './issue.ts'

/** A text that readers of one language would get in another one, or in an unreviewed or outdated translation. */
export interface Gap {
  /** The text, in whichever languages it has. */
  text: LocalizedText
  state: 'other' | 'stale' | 'machine'
  /** Steps below the address of the draft to the form that fixes it. */
  mended: string[]
}

/** What readers in a language would miss. */
export function gapsIn(issue: Issue, language: string): Gap[] {
  const texts: [LocalizedText, string[]][] = [
    [issue.title, ['words']],
    [issue.introduction, ['words']],
    ...shownParts(issue.parts).flatMap(textsOf),
  ]
  return texts.flatMap(([text, mended]) => {
    const state = gapOf(text, language)
    return state === null ? [] : [{ text, state, mended }]
  })
}

/** Whether a letter has texts and none of them in a language; titles of sources, which are written in every language, aside. */
export function hasNoText(issue: Issue, language: string): boolean {
  const texts = shownParts(issue.parts)
    .flatMap((part) => textsOf(part).slice(part.kind === 'items' ? 1 : 0))
    .map(([text]) => Object.keys(text))
    .filter((languages) => languages.length > 0)
  return texts.length > 0 && !texts.some((languages) => languages.includes(language))
}

function gapOf(text: LocalizedText, language: string): Gap['state'] | null {
  const chosen = chooseText(text, language)
  if (chosen === null) return null
  if (chosen.language !== language) return 'other'
  return chosen.state === 'stale' || chosen.state === 'machine' ? chosen.state : null
}

function textsOf(part: IssuePart): [LocalizedText, string[]][] {
  const own = ['parts', part.id]
  switch (part.kind) {
    case 'items':
      return [
        [titleOf(part), own],
        ...part.items.flatMap((item): [LocalizedText, string[]][] => {
          const mended = [...own, 'items', item.key]
          const { title, text } = wordsOf(item)
          return [
            [title, mended],
            [text, mended],
          ]
        }),
      ]
    case 'text':
      return [
        [part.title, own],
        [part.text, own],
      ]
    case 'quote':
      return [[part.text, own]]
    case 'button':
      return [[part.label, own]]
    case 'picture':
      return [
        [part.alternative, own],
        [part.caption, own],
      ]
  }
}
