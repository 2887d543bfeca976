import type { FastifyInstance } from 'fastify'
import { readCursor, writeCursor } from '../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../platform/http/api/list-answer.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import type { Application } from '../../platform/http/application.ts'
import { networkPlace, readNetworkCall } from '../networks/index.ts'
import { meetingEntry, meetingResponse } from './meeting-response.ts'
import { findMeetingPage } from './meetings/meeting-page-data.ts'
import { countMeetings, listMeetingsAfter } from './meetings/queries.ts'
import {
  meetingCursor,
  meetingList,
  meetingListParameters,
  meetingParameters,
  meetingPlace,
  meetingRecord,
} from './schema.ts'

const tag = 'meetings'

/** Meetings for programs, as far as the caller may see them. */
export function addMinutesApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings

  addOperation(
    app,
    {
      id: 'listMeetings',
      path: '/networks/{network}/meetings',
      tag,
      summary: 'Meetings of a group on the clocks of its countries, the latest first',
      place: networkPlace,
      query: meetingListParameters,
      answer: meetingList,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const after = cursor === undefined ? null : readCursor(meetingCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      const [rows, counted] = await Promise.all([
        listMeetingsAfter(context, network.id, after, limit + 1),
        countMeetings(context, network.id, mostCounted + 1),
      ])
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (row) => meetingEntry({ baseUrl, network }, row),
        cursorAfter: (row) => writeCursor([row.heldOn, row.id]),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findMeeting',
      path: '/networks/{network}/meetings/{slug}',
      tag,
      summary: 'One meeting: agenda, minutes, attendance, decisions and what became of them',
      place: meetingPlace,
      query: meetingParameters,
      answer: meetingRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      return meetingResponse(
        { baseUrl, network },
        await findMeetingPage(context, network.id, call.place.slug),
      )
    },
  )
}
