import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import { replaceNames } from '../commands.ts'
import type { EditableOrganisation } from '../organisation.ts'
import { namesOf, searchOf } from '../organisation-names.ts'
import { weightOf } from '../weight.ts'
import { editableFields } from './edited-fields.ts'
import { listAliases, lookUpEditable, lookUpLevel } from './queries.ts'

/**
 * Writes a person's changes to an organisation; from then on, reference files leave those fields alone. Updates the names by which
 * it is found, and invalidates the pages of the directory. Called inside the command that authorises.
 */
export async function changeOrganisation(
  context: Context,
  organisationId: string,
  after: EditableOrganisation,
): Promise<void> {
  const before = await lookUpEditable(context, organisationId)
  if (!before) return
  const edited = editableFields.filter((field) => !isSame(before[field], after[field]))
  if (edited.length === 0) return
  const level = await lookUpLevel(context, before.country, after.kind)
  const named = { ...after, level, aliases: await listAliases(context, organisationId) }
  const names = namesOf(named)
  const { search, grams } = searchOf(names)
  await sql`
    update directory_organisation set
      name = ${JSON.stringify(after.name)}, short_name = ${JSON.stringify(after.shortName)}, machine_names = ${after.machineNames},
      about = ${JSON.stringify(after.about)}, kind = ${after.kind}, level = ${level}, codes = ${JSON.stringify(after.codes)},
      parent_id = ${after.parentId}, population = ${after.population}, population_year = ${after.populationYear},
      latitude = ${after.place?.latitude ?? null}, longitude = ${after.place?.longitude ?? null},
      valid_from = ${after.validFrom}, valid_until = ${after.validUntil}, search = ${search}, grams = ${grams},
      edited_fields = array(select distinct unnest(edited_fields || ${edited}::text[]) order by 1),
      updated_at = ${context.clock.now().toString()}
    where organisation_id = ${organisationId}
  `.execute(context.database)
  await replaceNames(context, [{ organisationId, names, weight: weightOf(named) }])
  await recordActivity(context, {
    networkId: null,
    verb: 'changed',
    subjectKind: 'organisation',
    subjectId: organisationId,
    detail: { fields: edited },
  })
}
