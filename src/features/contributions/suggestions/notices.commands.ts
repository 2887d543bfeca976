import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import type { RecordHead, RecordKind } from '../../../platform/records/record-kind.ts'
import type { Network } from '../../networks/index.ts'
import { tellReader } from '../corrections/notices.commands.ts'
import { lookUpCorrection } from '../corrections/queries.ts'
import { listDeciders, lookUpRecipient, type Recipient } from '../recipients.queries.ts'
import type { Decision, Suggestion } from './queries.ts'
import { suggestionMail } from './suggestion-mail.ts'

interface Concerned {
  writing: Context
  network: Pick<Network, 'id' | 'slug' | 'publication' | 'name'>
  kind: RecordKind
  head: RecordHead | null
}

/** Writes to those who decide that something was suggested. */
export async function tellDeciders(
  application: Application,
  asked: Concerned,
  suggestion: { id: string; words: string; language: string },
  isFromReader = false,
): Promise<void> {
  const recipients = await listDeciders(
    asked.writing,
    asked.network.id,
    asked.head?.organisationIds ?? [],
    isFromReader ? 'both' : whomOf(asked.network),
  )
  for (const to of recipients) {
    const quoted = { text: suggestion.words, language: suggestion.language }
    await write(application, asked, to, { key: 'received', suggestionId: suggestion.id, quoted })
  }
}

/** Writes to whoever suggested something what became of it. */
export async function tellAuthor(
  application: Application,
  asked: Concerned & { suggestion: Suggestion; reader: { interfaceLanguage: string } },
  decision: Exclude<Decision, 'withdrawn'>,
  reason: string,
): Promise<void> {
  const { writing, network, head, suggestion } = asked
  const quoted = reason === '' ? null : { text: reason, language: asked.reader.interfaceLanguage }
  if (suggestion.isFromReader) {
    const reported = await lookUpCorrection(writing, network.id, suggestion.id)
    if (reported) await tellReader(application, writing, network, head, reported, { key: decision, quoted })
    return
  }
  const to = await lookUpAuthor(asked)
  if (to !== null) await write(application, asked, to, { key: decision, suggestionId: suggestion.id, quoted })
}

/** Writes to the other side of a dialogue: to the author, or to those who decide. */
export async function tellOthers(
  application: Application,
  asked: Concerned & { suggestion: Suggestion; reader: { interfaceLanguage: string } },
  text: string,
): Promise<void> {
  const { writing, suggestion } = asked
  const own = personIdOf(writing.actor)
  const quoted = { text, language: asked.reader.interfaceLanguage }
  if (suggestion.isFromReader) {
    const reported = await lookUpCorrection(writing, asked.network.id, suggestion.id)
    if (reported)
      await tellReader(application, writing, asked.network, asked.head, reported, { key: 'message', quoted })
    return
  }
  const recipients =
    own === suggestion.personId
      ? await listDeciders(
          writing,
          asked.network.id,
          asked.head?.organisationIds ?? [],
          whomOf(asked.network),
        )
      : [await lookUpAuthor(asked)].filter((each) => each !== null)
  for (const to of recipients)
    await write(application, asked, to, { key: 'message', suggestionId: suggestion.id, quoted })
}

async function lookUpAuthor({ writing, suggestion }: Concerned & { suggestion: Suggestion }) {
  return suggestion.personId === null ? null : lookUpRecipient(writing, suggestion.personId)
}

interface Told {
  key: 'received' | 'accepted' | 'declined' | 'message'
  suggestionId: string
  quoted: { text: string; language: string } | null
}

async function write(
  application: Application,
  { writing, network, kind, head }: Concerned,
  to: Recipient,
  told: Told,
): Promise<void> {
  const language = isInterfaceLanguage(to.language) ? to.language : 'en'
  const t = application.translate(language)
  await sendMail(
    writing,
    suggestionMail(t, {
      ...told,
      to,
      language,
      networkId: network.id,
      network: chooseName(network.name, language).text,
      record: head ? chooseName(head.title, language).text : t(kind.noun),
      address: `${application.settings.baseUrl}/${language}/${network.slug}/contributions/${told.suggestionId}`,
    }),
  )
}

// A network that reviews first leaves the decision to its coordinators.
function whomOf({ publication }: Pick<Network, 'publication'>): 'owners' | 'coordinators' {
  return publication === 'after_review' ? 'coordinators' : 'owners'
}
