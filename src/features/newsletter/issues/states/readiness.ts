import type { Actor } from '../../../../platform/context/actor.ts'
import { isSecondPerson } from '../../../../platform/editions/second-person.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { type Issue, shownParts } from '../issue.ts'

/** What prevents an approval. */
export type Hindrance = 'untitled' | 'empty' | 'second'

/** Why the actor cannot approve a letter, in no particular order. */
export function hindrancesOf(
  issue: Issue,
  { needsSecond, actor }: { needsSecond: boolean; actor: Actor },
): Hindrance[] {
  const found: Hindrance[] = []
  if (chooseText(issue.title, '') === null) found.push('untitled')
  if (shownParts(issue.parts).length === 0) found.push('empty')
  if (needsSecond && !isSecondPerson(actor, issue.changedBy)) found.push('second')
  return found
}
