import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { readClocks } from '../../platform/dates/index.ts'
import { readCursor, writeCursor } from '../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../platform/http/api/list-answer.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import type { Application } from '../../platform/http/application.ts'
import { plainText, textStatesOf } from '../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../directory/index.ts'
import { type Network, networkPlace, readNetworkCall } from '../networks/index.ts'
import { type Meeting, meetingState } from './meetings/meeting.ts'
import { findMeetingPage, type MeetingPageData } from './meetings/meeting-page-data.ts'
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

interface Pointing {
  baseUrl: string
  network: Network
}

/** A meeting as lists of the API return it. */
function meetingEntry({ baseUrl, network }: Pointing, meeting: Meeting) {
  return {
    id: meeting.id,
    slug: meeting.slug,
    url: `${baseUrl}/en/${network.slug}/meetings/${meeting.slug}`,
    updated_at: meeting.updatedAt.toISOString(),
    title: plainText(meeting.title),
    kind: meeting.kind,
    state: meetingState(meeting),
    held_on: meeting.heldOn,
    starts_at: meeting.startsAt?.toISOString() ?? null,
    ends_at: meeting.endsAt?.toISOString() ?? null,
    zone: meeting.zone,
    clocks: readClocks(meeting, network.countries).map(({ zone, start, end }) => ({
      zone,
      start: start.toString({ smallestUnit: 'minute' }),
      end: end?.toString({ smallestUnit: 'minute' }) ?? null,
    })),
    place: plainText(meeting.place),
    place_of: organisationOf(meeting.placeOrganisation),
    minutes:
      meeting.finalAt && meeting.finalSha256
        ? {
            number: meeting.finalNumber,
            sha256: meeting.finalSha256,
            final_at: meeting.finalAt.toISOString(),
          }
        : null,
  }
}

/** A whole meeting as the API returns it. */
function meetingResponse(pointing: Pointing, data: MeetingPageData): z.input<typeof meetingRecord> {
  const { meeting, points, participants, decisions, sections, resources } = data
  return {
    ...meetingEntry(pointing, meeting),
    chair: plainText(meeting.chair),
    conveners: meeting.conveners.flatMap((each) => organisationOf(each) ?? []),
    languages: meeting.languages,
    agenda: points.map(({ title, rapporteur, plannedMinutes }) => ({
      title: plainText(title),
      rapporteur,
      planned_minutes: plannedMinutes,
    })),
    participants: participants.map((each) => ({
      name: each.name,
      function: plainText(each.function),
      organisation: organisationOf(each.organisation),
      organisation_words: each.organisationWords,
      presence: each.presence,
    })),
    decisions: decisions.map(({ id, slug, text, saidBy, state, horizon, actions }) => ({
      id,
      slug,
      text: plainText(text),
      said_by: plainText(saidBy),
      state,
      due: horizon,
      actions: actions.map((action) => ({
        id: action.id,
        text: plainText(action.text),
        organisation: organisationOf(action.organisation),
        due: action.due,
        state: action.state,
      })),
    })),
    sections: sections.map(({ level, title, text }) => ({
      level,
      title: plainText(title),
      text: plainText(text),
    })),
    errata: data.errata.map(({ text, madeAt }) => ({ text: plainText(text), made_at: madeAt.toISOString() })),
    accounts: data.accounts.map(({ slug, organisation, isMinutes }) => ({
      source: slug,
      organisation: organisationOf(organisation),
      is_minutes: isMinutes,
    })),
    resources: resources.map((each) => ({
      kind: each.kind,
      language: each.language,
      label: plainText(each.label),
      url: each.url,
      file: each.file ? { name: each.file.name, size: each.file.sizeBytes } : null,
      state: each.state,
      moved_to: each.movedTo,
    })),
    text_states: textStatesOf({
      title: meeting.title,
      place: meeting.place,
      ...Object.fromEntries(points.map(({ title }, index) => [`agenda/${index}/title`, title])),
      ...Object.fromEntries(decisions.map(({ text }, index) => [`decisions/${index}/text`, text])),
      ...Object.fromEntries(sections.map(({ title }, index) => [`sections/${index}/title`, title])),
      ...Object.fromEntries(sections.map(({ text }, index) => [`sections/${index}/text`, text])),
    }),
  }
}

function organisationOf(organisation: OrganisationRef | null) {
  return organisation && { slug: organisation.slug, name: organisation.name, country: organisation.country }
}
