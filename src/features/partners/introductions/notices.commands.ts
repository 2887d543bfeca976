import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { type InterfaceLanguage, isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { listDeciders } from '../../contributions/index.ts'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { CooperationRow } from '../../registry/index.ts'
import type { Introduction, Side } from './introduction.ts'
import {
  confirmationMail,
  type IntroductionNews,
  introductionMail,
  type Quoted,
} from './introduction-mail.ts'
import { makeLink } from './links.commands.ts'
import { paths } from './paths.ts'
import { listTiesIn } from './queries.ts'
import type { RefusalReason } from './reasons.ts'
import { tieWords } from './tie-words.ts'

/** What mails about talks are written with; the context is that of the command. */
export interface Telling {
  application: Application
  writing: Context
  network: Pick<Network, 'id' | 'slug' | 'name' | 'countries'>
}

interface ToldNews extends News {
  /** What the two have already. */
  ties: readonly CooperationRow[]
}

interface News {
  key: IntroductionNews
  /** Who is told; never who just did it. */
  sides: readonly Side[]
  quoted?: readonly Quoted[]
  because?: RefusalReason | null
  /** The cooperation that the partnership is added to. */
  tie?: CooperationRow | null
}

// Whoever hears of these for the first time is told too that the two cooperate already.
const beginnings: ReadonlySet<IntroductionNews> = new Set(['arrived', 'expressed', 'accepted'])

/** Tells the sides of talks what happened, everybody once and in their own language. */
export async function tell(telling: Telling, introduction: Introduction, told: News): Promise<void> {
  const { writing, network } = telling
  const ties = beginnings.has(told.key) ? await listTiesIn(writing, network.id, introduction.id) : []
  return tellEach(telling, introduction, { ...told, ties })
}

async function tellEach(telling: Telling, introduction: Introduction, news: ToldNews): Promise<void> {
  const own = personIdOf(telling.writing.actor)
  const told = new Set<string>(own === null ? [] : [own])
  for (const side of news.sides) {
    if (side === 'interest' && introduction.personId === null) {
      await tellSender(telling, introduction, news)
      continue
    }
    for (const person of await listPeople(telling, introduction, side)) {
      if (told.has(person.personId)) continue
      told.add(person.personId)
      const language = isInterfaceLanguage(person.language) ? person.language : 'en'
      const { network, application } = telling
      const address = application.settings.baseUrl + paths.inMails(language, network.slug, introduction.id)
      await send(telling, introduction, news, { to: person, language, networkId: network.id, address })
    }
  }
}

/** Writes to somebody without an account that what they sent waits for their word. */
export async function askToConfirm(
  { application, writing, network }: Telling,
  introduction: Introduction,
  address: string,
): Promise<void> {
  const language = isInterfaceLanguage(introduction.language) ? introduction.language : 'en'
  const token = await makeLink(writing, introduction.id, 'confirm')
  await sendMail(
    writing,
    confirmationMail(application.translate(language), {
      to: { address, name: '' },
      language,
      network: chooseName(network.name, language).text,
      address: application.settings.baseUrl + paths.followed(language, network.slug, token),
    }),
  )
}

// By an address that is read for this mail alone, with a link of its own; to nobody once the address is gone.
async function tellSender(telling: Telling, introduction: Introduction, news: ToldNews): Promise<void> {
  const { writing, network, application } = telling
  const { address } = await writing.database
    .selectFrom('partners_introduction')
    .select('sender_address as address')
    .where('introduction_id', '=', introduction.id)
    .executeTakeFirstOrThrow()
  if (address === null) return
  const language = isInterfaceLanguage(introduction.language) ? introduction.language : 'en'
  const token = await makeLink(writing, introduction.id, 'keep')
  await send(telling, introduction, news, {
    to: { address, name: introduction.senderName },
    language,
    networkId: null,
    address: application.settings.baseUrl + paths.followed(language, network.slug, token),
  })
}

// Nobody speaks for some authorities: then the secretariat hears for them.
async function listPeople(
  { writing, network }: Telling,
  { owner, interested, adviser }: Introduction,
  side: Side,
) {
  if (side !== 'adviser')
    return listDeciders(writing, network.id, [side === 'wish' ? owner.id : interested.id], 'owners')
  const secretariat = await listDeciders(writing, network.id, [], 'coordinators')
  const holder = secretariat.filter(({ personId }) => personId === adviser?.personId)
  return holder.length > 0 ? holder : secretariat
}

async function send(
  { application, writing, network }: Telling,
  introduction: Introduction,
  { key, quoted = [], because = null, tie = null, ties }: ToldNews,
  to: {
    to: { address: string; name: string }
    language: InterfaceLanguage
    networkId: string | null
    address: string
  },
): Promise<void> {
  const { language } = to
  const t = application.translate(language)
  const { owner, interested, wish } = introduction
  const reader = { language, interfaceLanguage: language, t, today: writing.today, now: null }
  const words = (each: CooperationRow) => tieWords(reader, network, each)
  await sendMail(
    writing,
    introductionMail(t, {
      key,
      ...to,
      network: chooseName(network.name, language).text,
      title: chooseText(wish.title, language)?.text ?? '',
      owner: chooseName(shortNames(owner), language).text,
      interested: chooseName(shortNames(interested), language).text,
      tie: tie === null ? '' : words(tie),
      ties: ties.map(words),
      because:
        because === null
          ? null
          : t('partners.introduction.mail.because', {
              reason: t(`partners.introduction.refusal.${because}`),
            }),
      quoted,
    }),
  )
}
