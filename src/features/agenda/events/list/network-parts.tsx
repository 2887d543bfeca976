import { z } from 'zod'
import { findingOf, mostFound, type NetworkPart } from '../../../../platform/http/network-part.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { listPictures, PictureFigure } from '../../../pictures/index.ts'
import { assessPlannedEvents } from '../../planning/planned-events.ts'
import { paths } from '../paths.ts'
import { listComing, listEventsNamed, lookUpPictured } from '../queries.ts'
import { eventEntries } from './event-entries.tsx'

const mostComing = 5

/** What is planned next, on the first page of a network, with the holidays on which it falls. */
export const comingEvents: NetworkPart = {
  place: 'home.coming',
  render: async ({ context, reader, network }) => {
    const events = await listComing(context, network.id, mostComing)
    if (events.length === 0) return null
    const assessments = await assessPlannedEvents(context, network, events)
    return (
      <>
        <EntryList entries={eventEntries(reader, network, { events, assessments, isNarrow: true })} />
        <p class="pending-more">
          <a href={paths.agenda(reader, network.slug)}>{reader.t('agenda.part.all')}</a>
        </p>
      </>
    )
  },
}

/** The first picture of the latest event that has some, on the first page of a network. */
export const latestPicture: NetworkPart = {
  place: 'home.latest',
  render: async ({ context, reader, network }) => {
    const event = await lookUpPictured(context, network.id)
    const [picture] = event
      ? await listPictures(context, { networkId: network.id, kind: 'event', id: event.id })
      : []
    if (!event || !picture) return null
    return (
      <Section id="picture" title={<Passage text={event.title} as="span" tags={false} />}>
        <PictureFigure
          network={network.slug}
          picture={picture}
          href={paths.event(reader, network.slug, event.slug)}
        />
      </Section>
    )
  },
}

/** The events that contain the words of a search, those to come first. */
export const foundEvents: NetworkPart = {
  place: 'search',
  render: async ({ context, reader, network, text = '' }) => {
    const events = await listEventsNamed(context, network.id, text, mostFound)
    if (events.length === 0) return null
    const assessments = await assessPlannedEvents(context, network, events)
    return (
      <Section id="events" title={reader.t('agenda.list.title')}>
        <EntryList entries={eventEntries(reader, network, { events, assessments })} />
      </Section>
    )
  },
  finding: findingOf({
    type: 'event',
    facts: z.object({ happens: z.string().nullable().describe('EDTF') }),
    list: async ({ context, network, text = '' }) => {
      const found = await listEventsNamed(context, network.id, text, mostFound)
      return found.map(({ id, slug, updatedAt, title, happens }) => ({
        id,
        slug,
        path: `/agenda/${slug}`,
        updatedAt,
        name: title,
        facts: { happens },
      }))
    },
  }),
}
