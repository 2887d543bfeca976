import { sql } from 'kysely'
import { type LocalizedText, plainText } from '../../platform/i18n/localized-text.ts'
import { textLabels } from '../../platform/records/fields/columns.ts'
import { type TextTable, textOwner } from '../../platform/translation/owned-texts.ts'
import { mayTranslate } from '../networks/index.ts'
import { refreshSearch } from './events/search.commands.ts'
import { immersionFields } from './missions/immersion.ts'

const mission: TextTable = { table: 'agenda_mission', of: 'event_id' }

/**
 * The texts of the events that every translator of a network may read, so not of those for hosts alone or withdrawn. Evidence and
 * translations know an event as an activity.
 */
export const eventTexts = textOwner({
  kind: 'activity',
  label: 'agenda.text.event',
  mayTranslate,
  from: sql`agenda_event e`,
  as: 'e',
  key: 'event_id',
  where: sql`e.published_at is not null and e.visibility in ('public', 'network')`,
  columns: sql<{ slug: string; title: LocalizedText }>`e.slug, e.title`,
  describe: ({ slug, title }) => ({ label: plainText(title), address: `/agenda/${slug}` }),
  texts: [
    {
      table: 'agenda_event',
      fields: {
        title: 'agenda.text.title',
        summary: 'agenda.text.summary',
        words: 'agenda.text.dateWords',
        venue: 'agenda.text.venue',
        frame: 'agenda.text.frame',
        previous_words: 'agenda.text.formerDate',
        organisers: 'agenda.event.organisers',
        credit: 'agenda.event.credit',
      },
    },
    {
      path: 'criticalMass.smaller',
      table: 'agenda_critical_mass',
      of: 'event_id',
      fields: {
        words: { column: 'smaller_words', label: 'agenda.text.event' },
        dateWords: { column: 'smaller_date_words', label: 'agenda.text.event' },
        venue: { column: 'smaller_venue', label: 'agenda.text.event' },
      },
    },
    {
      path: 'mission.head',
      ...mission,
      fields: { post: { column: 'head_post', label: 'agenda.mission.post' } },
    },
    { path: 'mission.immersion', ...mission, fields: textLabels(immersionFields) },
    {
      path: 'mission.stops.*',
      table: 'agenda_mission_stop',
      of: 'event_id',
      keys: ['stop_id'],
      order: 'position',
      fields: { place: 'agenda.mission.placeWords', words: 'agenda.text.dateWords' },
    },
    {
      path: 'mission.programme.*',
      table: 'agenda_mission_item',
      of: sql`part.stop_id in (select stop_id from agenda_mission_stop where event_id = e.event_id)`,
      keys: ['item_id'],
      order: sql`part.position + 100 * (select stop.position from agenda_mission_stop stop where stop.stop_id = part.stop_id)`,
      fields: { title: 'agenda.mission.itemTitle' },
    },
    {
      path: 'mission.seats.*',
      table: 'agenda_mission_seats',
      of: 'event_id',
      keys: ['seats_id'],
      order: 'position',
      fields: { forWhom: 'agenda.mission.forWhom' },
    },
    {
      path: 'mission.debrief',
      ...mission,
      fields: {
        account: 'agenda.mission.account',
        outcome: 'agenda.mission.outcome',
        nextSteps: 'agenda.mission.nextSteps',
      },
    },
  ],
  refresh: (context, id) => refreshSearch(context, [id]),
})
