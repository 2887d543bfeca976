import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { type Issue, shownParts } from '../issue.ts'

/** What prevents an approval. */
export type Hindrance = 'untitled' | 'empty' | 'second'

/** Why this person cannot approve a letter, in no particular order. */
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
