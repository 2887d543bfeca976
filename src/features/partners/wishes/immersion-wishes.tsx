import type { RecordSection } from '../../../platform/records/record-link.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { eventDocument, listEventDocuments, shownEvent } from '../../agenda/events/index.ts'
import { themesOfTrade } from '../../networks/themes/index.ts'
import { mayReadAmongMembers } from '../policy.ts'
import { listExchangeWishes } from './board/queries.ts'
import { wishEntry } from './views/wish-entry.tsx'

const most = 10

/** On the page of an immersion that is still to come, for members: whose open wishes it would answer. */
export const immersionWishes: RecordSection = async (call) => {
  const { context, reader, network } = call
  const event = shownEvent(call)
  if (event?.kind !== 'job_shadowing' || event.state === 'cancelled') return null
  if (!mayReadAmongMembers(context.actor, network.id)) return null
  if (event.endsOn !== null && event.endsOn < context.today) return null
  const { mission } = eventDocument.parse(
    (await listEventDocuments(context, network.id, [event.id])).get(event.id),
  )
  const wishes = await listExchangeWishes(
    context,
    network.id,
    {
      themes: [...event.themes, ...mission.immersion.trades.flatMap((trade) => themesOfTrade[trade])],
      without: event.organisations.map(({ id }) => id),
    },
    most,
  )
  if (wishes.length === 0) return null
  return (
    <Section id="exchange-wishes" title={reader.t('partners.immersion.title')}>
      <p class="quiet">{reader.t('partners.immersion.lead')}</p>
      <EntryList entries={wishes.map((wish) => wishEntry(reader, network.slug, wish))} />
    </Section>
  )
}
