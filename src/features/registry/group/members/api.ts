import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../../../platform/context/context.ts'
import { ownDay } from '../../../../platform/context/own-day.ts'
import { addOperation } from '../../../../platform/http/api/operation.ts'
import { jsonType } from '../../../../platform/http/api/read-json.ts'
import { readIfMatch, versionTag } from '../../../../platform/http/api/version-tag.ts'
import { addWriting } from '../../../../platform/http/api/writing.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { authorize, notFound } from '../../../../platform/refusal.ts'
import { lookUpNetwork, mayKeepMembers, networkPlace, readNetworkCall } from '../../../networks/index.ts'
import { changeMembers } from './commands.ts'
import { countHanging, findMembers } from './queries.ts'
import { readMembers } from './request.ts'
import { membersBody, membersExample, membersState, membersWritten } from './schema.ts'

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
