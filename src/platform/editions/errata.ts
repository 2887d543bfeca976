import { type RawBuilder, sql } from 'kysely'
import { personIdOf } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import { newId } from '../context/identifier.ts'
import { mergeLocalizedText, type TypedText } from '../i18n/localized-text.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'
import { Refusal } from '../refusal.ts'
import type { TextPart } from '../translation/owned-texts.ts'

/** What changes no more and may have errata beside it: minutes by their meeting, an edition by its id. */
export interface ErratumSubject {
  kind: 'minutes' | 'brief' | 'report'
  id: string
}

export type Erratum = Awaited<ReturnType<typeof listErrata>>[number]

/** What an erratum says beside what is right. */
interface ErratumDetail {
  /** What was said. */
  said?: TypedText
  /** On whose word. */
  word?: string
  /** The id of the record that it is about. */
  about?: string | null
}

/**
 * Adds a correction beside what changes no more, known from the context’s day. Refuses one without words. The caller asks the policy and
 * records the activity.
 */
export async function addErratum(
  context: Context,
  subject: ErratumSubject,
  typed: TypedText,
  { said, word, about = null }: ErratumDetail = {},
): Promise<void> {
  const text = mergeLocalizedText({}, typed)
  if (Object.keys(text).length === 0) throw new Refusal('wrongInput', 'An erratum has no words')
  await context.database
    .insertInto('platform_erratum')
    .values({
      erratum_id: newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      text: JSON.stringify(text),
      said: said ? JSON.stringify(mergeLocalizedText({}, said)) : null,
      word: word ?? null,
      about,
      person_id: personIdOf(context.actor),
      made_at: context.clock.now().toString(),
      known_on: context.today,
    })
    .execute()
}

/** The errata of a subject, oldest first, as known on the context’s day. */
export async function listErrata({ database, today }: Context, { kind, id }: ErratumSubject) {
  return database
    .selectFrom('platform_erratum')
    .select(['erratum_id as id', 'said', 'text', 'word', 'about', 'made_at as madeAt'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('known_on', '<=', today)
    .orderBy('made_at')
    .orderBy('erratum_id')
    .execute()
}

/** Removes all errata of a subject, which is removed itself. */
export async function removeErrata(
  { database }: Pick<Context, 'database'>,
  { kind, id }: ErratumSubject,
): Promise<void> {
  await database
    .deleteFrom('platform_erratum')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
}

/** Errata among the texts of the records that they correct, for `textOwner`. `id` is SQL: the id of such a record. */
export function erratumTexts(
  kind: ErratumSubject['kind'],
  id: RawBuilder<unknown>,
  label: PlainMessageKey,
): TextPart {
  return {
    path: 'errata.*',
    table: 'platform_erratum',
    of: sql`part.subject_kind = ${sql.lit(kind)} and part.subject_id = ${id}`,
    keys: ['erratum_id'],
    isDated: true,
    fields: { text: label },
  }
}
