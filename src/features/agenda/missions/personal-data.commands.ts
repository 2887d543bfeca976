import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { textColumns } from '../../../platform/records/fields/columns.ts'
import { immersionFields } from './immersion.ts'

/** Removes a person’s name from the sheets of missions and from requests, and their id from what they did. Post and organisation stay. */
export async function eraseFromMissions(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'agenda_mission',
      key: ['event_id'],
      texts: [
        'head_post',
        'head_organisation_words',
        'account',
        'outcome',
        'next_steps',
        ...textColumns(immersionFields),
      ],
      names: ['head_name'],
      people: { debriefed_by: null },
    },
    {
      table: 'agenda_mission_member',
      key: ['member_id'],
      texts: ['organisation_words'],
      names: ['names'],
    },
    { table: 'agenda_mission_stop', key: ['stop_id'], texts: ['place', 'words'] },
    { table: 'agenda_mission_counterpart', key: ['counterpart_id'], texts: ['words'] },
    { table: 'agenda_mission_item', key: ['item_id'], texts: ['title'] },
    { table: 'agenda_mission_seats', key: ['seats_id'], texts: ['for_whom'] },
    {
      table: 'agenda_seat_request',
      key: ['request_id'],
      texts: ['words', 'answer'],
      people: { asked_by: null, decided_by: null, withdrawn_by: null },
    },
  ])
}
