import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { pointerTo } from '../../../../platform/http/api/json.ts'
import { WrongInput } from '../../../../platform/http/problems.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { isAuthorityKind, listOrganisations, type OrganisationRecord } from '../../../directory/index.ts'
import {
  changePeriod,
  daysOf,
  findMembersVersion,
  holdMembers,
  listMemberships,
  mayKeepMembers,
  type Network,
  overlap,
  recordMembership,
  removeMembership,
} from '../../../networks/index.ts'
import { declareFacts } from '../../declarations.commands.ts'
import { forgetEvidence } from '../../evidence/commands.ts'
import {
  changeOf,
  type Entry,
  entryOf,
  hasEnded,
  isChair,
  isSameRole,
  keptRoles,
  membersOf,
  type Plan,
  planMembers,
} from './member-list.ts'

export interface Wish {
  /** The versions of the list that the change was made from; null if no other change can have come between. */
  bases: readonly number[] | null
  /** The wanted list, made from the present one. */
  want(before: Entry[]): Entry[]
  /** Omitted entries were mistakes, rather than leave today. */
  isMistake?: boolean
  /** The reason and the source: the changes rest on these words; '' for none. */
  reason: string
}

/**
 * Changes the members of a group, with roles and periods. Refuses what cannot be, with a pointer to each entry, and a list that was made
 * from another version than the present one. Returns the version after it, whether anything was different, and which organisations have
 * ceased to be members.
 */
export async function changeMembers(
  context: Context,
  network: Network,
  { bases, want, isMistake = false, reason }: Wish,
): Promise<{ version: number; isChanged: boolean; left: string[] }> {
  authorize(mayKeepMembers(context.actor, network.id), 'Chair and coordinators say who is in their group')
  return inTransaction(context, async (inside) => {
    const version = await holdMembers(inside, network.id)
    if (bases !== null && !bases.includes(version))
      throw new WrongInput(
        [{ pointer: '/members', detail: `the list stands at version ${version} now: read it again` }],
        'changedMeanwhile',
      )
    const before = (await listMemberships(inside, network.id)).map(entryOf)
    const wanted = want(before)
    await refuseProblems(inside, network, before, wanted)
    const plan = planMembers(before, wanted, inside.today, isMistake)
    const touched = await writePlan(inside, network.id, plan)
    const facts = touched.map((id) => ({ subjectKind: 'membership', subjectId: id, field: 'membership' }))
    const language = network.languages[0] ?? 'en'
    await declareFacts(inside, network, facts, { reason, language, organisationId: null })
    const isChanged = touched.length + plan.takenBack.length > 0
    const after = (await listMemberships(inside, network.id)).map(entryOf)
    const left = [...membersOf(before, inside.today).difference(membersOf(after, inside.today))]
    return { version: await findMembersVersion(inside, network.id), isChanged, left }
  })
}

async function refuseProblems(context: Context, network: Network, before: Entry[], wanted: Entry[]) {
  const found = await listOrganisations(context, [
    ...new Set(wanted.map(({ organisationId }) => organisationId)),
  ])
  const organisations = new Map(found.map((organisation) => [organisation.id, organisation]))
  const given = { countries: network.countries, today: context.today, organisations }
  const problems = memberProblems(before, wanted, given)
  if (problems.length === 0) return
  throw new WrongInput(
    problems.map(({ index, field, detail }) => ({ pointer: pointerTo(['members', index, field]), detail })),
  )
}

async function writePlan(context: Context, networkId: string, plan: Plan): Promise<string[]> {
  const touched: string[] = []
  for (const id of plan.takenBack) await removeMembership(context, networkId, id)
  await forgetEvidence(context, plan.takenBack)
  for (const { id, period } of plan.changed) {
    await changePeriod(context, networkId, id, period)
    touched.push(id)
  }
  for (const { organisationId, role, ofId, from, until } of plan.added) {
    const membership = { organisationId, role, ofId, from, until, knownOn: context.today }
    touched.push(await recordMembership(context, networkId, membership))
  }
  return touched
}

interface MemberContext {
  countries: readonly string[]
  today: string
  organisations: ReadonlyMap<string, OrganisationRecord>
}

/** The errors of a wanted list, by the place of an entry and its field; existing entries are not checked again. */
function memberProblems(
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
function inWords({ organisations }: Pick<MemberContext, 'organisations'>, id: string): string {
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
