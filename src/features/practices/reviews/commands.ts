import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { chooseName, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { languageOfLetters } from '../../../platform/input/text-input.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { columnsOf } from '../../../platform/records/fields/columns.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { authorize } from '../../../platform/refusal.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { listAddressees } from '../../contacts/index.ts'
import { paths } from '../paths.ts'
import { maySpeakFor } from '../policy.ts'
import { recordOnSheet } from '../sheets/commands.ts'
import type { Practice } from '../sheets/queries.ts'
import { practiceTitle } from '../sheets/sheet-words.ts'
import { reviewLinks } from './links.ts'
import { listAskable, type PracticeReview, reviewFields } from './queries.ts'
import type { TypedReview } from './review-form.tsx'

/** Days for which the link of a review works, and for which its address is kept after that. */
const openDays = 60

/**
 * Asks an authority of another country’s side to review a sheet: by a line of *To do* where a member has an account, else by one mail with a
 * link to the post that answers first. Returns false where nobody can be asked, or it was asked before.
 */
export async function askReview(
  asking: NotificationContext,
  practice: Practice,
  organisationId: string,
): Promise<boolean> {
  const { writing } = asking
  const { networkId, holder } = practice
  authorize(maySpeakFor(writing.actor, networkId, holder.id))
  const reviewer = (await listAskable(writing, practice)).find(({ id }) => id === organisationId)
  if (!reviewer) return false
  const addressee = reviewer.hasAccount
    ? undefined
    : (await listAddressees(writing, networkId, [organisationId])).get(organisationId)
  if (!reviewer.hasAccount && !addressee) return false
  return inTransaction(writing, async (inside) => {
    const id = newId()
    const endsAt = new Date(inside.clock.now().add({ hours: 24 * openDays }).epochMilliseconds)
    const { numInsertedOrUpdatedRows } = await inside.database
      .insertInto('practices_review')
      .values({
        ...{ review_id: id, network_id: networkId, sheet_id: practice.id, organisation_id: organisationId },
        ...{
          asked_on: inside.today,
          address: addressee?.address ?? null,
          language: addressee?.language ?? null,
        },
        link_ends_at: addressee ? endsAt : null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return false
    if (addressee)
      await notify({ ...asking, writing: inside }, [{ personId: null, name: '', ...addressee }], {
        leadsTo: async (language) =>
          paths.byLink(language, asking.network.slug, await reviewLinks.make(inside, { review_id: id })),
        write: ({ t, reader, network }) => {
          const told = {
            network,
            holder: chooseName(holder.name, reader.language).text,
            reviewer: chooseName(reviewer.name, reader.language).text,
            title: practiceTitle(reader, practice),
          }
          return {
            kind: 'practices.review',
            subject: t('practices.review.mail.subject', told),
            body: [t('practices.review.mail.text', told), t('practices.review.mail.questions')],
            action: t('practices.review.mail.action'),
            notes: [
              t('practices.review.mail.note', { day: dayWords(reader, endsAt.toISOString().slice(0, 10)) }),
            ],
          }
        },
      })
    await recordOnSheet(inside, practice, 'asked', { review: id })
    return true
  })
}

interface Reviewing {
  writing: Context
  reader: Reader
  network: RecordNetwork
  practice: Practice
  review: PracticeReview
}

/**
 * Records what the other side says of a sheet, each text in the language of its letters, else in that of the page. The caller knows that it
 * speaks for the reviewer: by account, or by link.
 */
export async function giveReview(
  { writing, reader, network, practice, review: { id } }: Reviewing,
  typed: TypedReview,
): Promise<void> {
  const told = (text: string): LocalizedText => {
    const language = languageOfLetters(text, network.languages) ?? reader.interfaceLanguage
    return text === '' ? {} : { [language]: { text, state: 'original' } }
  }
  const said = { ...typed, words: told(typed.words), whoCould: told(typed.whoCould) }
  await inTransaction(writing, async (inside) => {
    await inside.database
      .updateTable('practices_review')
      .set({
        ...columnsOf(reviewFields, said),
        ...{ said_on: inside.today, said_by: personIdOf(inside.actor) },
      })
      .where('review_id', '=', id)
      .execute()
    await recordOnSheet(inside, practice, 'reviewed', { review: id })
  })
}

/** Erases, at its wish, the address that was asked, with the mails to it; the link ends, what was said stays. */
export async function forgetReviewer(
  context: Context,
  { id, address }: Pick<PracticeReview, 'id' | 'address'>,
): Promise<void> {
  await reviewLinks.end(context, { review_id: id })
  await context.database
    .updateTable('practices_review')
    .set({ address: null })
    .where('review_id', '=', id)
    .execute()
  if (address !== null) await removeMailsTo(context, [address.toLowerCase()], 'practices.review')
}

/** Forgets the addresses of links that ended as long ago as they worked. */
export async function forgetReviewers({ clock, database }: Context): Promise<void> {
  const limit = new Date(clock.now().subtract({ hours: 24 * openDays }).epochMilliseconds)
  await database
    .updateTable('practices_review')
    .set({ address: null })
    .where('link_ends_at', '<', limit)
    .where('address', 'is not', null)
    .execute()
}
