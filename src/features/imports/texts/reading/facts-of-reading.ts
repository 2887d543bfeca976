import type { ResourceValue, TieFactValue } from '../../parts/part-values.ts'
import type {
  Quotation,
  ReadCooperation,
  ReadInterest,
  Reading,
  ReadParty,
  ReadResource,
} from '../../understanding/reading.ts'
import type { FactParty, FactValue, Question, TieValue } from '../facts/fact.ts'

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
