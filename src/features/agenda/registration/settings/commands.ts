import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Terms } from '../terms.ts'

/** Stores the terms on which people register for an event. */
export async function saveTerms(context: Context, networkId: string, terms: Terms): Promise<void> {
  const columns = {
    is_open: terms.isOpen,
    until: terms.until,
    zone: terms.zone,
    for_whom: terms.forWhom,
    places: terms.places,
    country_places: JSON.stringify(terms.countryPlaces),
    questions: JSON.stringify(terms.questions),
    data_use: JSON.stringify(terms.dataUse),
    kept_months: terms.keptMonths,
    reminder_days: terms.reminderDays,
    updated_at: context.clock.now().toString(),
  }
  await context.database
    .insertInto('agenda_registration_terms')
    .values({ event_id: terms.eventId, ...columns })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet(columns))
    .execute()
  await recordActivity(context, {
    networkId,
    verb: terms.isOpen ? 'opened-registration' : 'closed-registration',
    subjectKind: 'activity',
    subjectId: terms.eventId,
  })
}
