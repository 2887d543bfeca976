import { sql } from 'kysely'
import { type LocalizedText, plainText } from '../../platform/i18n/localized-text.ts'
import { textOwner } from '../../platform/translation/owned-texts.ts'
import { mayTranslate } from '../networks/index.ts'

/** The sentences of the answers that every translator of a network may read: so none of events for hosts alone or withdrawn. */
export const outcomeTexts = textOwner({
  kind: 'outcome',
  label: 'outcomes.text.outcome',
  mayTranslate,
  from: sql`outcomes_answer a join agenda_event e on e.event_id = a.event_id`,
  as: 'a',
  key: 'answer_id',
  where: sql`e.published_at is not null and e.visibility in ('public', 'network')`,
  columns: sql<{ slug: string; title: LocalizedText }>`e.slug, e.title`,
  describe: ({ slug, title }) => ({ label: plainText(title), address: `/agenda/${slug}#outcome` }),
  texts: [
    {
      table: 'outcomes_answer',
      fields: { sentence: 'outcomes.form.sentence', takes_up: 'outcomes.fact.takesUp' },
    },
  ],
})
