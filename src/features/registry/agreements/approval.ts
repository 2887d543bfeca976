import { readEdtf } from '../../../platform/dates/index.ts'
import type { AgreementState } from '../codes.ts'

interface Step {
  state: AgreementState
  /** EDTF, or null. */
  on: string | null
}

/**
 * What to check about a signature: councils deliberate before an agreement is signed. `afterSignature` if the vote is certainly later,
 * `unknown` if none is recorded; null if there is no doubt. It is a doubt, and forbids nothing.
 */
export function approvalDoubt(steps: readonly Step[]): 'afterSignature' | 'unknown' | null {
  const signed = steps.filter(({ state }) => state === 'signed')
  const approved = steps.filter(({ state }) => state === 'approved')
  if (signed.length === 0) return null
  if (approved.length === 0) return 'unknown'
  const firstApproval = days(approved, 'from').sort()[0]
  const firstSignature = days(signed, 'to').sort()[0]
  return firstApproval && firstSignature && firstApproval > firstSignature ? 'afterSignature' : null
}

function days(steps: readonly Step[], end: 'from' | 'to'): string[] {
  return steps.flatMap(({ on }) => (on === null ? [] : (readEdtf(on)[end] ?? [])))
}
