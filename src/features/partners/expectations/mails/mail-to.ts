import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Mail, MailBlock } from '../../../../platform/mail/mail.ts'
import { shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { Expectation } from '../expectation.ts'
import type { Recipient } from '../recipients.queries.ts'
import type { MemberRequest } from '../requests.queries.ts'
import { type ExpectationNews, expectationMail } from './expectation-mail.ts'

/** What mails about an expectation are written with; the context is that of the command. */
export interface Telling {
  application: Pick<Application, 'settings' | 'translate'>
  writing: Context
  network: Pick<Network, 'id' | 'slug' | 'name'>
}

export interface News {
  key: ExpectationNews
  /** What stands between the first sentence and the link, in the language of a reader. */
  bodyFor(reader: Reader): MailBlock[]
  /** Whose answer it is about. */
  about: MemberRequest | null
}

/** What somebody gets to read of an expectation, in their language; the address is where they go on. */
export function mailTo(
  { application, writing, network }: Telling,
  expectation: Expectation,
  { key, bodyFor, about }: News,
  to: Recipient,
  address: string,
): Mail {
  const { language } = to
  const t = application.translate(language)
  const reader: Reader = { language, interfaceLanguage: language, t, today: writing.today, now: null }
  const name = (names: Parameters<typeof chooseName>[0]) => chooseName(names, language).text
  return expectationMail({
    key,
    reader,
    to,
    networkId: network.id,
    words: {
      network: name(network.name),
      title: chooseText(expectation.title, language)?.text ?? '',
      asker: name(shortNames(expectation.asker)),
      asked: name(shortNames(expectation.asked)),
      organisation: about === null ? '' : name(shortNames(about.organisation)),
    },
    body: bodyFor(reader),
    address,
  })
}
