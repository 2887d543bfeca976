import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { isAuthorityKind, type OrganisationRecord } from '../../../directory/index.ts'
import { daysOf, overlap } from '../../../networks/index.ts'
import { changeOf, type Entry, hasEnded, isChair, isSameRole, keptRoles } from './member-list.ts'

export interface MemberContext {
  countries: readonly string[]
  today: string
  organisations: ReadonlyMap<string, OrganisationRecord>
}

/** The errors of a wanted list, by the place of an entry and its field; existing entries are not checked again. */
export function memberProblems(
  before: readonly Entry[],
  wanted: readonly Entry[],
  memberContext: MemberContext,
): { index: number; field: string; detail: string }[] {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const named = new Set(wanted.map(({ id }) => id))
  const past = before.filter((entry) => !named.has(entry.id) && hasEnded(entry, memberContext.today))
  return wanted.flatMap((entry, index) => {
    const was = entry.id === null ? undefined : known.get(entry.id)
    if (was && changeOf('', was, entry).length === 0 && isSameRole(was, entry)) return []
    const at = (field: string, detail: string | null) => (detail === null ? [] : [{ index, field, detail }])
    const others = [...past, ...wanted.slice(0, index), ...wanted.slice(index + 1)]
    return [
      ...at('role', was ? roleStays(was, entry) : roleRefused(entry, memberContext)),
      ...at('organisation', was ? null : organisationRefused(entry, memberContext)),
      ...at('until', endRefused(entry)),
      ...at('from', clash(entry, others, memberContext)),
    ]
  })
}

/** An organisation’s English name with its address, as messages give it. */
export function inWords({ organisations }: Pick<MemberContext, 'organisations'>, id: string): string {
  const organisation = organisations.get(id)
  return organisation ? `${chooseName(organisation.name, 'en').text} (${organisation.slug})` : id
}

function roleStays(was: Entry, entry: Entry): string | null {
  if (!isSameRole(was, entry))
    return 'the organisation and role that this entry has: end it with until, and add another'
  return isChair(entry) ? chairPasses : null
}

function roleRefused(entry: Entry, { organisations }: MemberContext): string | null {
  if (isChair(entry)) return chairPasses
  if (entry.role === 'member' && entry.ofId !== null)
    return 'a role within a body: members are of the group itself'
  const kind = organisations.get(entry.organisationId)?.kind ?? ''
  return entry.role === 'member' && !isAuthorityKind(kind)
    ? `a role for a body that is no authority, as ${organisations.get(entry.organisationId)?.slug} is: ${keptRoles.slice(1).join(', ')}`
    : null
}

const chairPasses = `one of ${keptRoles.join(', ')}: the chair passes on by People › Pass the chair`

function organisationRefused(entry: Entry, memberContext: MemberContext): string | null {
  const { countries, organisations, today } = memberContext
  const { country, validUntil, successors } = organisations.get(entry.organisationId) ?? {}
  if (entry.role === 'member' && country && !countries.includes(country))
    return `an authority of the group’s countries, ${countries.join(', ')}: ${inWords(memberContext, entry.organisationId)} is of ${country}`
  if (!validUntil || validUntil > (daysOf(entry).startsOn ?? today)) return null
  const after = successors?.map(({ slug }) => slug).join(', ')
  return `an authority that exists: ${inWords(memberContext, entry.organisationId)} ended on ${validUntil}${after ? `, after it came ${after}` : ''}`
}

function endRefused(entry: Entry): string | null {
  const { startsOn, endsOn } = daysOf(entry)
  const far = [startsOn, endsOn].some((day) => day !== null && (day < '1900' || day > '2201'))
  if (far) return 'days from 1900 to 2200'
  return startsOn !== null && endsOn !== null && endsOn < startsOn
    ? `a day not before ${entry.from}: an end comes after its beginning`
    : null
}

function clash(entry: Entry, others: readonly Entry[], memberContext: MemberContext): string | null {
  const other = others.find((each) => isSameRole(each, entry) && overlap(daysOf(each), daysOf(entry)))
  if (!other) return null
  const since = other.from ? ` since ${other.from}` : ''
  const until = other.until ? ` until ${other.until}` : ''
  return `a time of its own: ${inWords(memberContext, entry.organisationId)} is ${entry.role}${since}${until} already: say from when, or until when`
}
