import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { MailPart } from '../../../platform/mail/mail-words.ts'
import { type NotificationContext, notify, type Recipient } from '../../../platform/mail/notify.ts'
import { languageNote } from '../../../ui/text/language-note.ts'
import { listDeciders } from '../../contributions/index.ts'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { CooperationSummary } from '../../registry/index.ts'
import { introductionLinks } from '../links.ts'
import { type Introduction, type RefusalReason, type Side, tieWords } from './introduction.ts'
import { paths } from './paths.ts'
import { listTiesIn, lookUpSenderAddress } from './queries.ts'

type IntroductionNews =
  | 'arrived'
  | 'received'
  | 'expressed'
  | 'message'
  | 'translated'
  | 'accepted'
  | 'declined'
  | 'resumed'
  | 'withdrawn'
  | 'claimed'
  | 'claimedAdded'
  | 'made'
  | 'added'
  | 'confirmed'
  | 'assigned'

interface Notifying extends NotificationContext {
  network: Pick<Network, 'id' | 'slug' | 'name' | 'countries'>
}

interface News {
  key: IntroductionNews
  /** The recipients; never the person who acted. */
  sides: readonly Side[]
  /** What was said, in its own language, then as it was translated. */
  quoted?: readonly { text: string; language: string }[]
  /** Why it was declined. */
  because?: RefusalReason | null
  /** The cooperation that the partnership is added to. */
  tie?: CooperationSummary | null
}

// People who hear of the talks for the first time also read that the two cooperate already.
const beginnings: ReadonlySet<IntroductionNews> = new Set(['arrived', 'expressed', 'accepted'])

/** Notifies the sides of talks of what happened: each person once and in their own language; people without an account get a link. */
export async function notifySides(
  notifying: Notifying,
  introduction: Introduction,
  { key, sides, quoted = [], because = null, tie = null }: News,
): Promise<void> {
  const { writing, network } = notifying
  const { owner, interested, wish } = introduction
  const ties = beginnings.has(key) ? await listTiesIn(writing, network.id, introduction.id) : []
  const recipients: Recipient[] = []
  for (const side of sides) recipients.push(...(await listRecipients(notifying, introduction, side)))
  await notify(notifying, recipients, {
    leadsTo: async (language, { personId }) =>
      personId === null
        ? paths.followed(
            language,
            network.slug,
            await introductionLinks.make(writing, { introduction_id: introduction.id }, 'keep'),
          )
        : paths.inMails(language, network.slug, introduction.id),
    write: ({ to, t, language, reader, network: name }) => {
      const words = {
        title: chooseText(wish.title, language)?.text ?? '',
        network: name,
        owner: chooseName(shortNames(owner), language).text,
        interested: chooseName(shortNames(interested), language).text,
        tie: tie === null ? '' : tieWords(reader, network, tie),
      }
      return {
        kind: 'partners.introduction',
        subject: t(`partners.introduction.mail.${key}.subject`, words),
        body: [
          t(`partners.introduction.mail.${key}.text`, words),
          ...ties.map((each) =>
            t('partners.introduction.mail.tied', { tie: tieWords(reader, network, each) }),
          ),
          because !== null &&
            t('partners.introduction.mail.because', {
              reason: t(`partners.introduction.refusal.${because}`),
            }),
          ...quoted.map((each): MailPart => ({ kind: 'quotation', ...each })),
          {
            kind: 'facts',
            facts: [
              { label: t(`partners.wish.kindTitle.${wish.kind}`), value: words.title },
              {
                label: t('partners.wish.themes'),
                value: wish.themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
              },
              {
                label: t('partners.wish.forms'),
                value: wish.forms.map((form) => t(`partners.form.${form}`)).join(', '),
              },
            ].filter(({ value }) => value !== ''),
          },
          // The wish can be asked for on its page; what is said in talks, the secretariat puts into other words.
          languageNote(reader, [wish.title], to.personId !== null),
          languageNote(
            reader,
            quoted.slice(0, 1).map(({ text, language: own }) => ({ [own]: { text, state: 'original' } })),
            false,
          ),
        ],
        action: t('partners.introduction.mail.open'),
        notes: [to.personId === null && t('partners.introduction.mail.keep')],
      }
    },
  })
}

/** Asks a person without an account whether an address is theirs, before what they sent is handled. The mail quotes nothing they typed. */
export async function askToConfirm(
  notifying: Notifying,
  { id, language }: Introduction,
  address: string,
): Promise<void> {
  const { writing, network } = notifying
  await notify(notifying, [{ personId: null, address, name: '', language }], {
    leadsTo: async (language) =>
      paths.followed(
        language,
        network.slug,
        await introductionLinks.make(writing, { introduction_id: id }, 'confirm'),
      ),
    write: ({ t, network }) => ({
      kind: 'partners.introduction',
      subject: t('partners.introduction.mail.confirm.subject'),
      body: [t('partners.introduction.mail.confirm.text', { network })],
      action: t('partners.introduction.mail.confirm.action'),
      notes: [t('partners.introduction.mail.confirm.nothing')],
    }),
  })
}

// Some authorities have nobody who speaks for them: then the secretariat is notified for them.
async function listRecipients(
  { writing, network }: Notifying,
  introduction: Introduction,
  side: Side,
): Promise<Recipient[]> {
  const { owner, interested, adviser, personId, senderName, language } = introduction
  if (side === 'interest' && personId === null) {
    const address = await lookUpSenderAddress(writing, introduction.id)
    return address === null ? [] : [{ personId, address, name: senderName, language }]
  }
  if (side !== 'adviser')
    return listDeciders(writing, network.id, [side === 'wish' ? owner.id : interested.id], 'owners')
  const secretariat = await listDeciders(writing, network.id, [], 'coordinators')
  const holder = secretariat.filter((each) => each.personId === adviser?.personId)
  return holder.length > 0 ? holder : secretariat
}
