import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { Theme } from '../../../networks/index.ts'
import type { CooperationSummary } from '../../../registry/index.ts'

/** In which state a partnership opens a cooperation. */
export const openings = ['in_talks', 'prospective'] as const
export type Opening = (typeof openings)[number]

/** What a partnership becomes in the registry: a cooperation of its own, or part of one that the two have already. */
export type Outcome = { opens: Opening } | { joins: CooperationSummary }

interface Chosen {
  outcome: string
  /** The cooperations that the person who chose was shown. */
  offered: readonly string[]
}

/** What was chosen, or what is wrong with it now: a tie has come or gone meanwhile, or an identical one is there already. */
export function readOutcome(
  ties: readonly CooperationSummary[],
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

/** Whether a cooperation on some themes would differ from the ties of the two: not if a tie of these two alone has all of them. */
export function mayOpenAnother(ties: readonly CooperationSummary[], themes: readonly Theme[]): boolean {
  return !ties.some((tie) => isOfTwo(tie) && addedThemes(tie, themes).length === 0)
}

/** The themes that a cooperation would gain. */
export function addedThemes(tie: Pick<CooperationSummary, 'themes'>, themes: readonly Theme[]): Theme[] {
  return themes.filter((theme) => !tie.themes.includes(theme))
}

/** By what the cooperation that some talks open is known as the same, whichever side comes first. */
export function openedKey(parties: readonly string[], themes: readonly Theme[]): string {
  return [...parties.toSorted(), ...themes.toSorted()].join(' ')
}

function isOfTwo({ parties }: CooperationSummary): boolean {
  return parties.filter(({ capacity }) => capacity === 'party').length === 2
}
