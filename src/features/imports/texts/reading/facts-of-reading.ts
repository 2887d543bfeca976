import type { Context } from '../../../../platform/context/context.ts'
import { fold } from '../../../../platform/search/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import type { ResourceValue, TieFactValue } from '../../parts/part-values.ts'
import type {
  Quotation,
  ReadCooperation,
  ReadInterest,
  Reading,
  ReadParty,
  ReadResource,
} from '../../understanding/reading.ts'
import { listRelatives } from '../comparison/queries.ts'
import { type FactParty, type FactValue, type Question, signatureOf, type TieValue } from '../facts/fact.ts'
import { listOnlyBearers } from './queries.ts'

/** A fact as it is read, before it is stored. */
export interface ReadFact {
  value: FactValue
  quote: Quotation
  question: Question | null
  /** Place of the fact that states its tie, among all. */
  tie: number | null
}

/** Everything that a reading says of ties, interests and links, one fact each, in the order of the text. */
export function factsOfReading(reading: Reading): ReadFact[] {
  const facts: ReadFact[] = []
  const groups = [
    ...meetingFacts(reading),
    ...reading.cooperations.map((tie, at) => ({
      quote: tie.quote,
      facts: tieFacts(
        tie,
        reading.resources.filter(({ cooperation }) => cooperation === at),
      ),
    })),
    ...reading.interested.map((interest) => ({ quote: interest.quote, facts: [interestFact(interest)] })),
    ...reading.resources.flatMap((resource) =>
      resource.cooperation === null
        ? [{ quote: resource.quote, facts: [fact(resourceOf(resource), resource.quote)] }]
        : [],
    ),
  ].toSorted((a, b) => a.quote.passage - b.quote.passage || a.quote.start - b.quote.start)
  for (const group of groups) {
    const first = facts.length
    for (const each of group.facts) facts.push(each.tie === null ? each : { ...each, tie: first })
  }
  return facts
}

// Open points become questions of the fact: who a party is, when an agreement was signed, whether two names are one.
function tieFacts(tie: ReadCooperation, resources: readonly ReadResource[]): ReadFact[] {
  const { status, since, agreements, themes, actors, activities } = tie
  const value: TieValue = { part: 'tie', parties: tie.parties.map(partyOf), isBeside: tie.isBeside }
  const isOpen = value.parties.some(({ organisationId }) => organisationId === null)
  const told: { value: TieFactValue; quote: Quotation }[] = [
    ...(status
      ? [
          {
            value: { part: 'standing' as const, status: status.status, intention: status.intention },
            quote: status.quote,
          },
        ]
      : []),
    ...(since ? [{ value: { part: 'since' as const, date: since.date }, quote: since.quote }] : []),
    ...agreements.map(({ kind, state, date, openDate, label, quote }) => ({
      value: { part: 'agreement' as const, kind, state, date, openDate, label },
      quote,
    })),
    ...activities.map(({ title, kind, date, openDate, state, quote }) => ({
      value: { part: 'activity' as const, title, kind, date, openDate, state },
      quote,
    })),
    ...themes.map(({ theme, isWished, quote }) => ({
      value: { part: 'theme' as const, theme, isWished },
      quote,
    })),
    ...actors.map(({ name, quote }) => ({
      value: { part: 'actor' as const, name, organisationId: null },
      quote,
    })),
    ...resources.map((resource) => ({ value: resourceOf(resource), quote: resource.quote })),
  ]
  return [
    fact(value, tie.sentence ?? tie.quote, isOpen ? 'party' : null),
    ...told.map((each) => ({ ...fact(each.value, each.quote), tie: 0 })),
  ]
}

const resourceOf = ({ label, url }: ReadResource): ResourceValue => ({ part: 'resource', label, url })

// A meeting without a day cannot be kept; people who are only mentioned did not attend.
function meetingFacts({ meeting, participants, decisions, proposals }: Reading) {
  if (!meeting?.date) return []
  const { title, date, start, end, place, chair } = meeting
  const quote = meeting.quotes.date ?? meeting.quotes.place ?? { passage: 0, start: 0, end: 0 }
  const value = { part: 'meeting' as const, title, date, start, end, place, chair }
  const attending = participants.flatMap(({ name, role, organisation, presence, mayBe, quotes: [first] }) =>
    presence === 'mentioned' || !first
      ? []
      : [fact({ part: 'participant', name, role, organisation, presence, mayBe }, first)],
  )
  const resolved = [
    ...decisions.map((each) => ({ part: 'decision' as const, ...each })),
    ...proposals.map((each) => ({ part: 'proposal' as const, ...each })),
  ].map(({ part, text, by, due, quote: said }) => fact({ part, text, by, due }, said))
  const own = [...attending, ...resolved].map((each) => ({ ...each, tie: 0 }))
  return [{ quote: { passage: -1, start: 0, end: 0 }, facts: [fact(value, quote), ...own] }]
}

function interestFact({ party, themes, quote }: ReadInterest): ReadFact {
  const value = {
    part: 'interest' as const,
    party: partyOf(party),
    themes: themes.map(({ theme, isWished }) => ({ theme, isWished })),
  }
  return fact(value, quote, party.organisationId === null ? 'party' : null)
}

function fact(value: FactValue, quote: Quotation, question: Question | null = null): ReadFact {
  return { value, quote, question, tie: null }
}

function partyOf({ name, asWritten, country, kind, code, organisationId, candidates }: ReadParty): FactParty {
  return { name, asWritten, country, kind, code, organisationId, candidates }
}

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
