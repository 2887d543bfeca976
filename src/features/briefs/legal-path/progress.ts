import { approvalDoubt } from '../../registry/agreements/index.ts'
import type { AgreementState } from '../../registry/index.ts'
import type { LegalPath } from './legal-path.ts'
import type { Act, Rule, StepKey } from './rules.ts'

/** How far a step is, as the record of an agreement says. */
export const progressStates = ['done', 'not_done', 'unknown', 'out_of_order'] as const

export interface Progress {
  state: (typeof progressStates)[number]
  /** The step of the agreement that says so, with its date (EDTF) where it has one. */
  evidence: { state: AgreementState; happened: string | null } | null
}

/** What is recorded of an agreement on a day: its life, oldest first. */
export interface RecordedAct {
  kind: Act
  steps: readonly { state: AgreementState; happened: string | null }[]
}

const recordedBy: Partial<Record<StepKey, AgreementState>> = {
  vote: 'approved',
  convention: 'signed',
  sign: 'signed',
  transmit: 'transmitted',
}
const unsigned: readonly AgreementState[] = ['draft', 'in_talks', 'unsigned']

/**
 * How far a step is; null for one that nobody has to take. It is out of order only where the vote is certainly later than the signature: a
 * vague date gets the benefit of the doubt. What nothing is recorded of is unknown, unless the text waits to be signed on the day.
 */
export function progressOf(
  { step, required }: Pick<Rule, 'step' | 'required'>,
  act: RecordedAct,
): Progress | null {
  if (required === 'no') return null
  const told = recordedBy[step]
  const found = act.steps.find(({ state }) => state === told)
  if (found) {
    const steps = act.steps.map(({ state, happened }) => ({ state, on: happened }))
    const isLate = step === 'vote' && approvalDoubt(steps) === 'afterSignature'
    return { state: isLate ? 'out_of_order' : 'done', evidence: found }
  }
  const last = act.steps.at(-1)
  const isSigned = act.steps.some(({ state }) => state === 'signed')
  const waits =
    last && (unsigned.includes(last.state) || (last.state === 'approved' && step !== 'vote' && !isSigned))
  return told && waits ? { state: 'not_done', evidence: last } : { state: 'unknown', evidence: null }
}

/** What is to be heeded of a whole path, and of the record of the tie whose act it is. */
export function wholeCautions(
  { sides, cautions }: Pick<LegalPath<unknown>, 'sides' | 'cautions'>,
  tie: { act: RecordedAct; isVague: boolean } | null,
): ('same_country' | 'vague_day' | 'which_council')[] {
  if (tie === null) return [...cautions]
  const voted = tie.act.steps.filter(({ state }) => state === 'approved').length
  const voting = sides.filter((side) => side.steps.some(({ step }) => step === 'vote')).length
  return [
    ...cautions,
    ...(tie.isVague ? ['vague_day' as const] : []),
    // One recorded vote stands for several councils: the record does not say which of them voted.
    ...(voted > 0 && voted < voting ? ['which_council' as const] : []),
  ]
}
