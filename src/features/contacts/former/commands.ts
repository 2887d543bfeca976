import { dayOf, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import { removeHolder } from '../holders/commands.ts'
import { changing, noteChange } from '../posts/commands.ts'
import { type Former, findPostState, lookUpFormer, type PostState } from './queries.ts'
import { forgetFormer } from './removal.commands.ts'

// Long enough to notice that the wrong list was imported, without becoming a second store of addresses.
const keptDays = 90

/**
 * Lets an import write into a post, and keeps the post’s state before the first write so that it can be undone. Nothing else reads this
 * copy; it is removed with the person, or after ninety days.
 */
export async function writeKeepingFormer(
  context: Context,
  { importId, networkId, postId }: Imported,
  write: (inside: Context) => Promise<void>,
): Promise<void> {
  await changing(context, networkId, postId, async (changed) => {
    // The import writes at the instant that is kept: anything later is a change by a person.
    const clock = readOnce(changed.clock)
    const inside = { ...changed, clock }
    const now = clock.now().toString()
    const former = (await lookUpFormer(inside, importId, postId))?.before
    const before = former ?? (await findPostState(inside, postId, now))
    await write(inside)
    const after = await findPostState(inside, postId, now)
    const until = Temporal.PlainDate.from(dayOf(clock)).add({ days: keptDays })
    await forgetFormer(inside, importId, postId)
    await inside.database
      .insertInto('contacts_former')
      .values({
        import_id: importId,
        post_id: postId,
        function: JSON.stringify(before.function),
        vacant_since: before.vacantSince,
        announced_for: before.announcedFor,
        holding_id: before.holdingId,
        contact_id: before.contactId,
        email: before.email,
        telephone: before.telephone,
        confirmed_at: before.confirmedAt,
        confirmed_by: before.confirmedBy,
        new_function: JSON.stringify(after.function),
        new_contact_id: after.contactId,
        new_email: after.email,
        new_telephone: after.telephone,
        written_at: now,
        kept_until: until.toString(),
      })
      .execute()
  })
}

export interface Imported {
  importId: string
  networkId: string
  postId: string
}

/**
 * Restores what a post held before an import. Later changes by people stay, unless `anyway`. Returns false if something of the import
 * stays, or no copy is kept.
 */
export async function giveBackFormer(
  context: Context,
  { importId, networkId, postId }: Imported,
  { anyway }: { anyway: boolean },
): Promise<boolean> {
  return changing(context, networkId, postId, async (inside) => {
    const former = await lookUpFormer(inside, importId, postId)
    if (!former) return false
    const stored = await findPostState(inside, postId, former.writtenAt)
    const isNamed = await giveBackFunction(inside, postId, former, stored, anyway)
    const isHeld =
      former.before.contactId === former.after.contactId
        ? await giveBackAddresses(inside, former, stored, anyway)
        : await giveBackHolder(inside, { networkId, postId }, former, stored, anyway)
    if (isNamed && isHeld) await forgetFormer(inside, importId, postId)
    await noteChange(inside, networkId, postId, 'changed')
    return isNamed && isHeld
  })
}

async function giveBackFunction(
  { database, clock }: Context,
  postId: string,
  { before, after }: Former,
  stored: PostState,
  anyway: boolean,
): Promise<boolean> {
  if (isSame(before.function, after.function) || isSame(stored.function, before.function)) return true
  if (!isSame(stored.function, after.function) && !anyway) return false
  await database
    .updateTable('contacts_post')
    .set({ function: JSON.stringify(before.function), updated_at: clock.now().toString() })
    .where('post_id', '=', postId)
    .execute()
  return true
}

/** For a holder who held the post throughout. If they have left it since, nothing of the import remains. */
async function giveBackAddresses(
  { database, clock }: Context,
  { before, after }: Former,
  stored: PostState & { isTouched: boolean },
  anyway: boolean,
): Promise<boolean> {
  if (before.contactId === null || stored.contactId !== before.contactId) return true
  const ways = ['email', 'telephone'] as const
  const written = ways.filter((way) => before[way] !== after[way] && stored[way] !== before[way])
  const own = written.filter((way) => anyway || stored[way] === after[way])
  if (own.length > 0 || !stored.isTouched)
    await database
      .updateTable('contacts_person')
      .set({
        ...Object.fromEntries(own.map((way) => [way, before[way]])),
        ...(stored.isTouched ? {} : confirmationOf(before)),
        updated_at: clock.now().toString(),
      })
      .where('contact_id', '=', before.contactId)
      .where('removed_at', 'is', null)
      .execute()
  return own.length === written.length
}

/** Removes the holder that the import added, and restores the one before. */
async function giveBackHolder(
  context: Context,
  { networkId, postId }: Omit<Imported, 'importId'>,
  { before, after }: Former,
  stored: PostState & { isTouched: boolean },
  anyway: boolean,
): Promise<boolean> {
  if (stored.contactId === before.contactId) return true
  // A person has put another holder there since.
  if (stored.contactId !== after.contactId || (stored.isTouched && !anyway)) return false
  const { database, clock } = context
  const now = clock.now().toString()
  if (before.holdingId !== null)
    await database
      .updateTable('contacts_holding')
      .set({ handed_to: null })
      .where('holding_id', '=', before.holdingId)
      .execute()
  await removeHolder(context, networkId, postId)
  await database
    .updateTable('contacts_post')
    .set({ vacant_since: before.vacantSince, announced_for: before.announcedFor, updated_at: now })
    .where('post_id', '=', postId)
    .execute()
  if (before.holdingId === null || before.contactId === null) return true
  await database
    .updateTable('contacts_holding')
    .set({ held_until: null, left_at: null })
    .where('holding_id', '=', before.holdingId)
    .execute()
  await database
    .updateTable('contacts_person')
    .set({
      email: before.email,
      telephone: before.telephone,
      ...confirmationOf(before),
      updated_at: now,
    })
    .where('contact_id', '=', before.contactId)
    .where('removed_at', 'is', null)
    .execute()
  return true
}

const confirmationOf = ({ confirmedAt, confirmedBy }: PostState) =>
  confirmedAt === null ? {} : { confirmed_at: confirmedAt, confirmed_by: confirmedBy }
