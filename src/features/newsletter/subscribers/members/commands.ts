import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { anonymous, personIdOf } from '../../../../platform/context/actor.ts'
import { ownDay } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { interfaceLanguageFor } from '../../../../platform/i18n/languages.ts'
import { withdrawReaders } from '../../../../platform/mail/mailing/reader-changes.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { listNetworks, type Network } from '../../../networks/index.ts'
import { mayKeepSubscribers } from '../../policy.ts'
import { guessCountry } from '../guessed-country.ts'
import { addressDigest } from '../link.ts'
import { addReader } from '../list/commands.ts'
import { notifySubscriber } from '../mails.ts'
import { lookUpSubscriptionOf } from '../queries.ts'
import { listMembers, lookUpRule } from './queries.ts'

/** Sets the rule by which the members of a network get its letter without asking; null when they have to ask like everybody else. */
export async function decideOnMembers(
  context: Context,
  networkId: string,
  rule: string | null,
): Promise<void> {
  authorize(mayKeepSubscribers(context.actor, networkId))
  const decided = {
    rule: rule ?? '',
    decided_by: personIdOf(context.actor),
    decided_at: context.clock.now().toString(),
  }
  if (rule === null)
    await context.database.deleteFrom('newsletter_audience').where('network_id', '=', networkId).execute()
  else
    await context.database
      .insertInto('newsletter_audience')
      .values({ network_id: networkId, ...decided })
      .onConflict((conflict) => conflict.column('network_id').doUpdateSet(decided))
      .execute()
  await recordActivity(context, {
    networkId,
    verb: 'changed',
    subjectKind: 'network',
    subjectId: networkId,
    detail: { letterToMembers: rule !== null },
  })
}

/**
 * Subscribes the members of networks with such a rule, and tells each why. Ends the subscriptions of former members, and of networks that
 * dropped the rule. Members who left are not subscribed again.
 */
export async function followMembers(application: Application): Promise<void> {
  const networks = await listNetworks({ database: application.database })
  for (const network of networks) await followMembersOf(application, network)
}

/** The same for one network. */
export async function followMembersOf(application: Application, network: Network): Promise<void> {
  const { clock, database } = application
  const writing = { actor: anonymous, clock, database, today: ownDay(application, network.opensOn) }
  await inTransaction(writing, (inside) => endFormerMembers(inside, network.id))
  const rule = await lookUpRule(writing, network.id)
  if (rule !== null) await addMembers(application, writing, network, rule)
}

async function endFormerMembers({ clock, database }: Context, networkId: string): Promise<void> {
  const now = clock.now().toString()
  const { rows } = await sql<{ id: string }>`
    update newsletter_subscription s set state = 'left', left_at = ${now}, left_by = 'network', updated_at = ${now}
    where s.network_id = ${networkId} and s.state = 'subscribed' and s.consent_way = 'member' and (
      not exists (select 1 from newsletter_audience a where a.network_id = s.network_id)
      or not exists (select 1 from people_role r where r.network_id = s.network_id and r.person_id = s.person_id
        and r.role in ('chair', 'coordinator', 'member', 'contributor')
        and r.starts_at <= ${now}::timestamptz and (r.ends_at is null or r.ends_at > ${now}::timestamptz)))
    returning s.subscription_id as id
  `.execute(database)
  await withdrawReaders(
    { clock, database },
    rows.map(({ id }) => id),
  )
}

async function addMembers(
  application: Application,
  writing: Context,
  network: Network,
  rule: string,
): Promise<void> {
  for (const { personId, address, organisationId, ...member } of await listMembers(writing, network.id)) {
    const language = interfaceLanguageFor(member.language)
    const country = member.country ?? guessCountry(undefined, language, network.countries)
    const digest = addressDigest(application.secret, address)
    await inTransaction(writing, async (inside) => {
      const known = await lookUpSubscriptionOf(inside, network.id, digest)
      // A reader who left or was removed is not brought back by a rule.
      if (known?.state === 'left' && known.leftBy !== 'network') return
      const added = await addReader(inside, {
        networkId: network.id,
        address,
        digest,
        choices: {
          language,
          country: country || (network.countries[0] ?? ''),
          frequency: 'issue',
          themes: [],
          organisationId,
        },
        way: 'member',
        words: rule,
        givenOn: inside.clock.now().toString().slice(0, 10),
        personId,
      })
      if (typeof added !== 'string')
        await notifySubscriber(
          { application, writing: inside, network, quotedIn: network.languages[0] },
          added,
          'member',
          rule,
        )
    })
  }
}
