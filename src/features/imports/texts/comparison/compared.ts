import type { Context } from '../../../../platform/context/context.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { fold } from '../../../../platform/search/index.ts'
import {
  type CooperationDocument,
  cooperationDocument,
  listDocuments,
} from '../../../registry/cooperations/index.ts'
import type { Finding } from '../../parts/part-rules.ts'
import type { TieFactValue } from '../../parts/part-values.ts'
import { compareFact } from '../../parts/parts.ts'
import type { Fact, TieValue } from '../facts/fact.ts'
import { listContradictable, listFactsById } from '../facts/queries.ts'
import type { ImportedText } from '../queries.ts'
import { matchTie, type TieMatch } from './match-tie.ts'
import {
  listInterestsOf,
  listMeetingDays,
  listNetworkLinks,
  listRelatives,
  listTiesOf,
  listTwins,
  type Twin,
} from './queries.ts'

/** new: what it belongs to is not known yet · open: unknown until a question is settled. */
export const outcomes = ['open', 'new', 'adds', 'confirms', 'contradicts'] as const
export type Outcome = (typeof outcomes)[number]

/** A fact of a text compared with the present registry. */
export interface Compared {
  fact: Fact
  tie: Fact | null
  outcome: Outcome
  match: TieMatch | null
  /** The tie as known. */
  document: CooperationDocument | null
  finding: Finding | null
  /** Other texts that say the same. */
  twins: Twin[]
}

type TextPlace = Pick<ImportedText, 'id' | 'networkId' | 'published'>

/** Compares facts of a text with the registry as known on the context's day, in a constant number of statements. */
export async function compareFacts(
  context: Context,
  text: TextPlace,
  facts: readonly Fact[],
): Promise<Compared[]> {
  const compareWithTie = await gatherTies(context, text, facts)
  const beside = await gatherBeside(context, text.networkId, facts)
  const twins = await listTwins(
    context,
    text,
    facts.map(({ signature }) => signature),
  )
  return facts.map((fact): Compared => {
    const compared = compareWithTie(fact)
    const own = twins.filter(({ signature }) => signature === fact.signature)
    const outcome = isAsked(fact, compared.tie) ? 'open' : (compared.finding?.outcome ?? beside(fact))
    return { ...compared, outcome, twins: own }
  })
}

/** The ids of the open facts of a text, in all its pages, that contradict the present registry. */
export async function listContradicting(context: Context, text: TextPlace): Promise<string[]> {
  const facts = await listContradictable(context, text.id)
  const compareWithTie = await gatherTies(context, text, facts)
  return facts.filter((fact) => compareWithTie(fact).finding?.outcome === 'contradicts').map(({ id }) => id)
}

// The ties of facts as known, each read once.
async function gatherTies(context: Context, text: TextPlace, facts: readonly Fact[]) {
  const ties = await findTies(context, text.id, facts)
  const matches = await matchTies(context, text.networkId, [...ties.values()])
  const found = await listDocuments(context, text.networkId, [
    ...new Set([...matches.values()].map(({ tie }) => tie.id)),
  ])
  const documents = new Map([...found].map(([id, each]) => [id, cooperationDocument.parse(each)]))
  const writingContext = { spokenOn: spokenOn(context, text) }
  return (fact: Fact) => {
    const tie = tieFactOf(fact, ties)
    const match = (tie && matches.get(tie.id)) ?? null
    const document = (match && documents.get(match.tie.id)) ?? null
    const finding = document && isOfTie(fact.value) ? compareFact(document, fact.value, writingContext) : null
    return { fact, tie, match, document, finding }
  }
}

/** The ISO day of the statements of a text: its own date, else today. */
export function spokenOn({ today }: Context, { published }: Pick<ImportedText, 'published'>): string {
  const day = published === null ? today : readEdtf(published).to
  return day <= today ? day : today
}

export function isOfTie(value: Fact['value']): value is TieFactValue | TieValue {
  return tieParts.has(value.part)
}

// A link outside the sections of ties belongs to the group: there is no tie to write it into.
const tieParts = new Set<string>([
  'tie',
  'since',
  'standing',
  'agreement',
  'activity',
  'theme',
  'actor',
  'resource',
])

function isAsked(fact: Fact, tie: Fact | null): boolean {
  return fact.question !== null || tie?.question != null
}

async function findTies(
  context: Context,
  textId: string,
  facts: readonly Fact[],
): Promise<Map<string, Fact>> {
  const here = new Map(facts.flatMap((fact) => (fact.value.part === 'tie' ? [[fact.id, fact]] : [])))
  const missing = facts.flatMap(({ tieId }) => (tieId !== null && !here.has(tieId) ? [tieId] : []))
  for (const tie of await listFactsById(context, textId, [...new Set(missing)])) here.set(tie.id, tie)
  return here
}

function tieFactOf(fact: Fact, ties: ReadonlyMap<string, Fact>): Fact | null {
  if (fact.value.part === 'tie') return fact
  return fact.tieId === null ? null : (ties.get(fact.tieId) ?? null)
}

/** The known ties that match stated ones, by the fact that states each. */
export async function matchTies(
  context: Context,
  networkId: string,
  ties: readonly Fact[],
): Promise<Map<string, TieMatch>> {
  const values = ties.flatMap(({ id, value }) => (value.part === 'tie' ? [{ id, value }] : []))
  const ids = values.flatMap(({ value }) =>
    value.parties.flatMap(({ organisationId }) => organisationId ?? []),
  )
  if (ids.length === 0) return new Map()
  const relatives = await listRelatives(context, [...new Set(ids)])
  const all = new Set([...relatives.values()].flatMap((each) => [...each]))
  const known = await listTiesOf(context, networkId, [...all])
  return new Map(
    values.flatMap(({ id, value }): [string, TieMatch][] => {
      const match = matchTie(value, known, relatives)
      return match ? [[id, match]] : []
    }),
  )
}

// What is not part of ties: authorities that look for a partner, and links of the group.
async function gatherBeside(context: Context, networkId: string, facts: readonly Fact[]) {
  const seekers = facts.flatMap(({ value }) =>
    value.part === 'interest' ? (value.party.organisationId ?? []) : [],
  )
  const interests = await listInterestsOf(context, networkId, seekers)
  const hasLinks = facts.some(({ value }) => value.part === 'resource')
  const days = facts.flatMap(({ value }) => (value.part === 'meeting' ? [value.date] : []))
  const meetings = await listMeetingDays(context, networkId, days)
  const links = hasLinks ? await listNetworkLinks(context, networkId) : []
  return ({ value }: Fact): Outcome => {
    if (value.part === 'interest') {
      const known = interests.find(({ organisationId }) => organisationId === value.party.organisationId)
      if (!known) return 'new'
      return value.themes.every(({ theme }) => known.themes.includes(theme)) ? 'confirms' : 'adds'
    }
    if (value.part === 'resource') {
      const isKnown = links.some(
        ({ url, names }) =>
          (url !== null && url === value.url) || names.some((name) => fold(name) === fold(value.label)),
      )
      return isKnown ? 'confirms' : 'new'
    }
    if (value.part === 'meeting') return meetings.has(value.date) ? 'confirms' : 'new'
    return 'new'
  }
}
