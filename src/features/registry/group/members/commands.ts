import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { pointerTo } from '../../../../platform/http/api/json.ts'
import { WrongInput } from '../../../../platform/http/problems.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { listOrganisations } from '../../../directory/index.ts'
import {
  changePeriod,
  findMembersVersion,
  holdMembers,
  listMemberships,
  mayKeepMembers,
  type Network,
  recordMembership,
  removeMembership,
} from '../../../networks/index.ts'
import { declareFacts } from '../../declarations.commands.ts'
import { forgetEvidence } from '../../evidence/commands.ts'
import { type Entry, entryOf, membersOf, type Plan, planMembers } from './member-list.ts'
import { memberProblems, type PlacedProblem, problemForPrograms } from './member-problems.ts'

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
  if (problems.length > 0) throw new MembersRefused(problems)
}

/** A list of members that cannot be: programs get it in English, pages say each problem in the reader’s words. */
export class MembersRefused extends WrongInput {
  readonly problems: readonly PlacedProblem[]

  constructor(problems: readonly PlacedProblem[]) {
    super(
      problems.map(({ index, field, problem }) => ({
        pointer: pointerTo(['members', index, field]),
        detail: problemForPrograms(problem),
      })),
    )
    this.problems = problems
  }
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
