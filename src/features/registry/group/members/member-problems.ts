import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { isAuthorityKind, type OrganisationRecord } from '../../../directory/index.ts'
import { daysOf, overlap } from '../../../networks/index.ts'
import { changeOf, type Entry, hasEnded, isChair, isSameRole, keptRoles } from './member-list.ts'

/** Why an organisation cannot have a role, with what the message names. */
export type MemberProblem =
  | { code: 'roleStays' | 'chairPasses' | 'ofItself' | 'far' }
  | { code: 'endsFirst'; from: string }
  | { code: 'noAuthority'; organisation: OrganisationRecord | null }
  | { code: 'abroad'; organisation: OrganisationRecord; countries: readonly string[] }
  | { code: 'ended'; organisation: OrganisationRecord; on: string }
  | { code: 'clash'; organisation: OrganisationRecord | null; other: Entry }

/** A problem, with the place of its entry in the list and the field that it is about. */
export interface PlacedProblem {
  index: number
  field: 'organisation' | 'role' | 'from' | 'until'
  problem: MemberProblem
}

interface MemberContext {
  countries: readonly string[]
  today: string
  organisations: ReadonlyMap<string, OrganisationRecord>
}

/** The problems of a wanted list; existing entries are not checked again. */
export function memberProblems(
  before: readonly Entry[],
  wanted: readonly Entry[],
  memberContext: MemberContext,
): PlacedProblem[] {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const named = new Set(wanted.map(({ id }) => id))
  const past = before.filter((entry) => !named.has(entry.id) && hasEnded(entry, memberContext.today))
  return wanted.flatMap((entry, index) => {
    const was = entry.id === null ? undefined : known.get(entry.id)
    if (was && changeOf('', was, entry).length === 0 && isSameRole(was, entry)) return []
    const at = (field: PlacedProblem['field'], problem: MemberProblem | null) =>
      problem === null ? [] : [{ index, field, problem }]
    const others = [...past, ...wanted.slice(0, index), ...wanted.slice(index + 1)]
    return [
      ...at('role', was ? roleStays(was, entry) : roleProblem(entry, memberContext)),
      ...at('organisation', was ? null : organisationProblem(entry, memberContext)),
      ...at('until', endProblem(entry)),
      ...at('from', clash(entry, others, memberContext)),
    ]
  })
}

function roleStays(was: Entry, entry: Entry): MemberProblem | null {
  if (!isSameRole(was, entry)) return { code: 'roleStays' }
  return isChair(entry) ? { code: 'chairPasses' } : null
}

function roleProblem(entry: Entry, { organisations }: MemberContext): MemberProblem | null {
  if (isChair(entry)) return { code: 'chairPasses' }
  if (entry.role === 'member' && entry.ofId !== null) return { code: 'ofItself' }
  const organisation = organisations.get(entry.organisationId) ?? null
  return entry.role === 'member' && !isAuthorityKind(organisation?.kind ?? '')
    ? { code: 'noAuthority', organisation }
    : null
}

function organisationProblem(
  entry: Entry,
  { countries, organisations, today }: MemberContext,
): MemberProblem | null {
  const organisation = organisations.get(entry.organisationId)
  if (!organisation) return null
  const { country, validUntil } = organisation
  if (entry.role === 'member' && !countries.includes(country))
    return { code: 'abroad', organisation, countries }
  return validUntil && validUntil <= (daysOf(entry).startsOn ?? today)
    ? { code: 'ended', organisation, on: validUntil }
    : null
}

function endProblem(entry: Entry): MemberProblem | null {
  const { startsOn, endsOn } = daysOf(entry)
  if ([startsOn, endsOn].some((day) => day !== null && (day < '1900' || day > '2201'))) return { code: 'far' }
  return startsOn !== null && endsOn !== null && endsOn < startsOn
    ? { code: 'endsFirst', from: entry.from ?? startsOn }
    : null
}

function clash(
  entry: Entry,
  others: readonly Entry[],
  { organisations }: MemberContext,
): MemberProblem | null {
  const other = others.find((each) => isSameRole(each, entry) && overlap(daysOf(each), daysOf(entry)))
  return other
    ? { code: 'clash', organisation: organisations.get(entry.organisationId) ?? null, other }
    : null
}

/** A problem as programs and commands get it: what would be right. */
export function problemForPrograms(problem: MemberProblem): string {
  switch (problem.code) {
    case 'roleStays':
      return 'the organisation and role that this entry has: end it with until, and add another'
    case 'chairPasses':
      return `one of ${keptRoles.join(', ')}: the chair passes on by People › Pass the chair`
    case 'ofItself':
      return 'a role within a body: members are of the group itself'
    case 'far':
      return 'days from 1900 to 2200'
    case 'endsFirst':
      return `a day not before ${problem.from}: an end comes after its beginning`
    case 'noAuthority':
      return `a role for a body that is no authority, as ${problem.organisation?.slug} is: ${keptRoles.slice(1).join(', ')}`
    case 'abroad': {
      const { organisation, countries } = problem
      return `an authority of the group’s countries, ${countries.join(', ')}: ${inWords(organisation)} is of ${organisation.country}`
    }
    case 'ended': {
      const after = problem.organisation.successors.map(({ slug }) => slug).join(', ')
      return `an authority that exists: ${inWords(problem.organisation)} ended on ${problem.on}${after ? `, after it came ${after}` : ''}`
    }
    case 'clash': {
      const { role, from, until } = problem.other
      const since = from ? ` since ${from}` : ''
      const end = until ? ` until ${until}` : ''
      return `a time of its own: ${inWords(problem.organisation)} is ${role}${since}${end} already: say from when, or until when`
    }
  }
}

function inWords(organisation: OrganisationRecord | null): string {
  return organisation ? `${chooseName(organisation.name, 'en').text} (${organisation.slug})` : ''
}
