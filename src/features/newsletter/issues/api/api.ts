import type { FastifyInstance } from 'fastify'
import { readCursor, writeCursor } from '../../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../../platform/http/api/operation.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { networkPlace, readNetworkCall } from '../../../networks/index.ts'
import { listRead } from '../queries.ts'
import { letterEntry, letterResponse } from './letter-response.ts'
import { countRead, findReadIssue } from './queries.ts'
import {
  letterCursor,
  letterList,
  letterListParameters,
  letterParameters,
  letterPlace,
  letterRecord,
} from './schema.ts'

const tag = 'newsletter'

export function addIssuesApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings

  addOperation(
    app,
    {
      id: 'listLetters',
      path: '/networks/{network}/newsletter',
      tag,
      summary: 'Published letters of a group, the latest first',
      place: networkPlace,
      query: letterListParameters,
      answer: letterList,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const [before] = cursor === undefined ? [null] : readCursor(letterCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      const [rows, counted] = await Promise.all([
        listRead(context, network.id, { before, limit: limit + 1 }),
        countRead(context, network.id, mostCounted + 1),
      ])
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (issue) => letterEntry({ baseUrl, network }, issue),
        cursorAfter: ({ number }) => writeCursor([number]),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findLetter',
      path: '/networks/{network}/newsletter/{number}',
      tag,
      summary: 'One published letter with its parts, in every language that it has; 410 once it is withdrawn',
      place: letterPlace,
      query: letterParameters,
      answer: letterRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      return letterResponse({ baseUrl, network }, await findReadIssue(context, network.id, call.place.number))
    },
  )
}
