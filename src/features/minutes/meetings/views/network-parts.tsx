import { z } from 'zod'
import { findingOf, mostFound, type NetworkPart } from '../../../../platform/http/network-part.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { PendingList } from '../../actions/action-list.tsx'
import { listOverdue } from '../../actions/queries.ts'
import { meetingPath, paths } from '../../paths.ts'
import { listMeetingsWith, lookUpNextMeeting } from '../queries.ts'
import { meetingEntries } from './meeting-facts.tsx'

const mostOverdue = 5

/** The next meeting, on the first page of a network. */
export const nextMeeting: NetworkPart = {
  place: 'home.coming',
  render: async ({ context, reader, network }) => {
    const next = await lookUpNextMeeting(context, network.id)
    return next ? <EntryList entries={meetingEntries(reader, network, [next])} /> : null
  },
}

/** Overdue actions, on the page about the group. */
export const overdueActions: NetworkPart = {
  place: 'group.watch',
  render: async ({ context, reader, network }) => {
    const overdue = await listOverdue(context, network.id, mostOverdue)
    if (overdue.length === 0) return null
    return (
      <>
        <PendingList network={network.slug} actions={overdue} />
        <p class="pending-more">
          <a href={`${paths.list(reader, network.slug)}#pending`}>{reader.t('minutes.list.allPending')}</a>
        </p>
      </>
    )
  },
}

/** The meetings that contain the searched words. */
export const foundMeetings: NetworkPart = {
  place: 'search',
  render: async ({ context, reader, network, text = '' }) => {
    const found = await listMeetingsWith(context, network.id, text, mostFound)
    if (found.length === 0) return null
    return (
      <Section id="meetings" title={reader.t('minutes.list.title')}>
        <EntryList entries={meetingEntries(reader, network, found)} />
      </Section>
    )
  },
  finding: findingOf({
    type: 'meeting',
    facts: z.object({ held_on: z.string().nullable().describe('ISO day') }),
    list: async ({ context, network, text = '' }) => {
      const found = await listMeetingsWith(context, network.id, text, mostFound)
      return found.map(({ id, slug, updatedAt, title, heldOn }) => ({
        id,
        slug,
        path: meetingPath(slug),
        updatedAt,
        name: title,
        facts: { held_on: heldOn },
      }))
    },
  }),
}
