import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { takeFreeSlug } from '../../../platform/database/free-slug.ts'
import { chooseText, type LocalizedName, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { slugOf } from '../../../platform/input/slug.ts'
import { columnsOf } from '../../../platform/records/fields/columns.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { recordSearch } from '../../../platform/search/index.ts'
import { reservedSlugs } from '../paths.ts'
import { searchWords } from '../search-words.ts'
import { emptyPractice, type PracticeDocument, practiceFields, transferFields } from './fields.ts'

/** Writes what differs between two states of a sheet. Whoever publishes or changes it has looked at it. */
export async function writePractice(
  context: Context,
  { id, networkId }: SheetOf,
  before: PracticeDocument,
  after: PracticeDocument,
): Promise<void> {
  const now = context.clock.now().toString()
  const isPublic = ({ publication }: PracticeDocument) => publication === 'published'
  await context.database
    .updateTable('practices_sheet')
    .set({
      ...columnsOf(practiceFields, after),
      holder_id: holderOf(after),
      ...(isPublic(before) === isPublic(after) ? {} : { published_at: isPublic(after) ? now : null }),
      looked_on: context.today,
      updated_at: now,
    })
    .where('network_id', '=', networkId)
    .where('sheet_id', '=', id)
    .execute()
  if (before.publication === 'proposed' && ['draft', 'published'].includes(after.publication))
    await acceptProposal(context, id)
  await writeLists(context, id, before, after)
  await refreshSearch(context, [id])
}

/** Whoever takes a proposed sheet on by its own form, or by a program, has decided on the proposal. */
async function acceptProposal({ actor, clock, database }: Context, sheetId: string): Promise<void> {
  await database
    .updateTable('practices_proposal')
    .set({ decision: 'accepted', decided_by: personIdOf(actor), decided_at: clock.now().toString() })
    .where('sheet_id', '=', sheetId)
    .where('decision', 'is', null)
    .execute()
}

/** Makes a sheet from its document; returns its id. Its slug is made of its title. */
export async function insertPractice(
  context: Context,
  networkId: string,
  document: PracticeDocument,
): Promise<string> {
  const id = newId()
  const now = context.clock.now().toString()
  const { title } = document
  const words = title.en?.text ?? title.fr?.text ?? chooseText(title, 'en')?.text ?? ''
  const wished = slugOf(words, 'practice')
  await context.database
    .insertInto('practices_sheet')
    .values({
      ...{ sheet_id: id, network_id: networkId },
      slug: await takeFreeSlug(context, 'practices_sheet', { networkId, wished, reserved: reservedSlugs }),
      ...columnsOf(practiceFields, document),
      holder_id: holderOf(document),
      published_at: document.publication === 'published' ? now : null,
      looked_on: context.today,
      ...{ created_at: now, updated_at: now },
    })
    .execute()
  await writeLists(context, id, emptyPractice, document)
  await refreshSearch(context, [id])
  return id
}

/** Drafts a sheet from what is known already, for its holder to complete; returns its id. */
export function draftPractice(
  context: Context,
  networkId: string,
  known: Pick<PracticeDocument, 'holderId' | 'title' | 'themes'> & Partial<PracticeDocument>,
): Promise<string> {
  const document = { ...emptyPractice, ...known, publication: 'draft' as const, knownOn: context.today }
  return insertPractice(context, networkId, document)
}

function holderOf({ holderId }: PracticeDocument): string {
  if (holderId === null) throw new Refusal('wrongInput', 'A practice is an authority’s or a body’s')
  return holderId
}

async function writeLists(
  { database }: Context,
  id: string,
  before: PracticeDocument,
  after: PracticeDocument,
): Promise<void> {
  const placed = <R extends object>(rows: readonly R[]) =>
    rows.map((row, position) => ({ sheet_id: id, position, ...row }))
  if (!isSame(before.partners, after.partners)) {
    await database.deleteFrom('practices_partner').where('sheet_id', '=', id).execute()
    const rows = placed(after.partners.map((partner) => ({ organisation_id: partner.id })))
    if (rows.length > 0) await database.insertInto('practices_partner').values(rows).execute()
  }
  if (!isSame(before.results, after.results)) {
    await database.deleteFrom('practices_result').where('sheet_id', '=', id).execute()
    const rows = placed(
      after.results.map(({ id: result_id, measure, on, evidence }) => ({
        ...{ result_id, measure: JSON.stringify(measure), happened: on, evidence },
      })),
    )
    if (rows.length > 0) await database.insertInto('practices_result').values(rows).execute()
  }
  if (!isSame(before.transfers, after.transfers)) {
    await database.deleteFrom('practices_transfer').where('sheet_id', '=', id).execute()
    const rows = placed(
      after.transfers.map((each) => ({ country: each.id, ...columnsOf(transferFields, each) })),
    )
    if (rows.length > 0) await database.insertInto('practices_transfer').values(rows).execute()
  }
  if (!isSame(before.links, after.links)) {
    await database.deleteFrom('practices_link').where('sheet_id', '=', id).execute()
    const rows = placed(after.links.map(({ id: subject_id, kind }) => ({ subject_id, kind })))
    if (rows.length > 0) await database.insertInto('practices_link').values(rows).execute()
  }
}

/** Notes that somebody of the holder says that a sheet is still true. */
export async function confirmLook(context: Context, practice: SheetOf): Promise<void> {
  await context.database
    .updateTable('practices_sheet')
    .set({ looked_on: context.today, updated_at: context.clock.now().toString() })
    .where('sheet_id', '=', practice.id)
    .execute()
  await recordOnSheet(context, practice, 'confirmed')
}

interface SheetOf {
  id: string
  networkId: string
}

/** Writes down what somebody did with a sheet, not what they changed of it: its versions say that. */
export function recordOnSheet(
  context: Context,
  { id, networkId }: SheetOf,
  verb: string,
  detail: Record<string, string> = {},
): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'practice', subjectId: id, detail })
}

/** Rebuilds the search index of some sheets: their texts, what these are called in other languages, and their holders and partners. */
export async function refreshSearch(context: Context, sheetIds: readonly string[]): Promise<void> {
  if (sheetIds.length === 0) return
  const { rows } = await sql<{
    id: string
    texts: LocalizedText[]
    names: LocalizedName[]
    themes: string[]
    trades: string[]
  }>`
    select s.sheet_id as id, s.themes, s.trades, json_build_array(s.title, s.problem, s.done, s.failed) as texts,
      (select json_agg(o.name || o.short_name) from directory_organisation o where o.organisation_id = s.holder_id
        or o.organisation_id in (select p.organisation_id from practices_partner p where p.sheet_id = s.sheet_id)) as names
    from practices_sheet s where s.sheet_id = any(${[...sheetIds]}::uuid[])
  `.execute(context.database)
  for (const { id, texts, names, themes, trades } of rows)
    await context.database
      .updateTable('practices_sheet')
      .set(recordSearch(texts, [...names, ...searchWords(texts, themes, trades)]))
      .where('sheet_id', '=', id)
      .execute()
}
