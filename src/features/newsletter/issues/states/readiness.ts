import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Issue } from '../issue.ts'
import { shownParts } from '../part.ts'

/** What stands in the way of an approval. */
export type Hindrance = 'untitled' | 'empty' | 'second'

/** Why a letter cannot be approved by this person, whichever order they mend it in. */
export function hindrancesOf(
  issue: Issue,
  { needsSecond, personId }: { needsSecond: boolean; personId: string | null },
): Hindrance[] {
  const found: Hindrance[] = []
  if (chooseText(issue.title, '') === null) found.push('untitled')
  if (shownParts(issue.parts).length === 0) found.push('empty')
  if (needsSecond && (personId === null || personId === issue.changedBy)) found.push('second')
  return found
}
