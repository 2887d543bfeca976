import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'

export const actionStates = ['open', 'done', 'dropped', 'postponed'] as const
export type ActionState = (typeof actionStates)[number]

/** What an authority or a person is to do about a decision. */
export interface NewAction {
  text: LocalizedText
  organisationId: string | null
  /** Function and name, in words. */
  person: string
  /** EDTF; `dueWords` says what it cannot. */
  due: string | null
  dueWords: LocalizedText
  knownOn: string
}

export interface Action {
  id: string
  decisionId: string
  text: LocalizedText
  organisation: OrganisationRef | null
  person: string
  /** By when, after the last postponement. */
  due: string | null
  dueTo: string | null
  dueWords: LocalizedText
  state: ActionState
  knownOn: string
  /** Newest first. */
  steps: ActionStep[]
}

export interface ActionStep {
  state: ActionState
  note: string
  due: string | null
  dueWords: LocalizedText
  /** Null for readers who may not know who said so. */
  by: string | null
  madeAt: string
}

/** Whether an action is still to be done. */
export function isOpen({ state }: Pick<Action, 'state'>): boolean {
  return state === 'open' || state === 'postponed'
}

/** Whether its last possible day has passed. */
export function isOverdue(action: Pick<Action, 'state' | 'dueTo'>, today: string): boolean {
  return isOpen(action) && action.dueTo !== null && action.dueTo < today
}
