import type { Context } from '../../platform/context/context.ts'

/** A person’s draft of a form; null if there is none. */
export async function lookUpDraft({ database }: Context, personId: string, form: string) {
  const found = await database
    .selectFrom('contributions_draft')
    .select(['form', 'base_number as baseNumber', 'fields', 'saved_at as savedAt'])
    .where('person_id', '=', personId)
    .where('form', '=', form)
    .executeTakeFirst()
  return found ?? null
}

/** A person’s drafts in a network below an address, newest first. */
export async function listDrafts({ database }: Context, personId: string, networkId: string, below = '') {
  return database
    .selectFrom('contributions_draft')
    .select(['form', 'saved_at as savedAt'])
    .where('person_id', '=', personId)
    .where('network_id', '=', networkId)
    .where('form', 'like', `${below.replaceAll(/[\\%_]/g, '\\$&')}%`)
    .orderBy('saved_at', 'desc')
    .limit(100)
    .execute()
}
