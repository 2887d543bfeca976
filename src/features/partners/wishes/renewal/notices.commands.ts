import { sql } from 'kysely'
import { dayOf, readOnce } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { ownDay } from '../../../../platform/context/own-day.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { isInterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import { sendMail } from '../../../../platform/mail/send-mail.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { listDeciders } from '../../../contributions/index.ts'
import { listNetworks, type Network } from '../../../networks/index.ts'
import { selectState } from '../board/queries.ts'
import { paths } from '../paths.ts'
import { selectWishes, type Wish } from '../row.queries.ts'
import { expiryMail } from './expiry-mail.ts'
import { signRenewal } from './renewal-link.ts'

/** So many days before a wish ends its authority is asked whether it still stands. */
const daysBefore = 30

/** Tells the authorities whose wishes end soon, each on its network’s own day and each wish once; what fails holds up no other. */
export async function tellOfExpiry(application: Application): Promise<void> {
  const { settings, clock, database, log } = application
  const day = readOnce(clock)
  const context: Context = { actor: { kind: 'operator' }, clock, database, today: dayOf(day) }
  for (const network of await listNetworks(context)) {
    const writing = { ...context, today: ownDay({ settings, clock: day }, network.opensOn) }
    const until = Temporal.PlainDate.from(writing.today).add({ days: daysBefore }).toString()
    const ending = await selectWishes(writing, {
      condition: sql`w.network_id = ${network.id} and w.expiry_told_at is null and w.expires_on <= ${until}
        and ${selectState(writing.today, 'open')}`,
    })
    for (const wish of ending)
      try {
        await inTransaction(writing, (inside) => tell(application, inside, network, wish))
      } catch (error) {
        log.error({ err: error, wish: wish.id }, 'wishes')
      }
  }
}

async function tell(application: Application, writing: Context, network: Network, wish: Wish): Promise<void> {
  const { numUpdatedRows } = await writing.database
    .updateTable('partners_wish')
    .set({ expiry_told_at: writing.clock.now().toString() })
    .where('wish_id', '=', wish.id)
    .where('expiry_told_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return
  const { baseUrl } = application.settings
  for (const to of await listDeciders(writing, network.id, [wish.organisation.id], 'owners')) {
    const language = isInterfaceLanguage(to.language) ? to.language : 'en'
    const t = application.translate(language)
    const reader = { language, interfaceLanguage: language, t, today: writing.today, now: null }
    const title = chooseText(wish.title, language)
    const token = signRenewal(application.secret, wish, to.personId)
    await sendMail(
      writing,
      expiryMail(t, {
        to,
        language,
        networkId: network.id,
        network: chooseName(network.name, language).text,
        title: { text: title?.text ?? '', language: title?.language ?? language },
        day: dayWords(reader, wish.expiresOn),
        address: baseUrl + paths.renewalLink(language, network.slug, wish.id, token),
      }),
    )
  }
}
