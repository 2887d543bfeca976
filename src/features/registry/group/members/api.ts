import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ownDay } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { addOperation } from '../../../../platform/http/api/operation.ts'
import { jsonType } from '../../../../platform/http/api/read-json.ts'
import { readIfMatch, versionTag } from '../../../../platform/http/api/version-tag.ts'
import { addWriting } from '../../../../platform/http/api/writing.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { WrongInput } from '../../../../platform/http/problems.ts'
import { refuseRepeated } from '../../../../platform/records/api/program-entries.ts'
import { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import { authorize, notFound } from '../../../../platform/refusal.ts'
import { findIdsBySlug } from '../../../directory/picking/index.ts'
import { lookUpNetwork, mayKeepMembers, networkPlace, readNetworkCall } from '../../../networks/index.ts'
import { changeMembers } from './commands.ts'
import { type Entry, hasEnded, isSameRole } from './member-list.ts'
import { countHanging, findMembers } from './queries.ts'
import { membersBody, membersExample, membersState, membersWritten, type SentMember } from './schema.ts'

const path = '/networks/{network}/members'
const tag = 'members'

/** The members of a group, for programs: read by anyone, replaced by those who look after it. */
export function addMembersApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'readMembers',
      path,
      tag,
      summary: 'Who is or was in a country group, in which role, with the version that stands as ETag',
      place: networkPlace,
      query: z.object({}),
      answer: membersState,
      scope: () => null,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, { ...call, query: {} })
      const state = await findMembers(context, network.id)
      call.reply.removeHeader('last-modified').header('etag', versionTag(state.version))
      return state
    },
  )

  addWriting(
    app,
    application,
    {
      id: 'replaceMembers',
      method: 'PUT',
      path,
      tag,
      summary: 'Says who is in a country group: who is left out leaves today',
      description: 'The chair passes on by a page of its own, and is shown here; it cannot be changed.',
      place: networkPlace,
      answer: membersWritten,
      needs: 'write:members',
      writing: {
        takes: [jsonType],
        body: membersBody,
        isConditional: true,
        outcomes: { 200: 'Published, or nothing was different' },
        example: membersExample,
      },
    },
    {
      prepare: async ({ context, place, request }) => {
        const network = (await lookUpNetwork(context, place.network)) ?? notFound(place.network)
        authorize(
          mayKeepMembers(context.actor, network.id),
          'Chair and coordinators say who is in their group',
        )
        return { network, bases: readIfMatch(request) }
      },
      write: async ({ context: bare }, { network, bases }, { members, reason }) => {
        const context: Context = { ...bare, today: ownDay(application, network.opensOn) }
        const want = await readMembers(context, members)
        const { isChanged, left } = await changeMembers(context, network, { bases, want, reason })
        const hanging = await countHanging(context, network.id, left)
        const state = await findMembers(context, network.id)
        return {
          status: 200,
          headers: { etag: versionTag(state.version) },
          body: { outcome: isChanged ? 'published' : 'unchanged', hanging, ...state },
        }
      },
    },
  )
}

/** The list that a program sent, based on the present one. Refuses unknown organisations and ids, each at its place. */
async function readMembers(
  context: Context,
  sent: readonly SentMember[],
): Promise<(before: Entry[]) => Entry[]> {
  const wrong = new WrongParts()
  const at = (index: number, field: string) => ['members', index, field]
  const named = sent.flatMap(({ organisation, of }, index) => [
    { slug: organisation, path: at(index, 'organisation') },
    ...(of === null ? [] : [{ slug: of, path: at(index, 'of') }]),
  ])
  const idOf = await findIdsBySlug(context, named, wrong)
  return (before) => {
    const wanted = sent.map(({ id, organisation, role, of, from, until }, index): Entry => {
      const said = { organisationId: idOf(organisation), role, ofId: of === null ? null : idOf(of) }
      const isMeant = (entry: Entry) =>
        id === undefined
          ? isSameRole(entry, { ...said, id: null, from: null, until: null }) &&
            !hasEnded(entry, context.today)
          : entry.id === id
      const [known, another] = before.filter(isMeant)
      if (another) wrong.add(at(index, 'id'), `an id: ${organisation} has this role in several periods`)
      if (id !== undefined && !known)
        wrong.add(at(index, 'id'), 'the id of an entry of this list; a new one has none until it is written')
      const period = { from: from ?? null, until: until ?? null }
      if (!known) return { id: null, ...said, ...period }
      if (from === undefined) period.from = known.from
      if (until === undefined) period.until = known.until
      return { id: known.id, ...said, ...period }
    })
    refuseRepeated(
      wanted.map(({ id }, index) => id ?? `${index}`),
      (index) => at(index, 'organisation'),
      wrong,
    )
    if (wrong.errors.length > 0) throw new WrongInput(wrong.errors)
    return wanted
  }
}
