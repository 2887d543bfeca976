import { sql, type Updateable } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Database } from '../../../platform/database/schema.generated.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { languageToWrite, postLine } from '../contact-mails.ts'
import { paths } from '../paths.ts'
import { mayManageContacts } from '../policy.ts'
import { noteChange } from '../posts/commands.ts'
import { statementLinks } from './links.ts'
import { type AskedHolder, listAskedHolders } from './peers.queries.ts'
import { abroadVersion, type TypedStatement } from './statement-form.tsx'

/** How the secretariat asks: every holder once, the silent ones once more, and a desk who does this at its authority. */
export const steps = { first: 'asked_at', reminder: 'reminded_at', desk: 'desk_asked_at' } as const
/** How long a link works that nobody answers. */
const linkDays = 60
/** How long a yes holds. */
export const statementYears = 1

/** The desk of each authority where somebody has a trade and nobody agreed, if it has an address and was not asked yet. */
export function desksOf(holders: readonly AskedHolder[]): AskedHolder[] {
  return [...Map.groupBy(holders, ({ organisationId }) => organisationId).values()].flatMap((theirs) => {
    if (theirs.some(({ consents }) => consents) || theirs.every(({ posts }) => posts.length === 0)) return []
    const desks = theirs.filter((each) => each.desk !== null && each.email !== null)
    return desks.toSorted((a, b) => (a.desk ?? 0) - (b.desk ?? 0)).slice(0, 1)
  })
}

/**
 * Writes to those whom a step concerns, each once and in their language, with a link of their own: no such mail stands in the outbox of the
 * network. `organisationId` is that of the desk.
 */
export async function askHolders(
  asking: NotificationContext,
  step: keyof typeof steps,
  organisationId: string,
): Promise<void> {
  const { writing, network } = asking
  authorize(mayManageContacts(writing.actor, network.id))
  await inTransaction(writing, async (inside) => {
    const all = await listAskedHolders(inside, network.id)
    const meant =
      step === 'desk'
        ? desksOf(all).filter((each) => each.organisationId === organisationId)
        : all.filter(({ due }) => due === step)
    const claimed: AskedHolder[] = []
    for (const holder of meant) if (await claim(inside, holder.contactId, step)) claimed.push(holder)
    const recipients = claimed.map((holder) => ({
      ...holder,
      ...{ personId: null, name: '', address: holder.email ?? '' },
      language: languageToWrite(holder.languages, holder.country),
    }))
    await notify({ ...asking, writing: inside }, recipients, {
      leadsTo: async (language, { contactId }) =>
        paths.asked(language, network.slug, await statementLinks.make(inside, { contact_id: contactId })),
      // It names the post alone.
      write: ({ to, t, language, network: name }) => ({
        kind: 'contacts.asking',
        subject: t(`contacts.asking.mail.${step}.subject`, { network: name }),
        body: [
          t(`contacts.asking.mail.${step}.text`, { network: name, post: postLine(to, language) }),
          step !== 'desk' && {
            kind: 'list',
            items: to.posts.map(({ trade }) => t(`contacts.trade.${trade}`)),
          },
          t('contacts.asking.mail.answers'),
        ],
        action: t('contacts.asking.mail.action'),
        notes: [t('contacts.asking.mail.until', { days: linkDays }), t('contacts.asking.mail.nothing')],
      }),
      includesActor: true,
      includesRepeats: true,
    })
    for (const { postId } of claimed) await noteChange(inside, network.id, postId, 'asked')
  })
}

// Of two presses at the same time each writes to those whom it has marked.
async function claim({ actor, clock, database }: Context, contactId: string, step: keyof typeof steps) {
  const now = clock.now()
  const column = sql.ref(steps[step])
  const { numAffectedRows } = await sql`
    insert into contacts_statement as s (contact_id, ${column}, asked_by, link_ends_at)
    values (${contactId}, ${now.toString()}, ${personIdOf(actor)}, ${now.add({ hours: linkDays * 24 }).toString()})
    on conflict (contact_id) do update set ${column} = excluded.${column}, asked_by = excluded.asked_by,
      link_ends_at = greatest(s.link_ends_at, excluded.link_ends_at)
    where s.${column} is null
  `.execute(database)
  return numAffectedRows === 1n
}

/** Records what a holder says of being asked: a yes holds for a year, anything else takes it back. The caller knows that they say it. */
export async function giveStatement(
  context: Context,
  networkId: string,
  { contactId, postId, decision: before }: AskedHolder,
  { words, notOn, notThemes, absentUntil, agreesAbroad, quiet, ...typed }: TypedStatement,
): Promise<void> {
  const now = context.clock.now()
  const decided_at = now.toString()
  const isYes = typed.decision === 'yes'
  const until = now.toZonedDateTimeISO('UTC').toPlainDate().add({ years: statementYears }).toString()
  await inTransaction(context, async (inside) => {
    await write(inside, contactId, {
      ...{ ...typed, decided_at, quiet: JSON.stringify(quiet), absent_until: absentUntil },
      words: typed.decision === 'somebody_else' ? words : '',
      ...{ not_on: notOn, not_themes: notThemes, until: isYes ? until : null },
      withdrawn_at: before === 'yes' && !isYes ? decided_at : null,
      ...(isYes && agreesAbroad
        ? { abroad_version: abroadVersion, abroad_at: decided_at }
        : { abroad_version: null, abroad_at: null }),
      // Once it has ended they are asked anew.
      ...(isYes ? { asked_at: null, reminded_at: null, link_ends_at: `${until}T23:59:59Z` } : {}),
    })
    await noteChange(inside, networkId, postId, 'answered')
  })
}

/** Empties the words on who could be asked instead, once the secretariat has seen to them. */
export async function settleWords(context: Context, networkId: string, contactId: string): Promise<void> {
  authorize(mayManageContacts(context.actor, networkId))
  const holders = await listAskedHolders(context, networkId)
  const { postId } = holders.find((each) => each.contactId === contactId) ?? notFound(contactId)
  await inTransaction(context, async (inside) => {
    await write(inside, contactId, { words: '' })
    await noteChange(inside, networkId, postId, 'settled')
  })
}

/** Keeps until when somebody is away (ISO day), as a note of absence says; null when they are back. Nothing else of the note is kept. */
export function setAbsentUntil(context: Context, contactId: string, date: string | null): Promise<void> {
  return write(context, contactId, { absent_until: date })
}

/** Forgets until when people were away, once they are back. */
export async function forgetAbsences({ database, today }: Context): Promise<void> {
  await database
    .updateTable('contacts_statement')
    .set({ absent_until: null })
    .where('absent_until', '<', today)
    .execute()
}

async function write(
  { database }: Context,
  contactId: string,
  said: Updateable<Database['contacts_statement']>,
): Promise<void> {
  await database
    .insertInto('contacts_statement')
    .values({ contact_id: contactId, ...said })
    .onConflict((conflict) => conflict.column('contact_id').doUpdateSet(said))
    .execute()
}
