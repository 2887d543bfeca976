import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { MailBlock } from '../../../platform/mail/mail.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { shortNames } from '../../directory/index.ts'
import type { Expectation } from './expectation.ts'
import { makeLink } from './links.commands.ts'
import { answerBlocks, expectationBlocks, replyBlocks, wordBlocks } from './mails/mail-blocks.ts'
import { mailTo, type News, type Telling } from './mails/mail-to.ts'
import { paths } from './paths.ts'
import { listAdvisers, listAnswerers, listAskers, type Recipient } from './recipients.queries.ts'
import { gatherReply } from './reply.ts'
import { listRequests, type MemberRequest } from './requests.queries.ts'

/** Tells whoever speaks for an asker without an account that it is written down, with the link by which they follow it. */
export async function tellContact(telling: Telling, expectation: Expectation): Promise<void> {
  const askers = await listAskers(telling.writing, expectation.id)
  const to = askers.filter(({ personId }) => personId === null)
  const bodyFor = (reader: Reader) => expectationBlocks(reader, expectation, null)
  await writeAll(telling, expectation, to, { key: 'stated', bodyFor, about: null })
}

/** Asks members: those addressed first, those of a relay with its day, or anew those who have not answered. */
export async function tellAsked(
  telling: Telling,
  expectation: Expectation,
  key: 'addressed' | 'relayed' | 'reminder',
  requests: readonly MemberRequest[],
): Promise<void> {
  const to = await listAnswerers(
    telling.writing,
    requests.map(({ id }) => id),
  )
  const relay = requests[0]?.relay ?? null
  const bodyFor = (reader: Reader) => [
    ...expectationBlocks(reader, expectation, relay?.answerBy ?? null),
    ...wordBlocks(reader, relay?.word ?? {}),
  ]
  await writeAll(telling, expectation, to, { key, bodyFor, about: null })
}

/** Asks the asker whether others may read what they expect. */
export async function tellConsentAsked(telling: Telling, expectation: Expectation): Promise<void> {
  const to = await listAskers(telling.writing, expectation.id)
  const bodyFor = (reader: Reader) => expectationBlocks(reader, expectation, null)
  await writeAll(telling, expectation, to, { key: 'consent', bodyFor, about: null })
}

/** Tells the asker, and those who look after the network, what a member has answered; of a translation alone, the asker. */
export async function tellAnswer(
  telling: Telling,
  expectation: Expectation,
  request: MemberRequest,
  { isTranslation }: { isTranslation: boolean },
): Promise<void> {
  const { writing, network } = telling
  const isGathered = request.relay === null || request.relay.hasEnded
  const to = [
    // What members of a relay say, the asker reads in one reply.
    ...(isGathered ? await listAskers(writing, expectation.id) : []),
    ...(isTranslation ? [] : await listAdvisers(writing, network.id)),
  ]
  const bodyFor = (reader: Reader) => answerBlocks(reader, request)
  await writeAll(telling, expectation, to, { key: 'answered', bodyFor, about: request })
}

/** The one consolidated reply, to the asker in their language, and to those who look after the network. */
export async function tellReply(telling: Telling, expectation: Expectation): Promise<void> {
  const { writing, network } = telling
  const { askers, news } = await findReply(telling, expectation)
  await writeAll(telling, expectation, [...askers, ...(await listAdvisers(writing, network.id))], news, true)
}

/** What the consolidated reply says as it stands, and who gets it for the asker. */
export async function findReply(
  { writing }: Telling,
  { id }: Expectation,
): Promise<{ askers: Recipient[]; requests: MemberRequest[]; news: News }> {
  const requests = await listRequests(writing, id)
  const reply = gatherReply(requests)
  return {
    askers: await listAskers(writing, id),
    requests,
    news: { key: 'reply', bodyFor: (reader) => replyBlocks(reader, reply), about: null },
  }
}

/** Tells the asker, those who take it up and those who look after the network that it was closed, or reopened. */
export async function tellEnd(
  telling: Telling,
  expectation: Expectation,
  key: 'closed' | 'reopened',
): Promise<void> {
  const { writing, network } = telling
  const requests = await listRequests(writing, expectation.id)
  const concerned = requests.filter(({ answer }) => answer !== 'no')
  const to = [
    ...(await listAskers(writing, expectation.id)),
    ...(await listAnswerers(
      writing,
      concerned.map(({ id }) => id),
    )),
    ...(await listAdvisers(writing, network.id)),
  ]
  const named = requests.find(({ id }) => id === expectation.closing?.requestId) ?? null
  const bodyFor = (reader: Reader) => endBlocks(reader, expectation, named)
  await writeAll(telling, expectation, to, { key, bodyFor, about: named })
}

function endBlocks(reader: Reader, { closing }: Expectation, named: MemberRequest | null): MailBlock[] {
  if (closing === null) return []
  const { t } = reader
  const word = chooseText(closing.word, reader.language)
  const isPart = closing.outcome === 'partly'
  const by = named === null ? '' : chooseName(shortNames(named.organisation), reader.language).text
  return [
    {
      kind: 'facts',
      facts: [
        { label: t('partners.expectation.outcome'), value: t(`partners.state.${closing.outcome}`) },
        ...(by === ''
          ? []
          : [
              {
                label: t(isPart ? 'partners.expectation.partlyMetBy' : 'partners.expectation.metBy'),
                value: by,
              },
            ]),
      ],
    },
    ...(word ? [{ kind: 'quotation' as const, text: word.text, language: word.language }] : []),
  ]
}

async function writeAll(
  telling: Telling,
  expectation: Expectation,
  recipients: readonly Recipient[],
  news: News,
  isForAll = false,
): Promise<void> {
  const { application, writing, network } = telling
  const own = personIdOf(writing.actor)
  const once = new Map(recipients.map((to) => [to.personId ?? to.address, to]))
  for (const to of once.values()) {
    // Nobody is told what they have just done themselves, but the reply is theirs to keep.
    if (!isForAll && own !== null && to.personId === own) continue
    const address = application.settings.baseUrl + (await addressOf(writing, network.slug, expectation, to))
    await sendMail(writing, mailTo(telling, expectation, news, to, address))
  }
}

// What is hashed cannot be sent twice: each mail has a link of its own.
async function addressOf(
  writing: Context,
  network: string,
  { id, slug }: Expectation,
  { personId, requestId, language }: Recipient,
): Promise<string> {
  if (personId !== null) return paths.mailed(language, network, slug)
  return paths.followed(language, network, await makeLink(writing, id, requestId))
}
