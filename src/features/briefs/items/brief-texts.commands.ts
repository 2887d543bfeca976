import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { textOwner } from '../../../platform/translation/owned-texts.ts'
import { countryNames } from '../../directory/index.ts'
import { mayTranslate } from '../../networks/index.ts'

/** The words of the items of each country of a group, with what the group says beside: those that stand, and not those before. */
export const briefTexts = textOwner({
  kind: 'brief',
  label: 'briefs.brief.title',
  mayTranslate,
  from: sql`(select distinct n.network_id, i.brief_id, i.country from briefs_item i
    join networks_network n on i.country = any(n.countries)) b`,
  as: 'b',
  key: 'brief_id',
  knownOn: sql`null::date`,
  columns: sql<{ country: string }>`b.country`,
  describe: ({ country }): { label: LocalizedName; address: string } => ({
    label: countryNames(country),
    address: `/brief/${country.toLowerCase()}`,
  }),
  texts: [
    {
      path: 'items.*',
      table: 'briefs_item',
      of: sql`part.brief_id = b.brief_id and not exists (select 1 from briefs_item later
        where later.country = part.country and later.key = part.key and later.known_on > part.known_on)`,
      keys: ['item_id'],
      order: 'key',
      isDated: true,
      fields: { text: 'briefs.form.text' },
    },
    {
      path: 'lines.*',
      table: 'briefs_line',
      of: sql`part.brief_id = b.brief_id and part.network_id = b.network_id`,
      keys: ['line_id'],
      order: 'key',
      isDated: true,
      fields: { text: 'briefs.form.line' },
    },
  ],
  // The groups that share the country show its words too. Words that a person translated here are no longer those of a release, which a later one may replace.
  refresh: async (context, briefId) => {
    const now = context.clock.now().toString()
    await sql`
      update briefs_item set is_loaded = false, updated_at = ${now}
      where brief_id = ${briefId} and is_loaded and exists (
        select 1 from jsonb_each(text) as passage (language, said) where said ->> 'state' <> 'machine')
    `.execute(context.database)
    await recordActivity(context, {
      networkId: null,
      verb: 'translated',
      subjectKind: 'brief',
      subjectId: briefId,
    })
  },
})
