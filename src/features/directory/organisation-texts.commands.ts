import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'
import { authorize } from '../../platform/refusal.ts'
import type { RecordTexts, TextOwner, TextReplacement } from '../../platform/translation/text-owner.ts'
import { mayTranslate } from '../networks/index.ts'

/** The texts about organisations, for translators. */
export const organisationTexts: TextOwner = {
  kind: 'organisation',
  label: 'directory.text.organisation',
  fieldLabel: () => 'directory.text.about',
  listTexts: listOrganisationTexts,
  replaceText: replaceOrganisationText,
}

interface Described {
  id: string
  slug: string
  name: LocalizedName
  about: LocalizedText
  knownOn: string
}

/** The texts about the organisations that take part in a network, from the day on which they do. */
export async function listOrganisationTexts(
  context: Context,
  networkId: string,
  organisationIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<Described>`
    select o.organisation_id as id, o.slug, o.name, o.about, min(part.known_on)::text as "knownOn"
    from (
      select organisation_id, known_on from registry_party where network_id = ${networkId}
      union all
      select a.organisation_id, a.known_on from registry_actor a
        join registry_cooperation c on c.cooperation_id = a.cooperation_id where c.network_id = ${networkId}
      union all
      select organisation_id, known_on from registry_interest where network_id = ${networkId}
      union all
      select organisation_id, known_on from networks_membership where network_id = ${networkId}
    ) as part join directory_organisation o on o.organisation_id = part.organisation_id
    where o.about <> '{}' ${organisationIds === undefined ? sql`` : sql`and o.organisation_id = any(${[...organisationIds]}::uuid[])`}
    group by o.organisation_id
    order by o.organisation_id
  `.execute(context.database)
  return rows.map(({ id, slug, name, about, knownOn }) => ({
    networkId,
    recordKind: 'organisation',
    recordId: id,
    label: name,
    address: `/organisations/${slug}`,
    texts: [{ path: 'about', text: about, knownOn }],
  }))
}

/** Replaces the text about an organisation. Returns false if the text has changed in the meantime. */
export async function replaceOrganisationText(
  context: Context,
  { networkId, recordId, path, before, after }: TextReplacement,
): Promise<boolean> {
  authorize(mayTranslate(context.actor, networkId))
  const { numUpdatedRows } = await context.database
    .updateTable('directory_organisation')
    .set({ about: JSON.stringify(after), updated_at: context.clock.now().toString() })
    .where('organisation_id', '=', recordId)
    .where('about', '=', sql<LocalizedText>`${JSON.stringify(before)}::jsonb`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await recordActivity(context, {
    networkId: null,
    verb: 'translated',
    subjectKind: 'organisation',
    subjectId: recordId,
    detail: { path },
  })
  return true
}
