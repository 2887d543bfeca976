import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { AgreementKind, AgreementState } from '../codes.ts'

export interface NewAgreement {
  kind: AgreementKind
  title: LocalizedText
  object?: LocalizedText
  /** Those who signed or are to sign: the parties of the tie, or other bodies beneath it. */
  parties: { organisationId: string; signatory?: LocalizedText }[]
  /** The agreement under which this one stands. */
  parentId?: string | null
  plannedAmount?: { amount: string; currency: string } | null
  /** Its life so far; empty for kind `none` and where no source tells. */
  steps: { state: AgreementState; on?: string | null; words?: LocalizedText; knownOn: string }[]
  position: number
  knownOn: string
}

/** Writes an instrument of a cooperation, or the statement that there is none; answers its id. */
export async function writeAgreement(
  context: Context,
  cooperation: { id: string; networkId: string },
  agreement: NewAgreement,
): Promise<string> {
  const agreementId = newId()
  await context.database
    .insertInto('registry_agreement')
    .values({
      agreement_id: agreementId,
      cooperation_id: cooperation.id,
      network_id: cooperation.networkId,
      parent_id: agreement.parentId ?? null,
      kind: agreement.kind,
      title: JSON.stringify(agreement.title),
      object: JSON.stringify(agreement.object ?? {}),
      planned_amount: agreement.plannedAmount?.amount ?? null,
      currency: agreement.plannedAmount?.currency ?? null,
      position: agreement.position,
      known_on: agreement.knownOn,
    })
    .execute()
  if (agreement.parties.length > 0) {
    await context.database
      .insertInto('registry_agreement_party')
      .values(
        agreement.parties.map((party, position) => ({
          agreement_id: agreementId,
          organisation_id: party.organisationId,
          signatory: JSON.stringify(party.signatory ?? {}),
          position,
        })),
      )
      .execute()
  }
  if (agreement.steps.length > 0) {
    await context.database
      .insertInto('registry_agreement_step')
      .values(
        agreement.steps.map((step, position) => {
          const date = step.on ? readEdtf(step.on) : null
          return {
            agreement_id: agreementId,
            position,
            state: step.state,
            happened: date?.edtf ?? null,
            happened_from: date?.from ?? null,
            happened_to: date?.to ?? null,
            words: JSON.stringify(step.words ?? {}),
            known_on: step.knownOn,
          }
        }),
      )
      .execute()
  }
  return agreementId
}
