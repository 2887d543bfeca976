import { sql } from 'kysely'
import { anonymous } from '../../platform/context/actor.ts'
import { dayOf, readOnce } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Application } from '../../platform/http/application.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { listNetworks, type Network } from '../networks/index.ts'
import { lookUpActor } from '../people/index.ts'
import { type DigestGroup, digestMail } from './digest-mail.ts'
import { listMorningsOf, type Morning } from './mornings.queries.ts'
import { countToDo, type Frequency, listDigestReaders, listToDo } from './queries.ts'

/** The parts of the application that digests need. */
type Services = Pick<Application, 'clock' | 'database' | 'settings' | 'translate' | 'toDo'>

/** How many things of a group a digest tells; the rest is counted. */
const linesAGroup = 10

interface Due {
  network: Network
  /** The day on which a digest that was sent counts as this one. */
  from: string
  day: string
}

/**
 * Sends each person the list of what waits for them, once a week or a day as they chose: one mail for all their groups, between nine and
 * six on the clock of their country, on the first working day of the week or on each. A list with nothing in it is not sent, and counts.
 * Returns the number of mails.
 */
export async function sendDigests(services: Services): Promise<number> {
  const clock = readOnce(services.clock)
  const context: Context = { actor: anonymous, clock, database: services.database, today: dayOf(clock) }
  const dueOf = new Map<string, Due[]>()
  for (const network of await listNetworks(context)) {
    // A group that is seen on another day than today’s writes to nobody.
    if (services.settings.now !== null || network.opensOn !== null) continue
    const readers = await listDigestReaders(context, network.id, network.countries[0] ?? '')
    const mornings = await listMorningsOf(context, network.id, new Set(readers.map(({ country }) => country)))
    for (const { personId, country, frequency, lastOn } of readers) {
      const morning = mornings.get(country)
      const from = morning && startOf(morning, frequency)
      if (!morning || !from || lastOn >= from) continue
      dueOf.set(personId, [...(dueOf.get(personId) ?? []), { network, from, day: morning.day }])
    }
  }
  let mails = 0
  for (const [personId, due] of dueOf) if (await sendDigest(services, context, personId, due)) mails++
  return mails
}

function startOf({ day, isOpen }: Morning, frequency: Frequency): string | null {
  if (!isOpen || frequency === 'never') return null
  if (frequency === 'daily') return day
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

// The claim and the mail are one transaction: whoever is killed between them has sent nothing, and of two workers one sends.
async function sendDigest(
  services: Services,
  context: Context,
  personId: string,
  due: readonly Due[],
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const actor = await lookUpActor(inside, personId)
    if (actor === null) return false
    const own = { ...inside, actor }
    const groups: DigestGroup[] = []
    for (const { network, from, day } of due) {
      if (!(await claim(own, personId, network.id, { from, day }))) continue
      const count = await countToDo(own, network.id)
      if (count === 0) continue
      groups.push({
        network,
        count,
        lines: await listToDo(own, network.id, { limit: linesAGroup, offset: 0 }),
      })
    }
    const [first, ...others] = groups
    if (!first) return false
    await sendMail(inside, await digestMail(services, own, personId, [first, ...others]))
    return true
  })
}

async function claim(
  { database }: Context,
  personId: string,
  networkId: string,
  { from, day }: { from: string; day: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into todo_digest as d (person_id, network_id, sent_on) values (${personId}, ${networkId}, ${day})
    on conflict (person_id, network_id) do update set sent_on = excluded.sent_on
      where d.frequency <> 'never' and coalesce(d.sent_on < ${from}, true)
  `.execute(database)
  return numAffectedRows === 1n
}
