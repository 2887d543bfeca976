import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { erratumTexts } from '../../platform/editions/errata.ts'
import { type LocalizedText, plainText } from '../../platform/i18n/localized-text.ts'
import { type TextTable, textOwner } from '../../platform/translation/owned-texts.ts'
import { changesOriginal, type TextReplacement } from '../../platform/translation/text-owner.ts'
import { mayTranslate } from '../networks/index.ts'
import { isTold } from './meetings/queries.ts'

// Members read minutes once these are open to amendments.
const sections: TextTable = {
  table: 'minutes_section',
  of: sql`part.meeting_id = m.meeting_id and (m.amendable_at is not null or m.final_at is not null)`,
  keys: ['section_id'],
  order: 'position',
}
const actions: TextTable = {
  table: 'minutes_action',
  of: 'decision_id',
  keys: ['action_id'],
  order: 'position',
  isDated: true,
}

/** The texts of meetings that are not only for coordinators. Names of people are not among them. */
const meetingTexts = textOwner({
  kind: 'meeting',
  label: 'minutes.text.meeting',
  mayTranslate,
  from: sql`minutes_meeting m`,
  as: 'm',
  key: 'meeting_id',
  where: isTold(),
  columns: sql<{ slug: string; title: LocalizedText }>`m.slug, m.title`,
  describe: ({ slug, title }) => ({ label: plainText(title), address: `/meetings/${slug}` }),
  texts: [
    {
      table: 'minutes_meeting',
      fields: {
        title: 'minutes.text.title',
        place: 'minutes.text.place',
        invitation: 'minutes.text.invitation',
      },
    },
    {
      path: 'points.*',
      table: 'minutes_point',
      of: sql`part.meeting_id = m.meeting_id and part.removed_at is null`,
      keys: ['point_id'],
      order: 'position',
      fields: { title: 'minutes.text.point' },
    },
    {
      path: 'sections.*',
      ...sections,
      fields: { title: 'minutes.text.sectionTitle', text: 'minutes.text.section' },
    },
    {
      path: 'resources.*',
      table: 'minutes_resource',
      of: 'meeting_id',
      keys: ['resource_id'],
      order: 'position',
      isDated: true,
      fields: { label: 'minutes.text.resource' },
    },
    erratumTexts('minutes', sql`m.meeting_id`, 'minutes.text.erratum'),
  ],
  // The original words of final minutes are never changed; they may still be translated.
  replace: async (context, replacement, write) => !(await isFrozen(context, replacement)) && write(),
})

/** Decisions, proposals, wishes, needs and their actions. Those from outside any meeting are on the page of the group. */
const decisionTexts = textOwner({
  kind: 'decision',
  label: 'minutes.text.decision',
  mayTranslate,
  from: sql`minutes_decision d left join minutes_meeting m on m.meeting_id = d.meeting_id`,
  as: 'd',
  key: 'decision_id',
  where: sql`m.meeting_id is null or ${isTold()}`,
  order: sql`d.position`,
  columns: sql<{ slug: string | null; title: LocalizedText }>`m.slug, d.text as title`,
  describe: ({ slug, title }) => ({
    label: plainText(title),
    address: slug === null ? '/group' : `/meetings/${slug}`,
  }),
  texts: [
    {
      table: 'minutes_decision',
      fields: { text: 'minutes.text.decision', horizonWords: 'minutes.text.dateWords' },
    },
    { path: 'actions.*', ...actions, fields: { text: 'minutes.text.action' } },
    { path: 'actions.*', ...actions, fields: { dueWords: 'minutes.text.dateWords' } },
  ],
})

/** The texts of meetings and decisions, for translators. */
export const minutesTexts = [meetingTexts, decisionTexts]

async function isFrozen({ database }: Context, replacement: TextReplacement): Promise<boolean> {
  if (!replacement.path.startsWith('sections.') || !changesOriginal(replacement)) return false
  const row = await database
    .selectFrom('minutes_meeting')
    .select('final_at')
    .where('meeting_id', '=', replacement.recordId)
    .executeTakeFirst()
  return row?.final_at != null
}
