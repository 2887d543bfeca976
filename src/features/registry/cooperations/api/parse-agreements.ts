import { newId } from '../../../../platform/context/identifier.ts'
import { matchEntries, refuseRepeated } from '../../../../platform/records/api/program-entries.ts'
import { documentPath } from '../../../../platform/records/api/program-record.ts'
import type { AgreementEntry } from '../document/schema.ts'
import { readAmount } from '../forms/amount.ts'
import type { Reading } from './parse-cooperation.ts'
import type { CooperationInput } from './schema.ts'

type SentAgreement = CooperationInput['agreements'][number]

/** The agreements of a tie after a program sent them. */
export function agreementsAfter(reading: Reading, sent: SentAgreement[]): AgreementEntry[] {
  const { before, context } = reading.call
  const at = [...documentPath, 'agreements']
  const matched = matchEntries(before.agreements, sent, at, reading.wrong)
  const parents = new Set(sent.flatMap(({ id, parent }) => (id !== undefined && parent === null ? [id] : [])))
  return sent.map((agreement, index) => {
    const found = matched[index]
    refuseContradictions(reading, agreement, [...at, index])
    if (agreement.parent !== null && (!parents.has(agreement.parent) || agreement.parent === agreement.id))
      reading.wrong.add(
        [...at, index, 'parent'],
        'the id of an agreement of this list that has no parent itself',
      )
    const path = ['agreements', index]
    return {
      id: found?.id ?? newId(),
      parentId: agreement.parent,
      kind: agreement.kind,
      title: reading.text(found?.title, agreement.title, [...path, 'title']),
      object: reading.text(found?.object, agreement.object, [...path, 'object']),
      plannedAmount: amountAfter(found, agreement.planned_amount),
      currency: agreement.currency,
      parties: agreement.parties.map(({ slug, signatory }, place) => {
        const id = reading.idOf(slug)
        const was = found?.parties.find((party) => party.id === id)?.signatory
        return { id, signatory: reading.text(was, signatory, [...path, 'parties', place, 'signatory']) }
      }),
      steps: stepsAfter(reading, found, agreement, [...at, index, 'steps']),
      knownOn: found?.knownOn ?? context.today,
    }
  })
}

// In the database’s notation, unless the amount is the same already.
function amountAfter(found: AgreementEntry | undefined, sent: string | null): string | null {
  return sent === null || sent === found?.plannedAmount ? sent : readAmount(sent)
}

function refuseContradictions(
  { wrong }: Reading,
  agreement: SentAgreement,
  at: readonly PropertyKey[],
): void {
  const slugs = agreement.parties.map(({ slug }) => slug)
  refuseRepeated(slugs, (index) => [...at, 'parties', index, 'slug'], wrong)
  if (agreement.kind === 'none' && agreement.steps.length > 0)
    wrong.add([...at, 'steps'], 'no steps where there is no agreement')
  if ((agreement.planned_amount === null) !== (agreement.currency === null))
    wrong.add([...at, 'currency'], 'a currency where there is an amount, and only there')
}

function stepsAfter(
  { call: { context }, wrong }: Reading,
  found: AgreementEntry | undefined,
  { steps }: SentAgreement,
  at: readonly PropertyKey[],
): AgreementEntry['steps'] {
  const matched = matchEntries(found?.steps ?? [], steps, at, wrong)
  return steps.map(({ state, on }, index) => {
    const before = matched[index]
    return {
      id: before?.id ?? newId(),
      state,
      on,
      words: before && before.on === on ? before.words : {},
      knownOn: before?.knownOn ?? context.today,
    }
  })
}
