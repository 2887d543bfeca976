import type { Context } from '../../../../platform/context/context.ts'
import { fold } from '../../../../platform/search/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { listRelatives } from '../comparison/queries.ts'
import type { FactParty, FactValue, Question, TieValue } from '../facts/fact.ts'
import { signatureOf } from '../facts/signature.ts'
import type { ReadFact } from './facts-of-reading.ts'
import { listOnlyBearers } from './queries.ts'

export interface PlacedFact extends ReadFact {
  signature: string
  /** The tie to which it belongs, if that was stored before. */
  tieId?: string | null
}

/**
 * Facts with their organisations looked up in the directory. A party that it does not hold (of a country that is not loaded) becomes
 * a question, and so does a body whose name matches none or several.
 */
export async function placeFacts(
  context: Context,
  facts: readonly ReadFact[],
  tieOf: (index: number) => TieValue | null = () => null,
): Promise<PlacedFact[]> {
  const settled = await settleFamilies(context, facts)
  const parties = settled.flatMap(({ value }) => partiesOf(value))
  const held = await listOrganisationRefs(
    context,
    parties.flatMap(({ organisationId }) => organisationId ?? []),
  )
  const names = settled.flatMap(({ value }) => (value.part === 'actor' ? [fold(value.name)] : []))
  const bearers = await listOnlyBearers(context, [...new Set(names)])
  const placed = settled.map((fact): ReadFact => {
    const value = settle(fact.value, (id) => held.has(id), bearers)
    return { ...fact, value, question: fact.question ?? questionOf(value) }
  })
  return placed.map((fact, index) => {
    const tie = fact.tie === null ? tieOf(index) : placed[fact.tie]?.value
    return { ...fact, signature: signatureOf(fact.value, tie?.part === 'tie' ? tie : null) }
  })
}

// Namesakes that are predecessors and successors of each other are one authority under two codes: the likeliest represents all.
async function settleFamilies(context: Context, facts: readonly ReadFact[]): Promise<ReadFact[]> {
  const open = facts.flatMap(({ value }) => partiesOf(value)).filter(isAmongSeveral)
  const ids = open.flatMap(({ candidates }) =>
    candidates.flatMap(({ organisationId }) => organisationId ?? []),
  )
  if (ids.length === 0) return [...facts]
  const relatives = await listRelatives(context, [...new Set(ids)])
  const isFamily = ({ candidates }: FactParty) => {
    const [first, ...others] = candidates.map(({ organisationId }) => organisationId)
    const family = first == null ? undefined : relatives.get(first)
    return others.every((other) => other != null && family?.has(other) === true)
  }
  const known = (party: FactParty): FactParty =>
    isAmongSeveral(party) && isFamily(party)
      ? { ...party, organisationId: party.candidates[0]?.organisationId ?? null }
      : party
  return facts.map((fact) => {
    const value = withParties(fact.value, known)
    const isOpen = partiesOf(value).some(({ organisationId }) => organisationId === null)
    return { ...fact, value, question: fact.question === 'party' && !isOpen ? null : fact.question }
  })
}

const isAmongSeveral = ({ organisationId, candidates }: FactParty) =>
  organisationId === null && candidates.length > 1

/** The value with each of its parties changed. */
export function withParties(
  value: FactValue,
  change: (party: FactParty, side: number) => FactParty,
): FactValue {
  if (value.part === 'tie') return { ...value, parties: value.parties.map(change) }
  return value.part === 'interest' ? { ...value, party: change(value.party, 0) } : value
}

function settle(
  value: FactValue,
  isHeld: (id: string) => boolean,
  bearers: ReadonlyMap<string, string>,
): FactValue {
  const known = (party: FactParty): FactParty =>
    party.organisationId !== null && !isHeld(party.organisationId)
      ? { ...party, organisationId: null }
      : party
  if (value.part === 'actor')
    return { ...value, organisationId: value.organisationId ?? bearers.get(fold(value.name)) ?? null }
  return withParties(value, known)
}

/** The question that a value leaves open for a person to settle. */
export function questionOf(value: FactValue): Question | null {
  if ('openDate' in value && value.openDate !== undefined) return 'date'
  if (value.part === 'participant') return value.mayBe === undefined ? null : 'person'
  if (value.part === 'actor') return value.organisationId === null ? 'actor' : null
  return partiesOf(value).some(({ organisationId }) => organisationId === null) ? 'party' : null
}

/** The organisations that a fact names as sides of a tie, or as looking for a partner. */
export function partiesOf(value: FactValue): FactParty[] {
  if (value.part === 'tie') return value.parties
  return value.part === 'interest' ? [value.party] : []
}

/** The ids of all known organisations that a fact names. */
export function organisationsIn(value: FactValue): string[] {
  if (value.part === 'actor') return value.organisationId === null ? [] : [value.organisationId]
  return partiesOf(value).flatMap(({ organisationId }) => organisationId ?? [])
}
