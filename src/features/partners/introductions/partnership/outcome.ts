import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { Theme } from '../../../networks/index.ts'
import type { CooperationRow } from '../../../registry/index.ts'

/** In which state a partnership opens a cooperation. */
export const openings = ['in_talks', 'prospective'] as const
export type Opening = (typeof openings)[number]

/** What a partnership becomes in the registry: a cooperation of its own, or part of one that the two have already. */
export type Outcome = { opens: Opening } | { joins: CooperationRow }

interface Chosen {
  outcome: string
  /** The cooperations that whoever chose had before their eyes. */
  offered: readonly string[]
}

/** What was chosen, or what is wrong with it by now: a tie has come or gone meanwhile, or the same one is there already. */
export function readOutcome(
  ties: readonly CooperationRow[],
  themes: readonly Theme[],
  { outcome, offered }: Chosen,
): Outcome | FieldError {
  const opens = openings.find((each) => each === outcome)
  const joins = ties.find(({ id }) => id === outcome)
  if (joins) return { joins }
  if (opens === undefined) return fieldError('outcome', 'partners.introduction.error.tieGone')
  if (ties.some(({ id }) => !offered.includes(id)))
    return fieldError('outcome', 'partners.introduction.error.tieCame')
  return mayOpenAnother(ties, themes)
    ? { opens }
    : fieldError('outcome', 'partners.introduction.error.sameTie')
}

/** Whether a cooperation on some themes could be told apart from those that the two have: one of theirs alone with all of them is the same. */
export function mayOpenAnother(ties: readonly CooperationRow[], themes: readonly Theme[]): boolean {
  return !ties.some((tie) => isOfTwo(tie) && addedThemes(tie, themes).length === 0)
}

/** The themes that a cooperation would gain. */
export function addedThemes(tie: Pick<CooperationRow, 'themes'>, themes: readonly Theme[]): Theme[] {
  return themes.filter((theme) => !tie.themes.includes(theme))
}

/** By what the cooperation that some talks open is known as the same, whichever side comes first. */
export function openedKey(parties: readonly string[], themes: readonly Theme[]): string {
  return [...parties.toSorted(), ...themes.toSorted()].join(' ')
}

function isOfTwo({ parties }: CooperationRow): boolean {
  return parties.filter(({ capacity }) => capacity === 'party').length === 2
}
