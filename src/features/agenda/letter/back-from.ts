import { sql } from 'kysely'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { missionKinds } from '../missions/codes.ts'
import { eventItem } from './event-item.ts'
import { listToldEvents, selectNew, type ToldEvent } from './queries.ts'

/** What ended since the letter before, or became known or was accounted for since; the latest in front. */
export const backFrom: LetterSource = {
  key: 'agenda.backFrom',
  title: 'agenda.letter.backFrom',
  gather: async (ground) => {
    const { today } = ground.context
    const span = spanOfLetter(ground)
    // « En 2017 », said in July of what is over, was over in July.
    const endedOn = sql`(case when e.state = 'past' and e.known_on >= e.starts_on then least(e.ends_on, e.known_on) else e.ends_on end)`
    const isRecent = sql`(${selectNew(span)} and ${endedOn} >= ${span.from}::date - 92)`
    const isAccounted = sql`exists (select 1 from agenda_mission m where m.event_id = e.event_id
      and m.debriefed_at > ${span.since} and e.kind = any(${[...missionKinds]}::text[]))`
    const told = await listToldEvents(ground, {
      condition: sql`(e.state = 'past' or (e.state = 'planned' and coalesce(e.firmness, 'planned') = 'planned')) and e.recurrence is null and e.ends_on < '9999-12-31' and ${endedOn} < ${today}::date
        and (${endedOn} >= ${span.from}::date or ${isRecent} or (${!span.isFirst}::boolean and ${isAccounted}))`,
      order: sql`${endedOn} desc, e.starts_on desc, e.event_id`,
    })
    return told.map((each) => {
      const debrief = debriefOf(each)
      return eventItem(ground, each, debrief ? { text: debrief } : {})
    })
  },
}

function debriefOf({ event, account, outcome }: ToldEvent) {
  if (!event.debrief?.writtenAt) return null
  return [account, outcome].find((text) => Object.keys(text).length > 0) ?? null
}
