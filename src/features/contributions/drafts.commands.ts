import type { Context } from '../../platform/context/context.ts'
import type { FormValues } from '../../platform/input/form.ts'

/** Keeps what a person has typed into a form, in place of their earlier draft of it. */
export async function keepDraft(
  { database, clock }: Context,
  personId: string,
  networkId: string,
  draft: { form: string; baseNumber: number | null; fields: FormValues },
): Promise<Date> {
  const saved_at = clock.now().toString()
  const fields = JSON.stringify(draft.fields)
  await database
    .insertInto('contributions_draft')
    .values({
      person_id: personId,
      network_id: networkId,
      form: draft.form,
      base_number: draft.baseNumber,
      fields,
      saved_at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'form'])
        .doUpdateSet({ base_number: draft.baseNumber, fields, saved_at }),
    )
    .execute()
  return new Date(saved_at)
}

/** Removes a draft, once it was sent or its writer starts over. */
export async function dropDraft({ database }: Context, personId: string, form: string): Promise<void> {
  await database
    .deleteFrom('contributions_draft')
    .where('person_id', '=', personId)
    .where('form', '=', form)
    .execute()
}

/** Removes drafts that were not changed since a moment. */
export async function dropDraftsBefore({ database }: Context, moment: Date): Promise<void> {
  await database.deleteFrom('contributions_draft').where('saved_at', '<', moment).execute()
}
