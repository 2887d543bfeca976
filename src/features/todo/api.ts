import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readCursor, writeCursor } from '../../platform/http/api/cursor.ts'
import { answerList, listOf, mostCounted, sliceParameters } from '../../platform/http/api/list-answer.ts'
import { inLanguages } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import type { Application } from '../../platform/http/application.ts'
import { plainText } from '../../platform/i18n/localized-text.ts'
import { networkPlace, readNetworkCall } from '../networks/index.ts'
import { countToDo, isText, listToDo } from './queries.ts'

/** The number of earlier things: the content of a cursor. */
const places = z.int().min(0).max(100_000)

const toDoList = named(
  'ToDoList',
  listOf(
    named(
      'ToDoEntry',
      z.object({
        kind: z.string().describe('What is asked for, such as partners.answer'),
        record_id: z.uuid(),
        title: inLanguages,
        path: z.string().describe('What follows the language and the group in the address of its page'),
        waiting: inLanguages.nullable().describe('The organisation that waits'),
        since: z.iso.date(),
        due_on: z.iso.date().nullable(),
        late: z.boolean(),
      }),
    ),
  ),
)

/** `GET /networks/{network}/to-do`: what waits for the owner of a token, the most urgent first. */
export function addToDoApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'listToDo',
      path: '/networks/{network}/to-do',
      tag: 'to-do',
      summary: 'What waits for the owner of the token in a group: late things first, then by their day',
      needs: 'read',
      place: networkPlace,
      query: z.object(sliceParameters),
      answer: toDoList,
      scope: () => null,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const offset = cursor === undefined ? 0 : readCursor(places, cursor)
      const { context, network } = await readNetworkCall(application, { ...call, query: {} })
      call.reply.removeHeader('last-modified')
      const [rows, counted] = await Promise.all([
        listToDo(context, network.id, { limit: limit + 1, offset }),
        countToDo(context, network.id, mostCounted + 1),
      ])
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: ({ kind, recordId, title, path, asker, since, dueOn, isLate }) => ({
          kind,
          record_id: recordId,
          title: isText(title) ? plainText(title) : title,
          path,
          waiting: asker,
          since,
          due_on: dueOn,
          late: isLate,
        }),
        cursorAfter: () => writeCursor(offset + limit),
      })
    },
  )
}
