import type { z } from 'zod'
import { readClocks } from '../../platform/dates/index.ts'
import { plainText, textStatesOf } from '../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../directory/index.ts'
import type { Network } from '../networks/index.ts'
import { type Meeting, meetingState } from './meetings/meeting.ts'
import type { MeetingPageData } from './meetings/meeting-page-data.ts'
import type { meetingRecord } from './schema.ts'

interface Pointing {
  baseUrl: string
  network: Network
}

/** A meeting as lists of the API return it. */
export function meetingEntry({ baseUrl, network }: Pointing, meeting: Meeting) {
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
export function meetingResponse(pointing: Pointing, data: MeetingPageData): z.input<typeof meetingRecord> {
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
