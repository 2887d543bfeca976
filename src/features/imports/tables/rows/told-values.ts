import type { ToldValue } from '../../parts/part-values.ts'
import type { Field } from '../fields.ts'
import type { RowFacts } from './row-facts.ts'

/** One thing that a row says of a cooperation, and the field of its cell. */
export interface RowValue {
  field: Field
  value: ToldValue
}

/** What a row says of a cooperation besides its parties. */
export function valuesOf(facts: RowFacts, language: string): RowValue[] {
  const { since, sinceField, summary, themes, status } = facts
  return [
    ...(since ? [{ field: sinceField, value: { part: 'since' as const, date: since.edtf } }] : []),
    ...agreementOf(facts),
    ...themes.map(
      (theme): RowValue => ({ field: 'themes', value: { part: 'theme', theme, isWished: false } }),
    ),
    ...(status === null
      ? []
      : [{ field: 'status' as const, value: { part: 'standing' as const, status, intention: null } }]),
    ...(summary === ''
      ? []
      : [{ field: 'summary' as const, value: { part: 'summary' as const, text: summary, language } }]),
  ]
}

function agreementOf({ agreementKind, agreementOn, agreementTitle }: RowFacts): RowValue[] {
  if (agreementKind === null && agreementOn === null && agreementTitle === '') return []
  const isNone = agreementKind === 'none'
  const field = agreementOn ? 'agreement.on' : agreementKind ? 'agreement.kind' : 'agreement.title'
  const value: ToldValue = {
    part: 'agreement',
    // A title without a kind says that there is an agreement, not which.
    kind: agreementKind ?? 'cooperation_agreement',
    state: isNone || agreementOn === null ? null : 'signed',
    date: isNone ? null : (agreementOn?.edtf ?? null),
    label: agreementTitle,
  }
  return [{ field, value }]
}
