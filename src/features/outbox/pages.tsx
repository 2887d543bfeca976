import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { noStore as noStoreAnywhere } from '../../platform/http/no-store.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { isInterfaceLanguage, languageNames } from '../../platform/i18n/languages.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { type Mailbox, mailboxInWords } from '../../platform/mail/mail-address.ts'
import { renderCalendar } from '../../platform/mail/rendering/render-calendar.ts'
import { renderMail } from '../../platform/mail/rendering/render-mail.ts'
import type { StoredMail } from '../../platform/mail/stored-mail.ts'
import { notFound } from '../../platform/refusal.ts'
import { Breadcrumb } from '../../ui/blocks/breadcrumb.tsx'
import { type Fact, FactList } from '../../ui/blocks/fact-list.tsx'
import { MailBody } from '../../ui/blocks/mail-body.tsx'
import { Notice } from '../../ui/blocks/notice.tsx'
import { useReader } from '../../ui/reader.tsx'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import { languageAttributes } from '../../ui/text/language-attributes.ts'
import { LinkedText } from '../../ui/text/linked-text.tsx'
import { type Network, renderNetworkPage } from '../networks/index.ts'
import { addOutboxList } from './list.pages.tsx'
import { kindInWords, MailMoment, MailStateMark, Recipient } from './mail-words.tsx'
import { outboxFilter } from './outbox-filter.ts'
import { outboxPaths } from './paths.ts'
import { mayReadText } from './policy.ts'
import { findMail } from './queries.ts'
import { loadOutboxRequest } from './request.ts'

// Private, and different at each request: cached neither here nor by proxies.
const noStoreForOutbox = {
  config: { kept: { parameters: [...outboxFilter.names, 'page', 'now'], scope: () => null } },
  ...noStoreAnywhere,
}

export function addOutboxRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForOutbox)
  addCalendarRoute(app, application)
  addOutboxList(pages)
  pages.get('/:language/:network/outbox/:id', loadOutboxRequest, async (visit) => {
    const { request, context, reader, network, viewer } = visit
    const mail = await findMail(context, { networkId: network.id, viewer }, idOf(request))
    const isReadable = mayReadText(context.actor, viewer, mail)
    return renderNetworkPage(visit, {
      title: mail.subject,
      description: reader.t('outbox.list.lead'),
      path: `/outbox/${mail.id}`,
      width: 'reading',
      noindex: true,
      children: (
        <MailPage
          network={network}
          mail={mail}
          from={application.settings.mailFrom}
          kindWords={application.mailKinds}
          text={isReadable ? (renderMail(application, mail)?.text ?? null) : null}
          isReadable={isReadable}
        />
      ),
    })
  })

  // The HTML part as sent, in a document that may do nothing.
  pages.get(
    '/:language/:network/outbox/:id/html',
    loadOutboxRequest,
    async ({ request, reply, context, network, viewer }) => {
      const mail = await findMail(context, { networkId: network.id, viewer }, idOf(request))
      const rendered = mayReadText(context.actor, viewer, mail) ? renderMail(application, mail) : null
      if (rendered === null) notFound(mail.id)
      return (
        reply
          .header('content-security-policy', letterPolicy)
          // In its sandbox it has no origin that could be kept apart from others.
          .removeHeader('origin-agent-cluster')
          .type('text/html; charset=utf-8')
          .send(rendered.html)
      )
    },
  )
}

/** The calendar of a mail as sent. */
function addCalendarRoute(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForOutbox)
  const place = '/:language/:network/outbox/:id/invite.ics'
  pages.get(place, loadOutboxRequest, async ({ request, reply, context, network, viewer }) => {
    const mail = await findMail(context, { networkId: network.id, viewer }, idOf(request))
    if (mail.calendar === null || !mayReadText(context.actor, viewer, mail)) notFound(mail.id)
    return sendFile(reply, 'invite.ics', renderCalendar(mail.language, mail.calendar))
  })
}

function idOf(request: FastifyRequest): string {
  return parameterOf(request.params, 'id') ?? ''
}

interface MailPageProps {
  network: Network
  mail: StoredMail
  from: Mailbox
  kindWords: Application['mailKinds']
  /** The text part; null if it was removed or may not be read. */
  text: string | null
  isReadable: boolean
}

/** One mail: its recipient, when and how it went, and its text. */
function MailPage(props: MailPageProps) {
  const reader = useReader()
  const { network, mail, text, isReadable } = props
  const { t } = reader
  const { subject } = mail
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('outbox.list.title'), href: outboxPaths.list(reader, network.slug) }]}
        current={<span {...languageAttributes(reader, mail.language)}>{subject}</span>}
      />
      <PageHeading>
        <span class="mail-words" {...languageAttributes(reader, mail.language)}>
          {subject}
        </span>
      </PageHeading>
      <FactList facts={[...factsOfLetter(props), ...factsOfDelivery(props)]} />
      {text === null ? (
        <div class="mail-notice">
          <Notice>{t(isReadable ? 'outbox.mail.removed' : 'outbox.mail.secret')}</Notice>
        </div>
      ) : (
        <>
          <Section
            id="message"
            title={t('outbox.mail.message')}
            aside={<a href={outboxPaths.html(reader, network.slug, mail.id)}>{t('outbox.mail.html')}</a>}
          >
            <MailBody language={mail.language} body={mail.body ?? []} />
          </Section>
          <details class="mail-plain">
            <summary>{t('outbox.mail.text')}</summary>
            <div class="mail-text" {...languageAttributes(reader, mail.language)}>
              <LinkedText text={text} />
            </div>
          </details>
        </>
      )}
    </>
  )
}

function factsOfLetter({ network, mail, from, kindWords, isReadable }: MailPageProps): Fact[] {
  const reader = useReader()
  const { t } = reader
  return [
    { term: t('outbox.list.to'), detail: <Recipient mail={mail} /> },
    { term: t('outbox.mail.from'), detail: mailboxInWords(from) },
    ...(mail.replyTo === null || mail.isSecret
      ? []
      : [{ term: t('outbox.mail.replyTo'), detail: mail.replyTo }]),
    { term: t('outbox.list.kind'), detail: kindInWords(reader, kindWords, mail.kind) },
    {
      term: t('outbox.mail.language'),
      detail: isInterfaceLanguage(mail.language) ? (
        <span lang={mail.language}>{languageNames[mail.language]}</span>
      ) : (
        mail.language
      ),
    },
    ...(mail.calendar === null || !isReadable
      ? []
      : [
          {
            term: t('outbox.mail.calendar'),
            detail: <a href={outboxPaths.calendar(reader, network.slug, mail.id)}>invite.ics</a>,
          },
        ]),
  ]
}

function factsOfDelivery({ network, mail }: MailPageProps): Fact[] {
  const { t } = useReader()
  const moment = (term: string, at: Date | null): Fact[] =>
    at === null ? [] : [{ term, detail: <MailMoment network={network} at={at} /> }]
  return [
    { term: t('outbox.list.state'), detail: <MailStateMark mail={mail} /> },
    ...moment(t('outbox.list.written'), mail.writtenAt),
    ...moment(t('outbox.mail.sent'), mail.sentAt),
    ...moment(t('outbox.mail.failed'), mail.failedAt),
    ...moment(t('outbox.mail.returned'), mail.returnedAt),
    ...(mail.returnKind === null
      ? []
      : [{ term: t('outbox.mail.returnedWhy'), detail: <Return mail={mail} /> }]),
    // Before its first attempt a mail leaves at once; only a pause deserves a time.
    ...moment(t('outbox.mail.next'), mail.lastError === null ? null : mail.nextAttemptAt),
    ...(mail.attempts === 0 ? [] : [{ term: t('outbox.mail.attempts'), detail: String(mail.attempts) }]),
    ...(mail.lastError === null
      ? []
      : [{ term: t('outbox.mail.serverSaid'), detail: <span class="mail-words">{mail.lastError}</span> }]),
  ]
}

// The meaning for the reader, then the words of the server.
function Return({ mail }: Pick<MailPageProps, 'mail'>) {
  const reader = useReader()
  if (mail.returnKind === null) return null
  return (
    <>
      {reader.t(`outbox.return.${mail.returnKind}`)}
      {mail.returnWords ? (
        <>
          <br />
          <span class="mail-words quiet">{mail.returnWords}</span>
        </>
      ) : null}
    </>
  )
}

/** The policy of the HTML part of a mail: it brings its styles with it, runs and fetches nothing, and has no origin. */
const letterPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join(';')
