import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { NewAction } from '../actions/action.ts'

export const decisionStates = ['decided', 'proposed', 'wished', 'need'] as const
export type DecisionState = (typeof decisionStates)[number]

/** What a group decided, proposed, wished or needs. */
export interface NewDecision {
  /** An existing slug; made from the words otherwise. */
  slug?: string
  text: LocalizedText
  /** Who said so, in words. Personal data are for public functions only. */
  saidBy: LocalizedText
  state: DecisionState
  /** EDTF of the due date, or null. */
  horizon: string | null
  horizonWords?: LocalizedText
  /** The sentence of the minutes that says so: evidence once the minutes are final. */
  quotation?: string
  actions?: NewAction[]
  knownOn: string
}
