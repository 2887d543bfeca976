import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { NewAction } from '../actions/action.ts'

export const decisionStates = ['decided', 'proposed', 'wished', 'need'] as const
export type DecisionState = (typeof decisionStates)[number]

/** What a group decided, proposed, wished or needs. */
export interface NewDecision {
  /** Where it has one already; made of its words otherwise. */
  slug?: string
  text: LocalizedText
  /** Who says so, in words; personal data are for public functions alone. */
  saidBy: LocalizedText
  state: DecisionState
  /** EDTF by which it is due, or null. */
  horizon: string | null
  horizonWords?: LocalizedText
  /** The sentence of the minutes that says so: evidence once the minutes are final. */
  quotation?: string
  actions?: NewAction[]
  knownOn: string
}
