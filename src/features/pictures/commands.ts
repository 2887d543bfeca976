import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import { personIdOf } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { takeTurn } from '../../platform/database/turns.ts'
import { mergeLocalizedText, type TypedText } from '../../platform/i18n/localized-text.ts'
import { authorize, Refusal } from '../../platform/refusal.ts'
import { type GivenPicture, keepPictureFile } from '../../platform/storage/picture-file.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { mayChangeRecord } from '../contributions/index.ts'
import { reindexTexts } from '../translations/index.ts'
import { pictureTexts } from './picture-texts.commands.ts'
import { listPictures, mostPictures, type Picture, type Pictured } from './queries.ts'

/** A record with the organisations whose members may change it. */
export interface EditedRecord extends Pictured {
  organisationIds: string[]
}

/** What is typed about a picture. */
export interface PictureWords {
  alternative: TypedText
  caption: TypedText
  credit: string
  terms: string
  people: 'nobody' | 'agreed'
}

export const pictureVerbs = ['up', 'down', 'remove', 'restore'] as const
type PictureVerb = (typeof pictureVerbs)[number]

const daysToPutBack = 30

/** Stores a picture of a record as its last one. Returns its id; null if there are six already. */
export async function addPicture(
  context: Context,
  storage: Storage,
  record: EditedRecord,
  given: GivenPicture,
  { alternative, caption, credit, terms, people }: PictureWords,
): Promise<string | null> {
  authorize(mayChangeRecord(context.actor, record))
  const fileId = await keepPictureFile(context, storage, given)
  const id = newId()
  return changing(context, record, id, 'added-picture', async (inside, all) => {
    if (all.filter(({ removedAt }) => removedAt === null).length >= mostPictures) return null
    await inside.database
      .insertInto('pictures_picture')
      .values({
        picture_id: id,
        network_id: record.networkId,
        record_kind: record.kind,
        record_id: record.id,
        position: Math.max(0, ...all.map(({ position }) => position)) + 1,
        file_id: fileId,
        width: given.width,
        height: given.height,
        alternative: JSON.stringify(mergeLocalizedText({}, alternative)),
        caption: JSON.stringify(mergeLocalizedText({}, caption)),
        credit,
        terms,
        people,
        known_on: inside.today,
        added_at: inside.clock.now().toString(),
        added_by: personIdOf(inside.actor),
      })
      .execute()
    return id
  })
}

/** Changes what is said of a picture; the texts are merged with those that the database holds. */
export async function changePicture(
  context: Context,
  record: EditedRecord,
  id: string,
  { alternative, caption, ...rest }: PictureWords,
): Promise<void> {
  await changing(context, record, id, 'changed-picture', async ({ database }, all) => {
    const before = findIn(all, id)
    await database
      .updateTable('pictures_picture')
      .set({
        ...rest,
        alternative: JSON.stringify(mergeLocalizedText(before.alternative, alternative)),
        caption: JSON.stringify(mergeLocalizedText(before.caption, caption)),
      })
      .where('picture_id', '=', id)
      .execute()
    return id
  })
}

/** Moves a picture among those that are shown, takes it out, or puts it back: refused where six others are shown by then. */
export async function arrangePictures(
  context: Context,
  record: EditedRecord,
  { verb, id }: { verb: PictureVerb; id: string },
): Promise<void> {
  await changing(context, record, id, `${verb}-picture`, async ({ database, clock, actor }, all) => {
    const picture = findIn(all, id)
    const shown = all.filter(({ removedAt }) => removedAt === null)
    if (verb === 'up' || verb === 'down') {
      const other = shown[shown.indexOf(picture) + (verb === 'up' ? -1 : 1)]
      if (picture.removedAt !== null || !other) return null
      await sql`update pictures_picture set position = ${picture.position + other.position} - position
        where picture_id in (${id}, ${other.id})`.execute(database)
      return id
    }
    const isOut = verb === 'remove'
    const isTaken = isOut ? picture.removedAt !== null : picture.removedAt === null
    if (isTaken || (!isOut && shown.length >= mostPictures)) throw new Refusal('taken')
    await database
      .updateTable('pictures_picture')
      .set({
        removed_at: isOut ? clock.now().toString() : null,
        removed_by: isOut ? personIdOf(actor) : null,
      })
      .where('picture_id', '=', id)
      .execute()
    return id
  })
}

/** Deletes the pictures that were taken out thirty days ago; their files go with the next tidying. */
export async function deleteRemoved({ database, clock }: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const limit = clock.now().subtract({ hours: daysToPutBack * 24 })
  await database
    .deleteFrom('pictures_picture')
    .where('removed_at', '<', new Date(limit.epochMilliseconds))
    .execute()
}

/** Does one thing to the pictures of a record, one caller after another; nothing is recorded where `change` answers null. */
async function changing(
  context: Context,
  record: EditedRecord,
  id: string,
  verb: string,
  change: (inside: Context, all: Picture[]) => Promise<string | null>,
): Promise<string | null> {
  const { networkId, kind } = record
  authorize(mayChangeRecord(context.actor, record))
  return inTransaction(context, async (inside) => {
    await takeTurn(inside, `pictures ${record.id}`)
    const done = await change(inside, await listPictures(inside, record, { removed: true }))
    if (done === null) return null
    await reindexTexts(inside, [pictureTexts], networkId, [{ kind: 'picture', id }])
    await recordActivity(inside, { networkId, verb, subjectKind: kind, subjectId: record.id })
    return done
  })
}

function findIn(all: readonly Picture[], id: string): Picture {
  const found = all.find((each) => each.id === id)
  if (!found) throw new Refusal('taken')
  return found
}
