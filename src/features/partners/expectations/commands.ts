import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { freeSlug, slugOf } from '../../../platform/input/slug.ts'
import { authorize, Refusal } from '../../../platform/refusals/refusal.ts'
import { grams, searchText } from '../../../platform/search/index.ts'
import type { Theme } from '../../networks/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import type { PartnershipForm } from '../forms.ts'
import { maySpeakFor } from '../policy.ts'
import { writeConsent } from './consent/commands.ts'
import type { Confidentiality, Expectation } from './expectation.ts'
import { askMembers } from './requests/commands.ts'
import { expectationTexts } from './texts/expectation-texts.ts'
import { noteStep } from './trail/commands.ts'

export interface ExpectationTexts {
  title: LocalizedText
  text: LocalizedText
  themes: readonly Theme[]
  form: PartnershipForm
  /** ISO day. */
  deadline: string | null
  confidentiality: Confidentiality
}

export interface NewExpectation extends ExpectationTexts {
  networkId: string
  askerId: string
  askedId: string
  /** In which the asker is answered. */
  language: string
  /** Who speaks for an asker without an account. */
  contact: { name: string; address: string } | null
  /** The asker lets it be put to others, should the one addressed be unable to answer. */
  isConsentGiven: boolean
}

/** States what an organisation expects of a member; answers its id and slug. Refuses one addressed that is no member (any more). */
export async function addExpectation(
  context: Context,
  expectation: NewExpectation,
): Promise<{ id: string; slug: string }> {
  const { networkId, askerId } = expectation
  authorize(maySpeakFor(context.actor, { networkId, organisationId: askerId }))
  return inTransaction(context, async (inside) => {
    const { actor, clock, database, today } = inside
    const id = newId()
    const now = clock.now().toString()
    const slug = await findFreeSlug(inside, networkId, expectation.title)
    await database
      .insertInto('partners_expectation')
      .values({
        expectation_id: id,
        network_id: networkId,
        slug,
        asker_id: askerId,
        asked_id: expectation.askedId,
        ...columnsOf(expectation),
        language: expectation.language,
        contact_name: expectation.contact?.name ?? '',
        contact_address: expectation.contact?.address ?? null,
        stated_by: personIdOf(actor),
        stated_at: now,
        known_on: today,
        updated_at: now,
      })
      .execute()
    await noteStep(inside, { id, networkId }, { verb: 'stated', organisationId: askerId })
    const asked = await askMembers(inside, { id, networkId, askerId }, [expectation.askedId], null)
    if (asked.length !== 1) throw new Refusal('changedMeanwhile', 'The authority is no member any more')
    if (expectation.isConsentGiven) await writeConsent(inside, { id, networkId, askerId }, 'given')
    await reindexTexts(inside, [expectationTexts], networkId, [{ kind: 'expectation', id }])
    return { id, slug }
  })
}

/** Words an expectation anew; nobody does once it is closed. */
export async function changeExpectation(
  context: Context,
  { id, networkId, asker }: Expectation,
  texts: ExpectationTexts,
): Promise<void> {
  authorize(maySpeakFor(context.actor, { networkId, organisationId: asker.id }))
  await inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('partners_expectation')
      .set(columnsOf(texts))
      .where('expectation_id', '=', id)
      .where(
        sql<boolean>`not exists (select 1 from partners_expectation_closing closing where closing.expectation_id = ${id})`,
      )
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('taken')
    await noteStep(inside, { id, networkId }, { verb: 'changed', organisationId: asker.id })
    await reindexTexts(inside, [expectationTexts], networkId, [{ kind: 'expectation', id }])
  })
}

function columnsOf({ title, text, themes, form, deadline, confidentiality }: ExpectationTexts) {
  const words = [title, text].flatMap((each) => Object.values(each).map((passage) => passage.text))
  const search = searchText(words)
  return {
    title: JSON.stringify(title),
    text: JSON.stringify(text),
    themes: [...themes],
    form,
    deadline,
    confidentiality,
    search,
    grams: grams(search),
  }
}

// Words that addresses of pages have.
const taken = ['new', 'overview']

async function findFreeSlug(context: Context, networkId: string, title: LocalizedText): Promise<string> {
  const wished = slugOf(chooseText(title, 'fr')?.text ?? '', 'expectation')
  const rows = await context.database
    .selectFrom('partners_expectation')
    .select('slug')
    .where('network_id', '=', networkId)
    .where('slug', 'like', `${wished}%`)
    .execute()
  return freeSlug(wished, new Set([...taken, ...rows.map(({ slug }) => slug)]))
}
