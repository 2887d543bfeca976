import { joinPassages } from './draft-passage.ts'
import { isKeyValue } from './lines/wrapped-lines.ts'
import type { TextPassage } from './text-document.ts'

/** Joins a paragraph that the end of a page cut: it ends no sentence, and the next one begins in lower case. */
export function joinCutParagraphs(passages: readonly TextPassage[]): TextPassage[] {
  const groups: { first: TextPassage; others: TextPassage[] }[] = []
  let isCut = false
  for (const passage of passages) {
    const last = groups.at(-1)
    const isSame = passage.kind === 'paragraph' && passage.quoted === last?.first.quoted
    if (last && isCut && isSame && startsInLowerCase(passage.text)) {
      last.others.push(passage)
    } else groups.push({ first: passage, others: [] })
    isCut = passage.kind === 'paragraph' && !endsSentence(passage.text) && !isKeyValue(passage.text)
  }
  return groups.map(({ first, others }) => joinPassages(first, others))
}

export const endsSentence = (text: string) => /[.!?…:;](?:[\s)\]»”"]*)$/u.test(text)
export const startsInLowerCase = (text: string) => /^\p{Ll}/u.test(text)
