import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FormState, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { MailBody } from '../../../../ui/blocks/mail-body.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Passage } from '../../../../ui/text/passage.tsx'
import { shortNames } from '../../../directory/index.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import type { Expectation } from '../expectation.ts'
import { paths } from '../paths.ts'
import { type ExpectationRequest, loadAskerRequest } from '../request.ts'
import type { MemberRequest } from '../requests.queries.ts'
import { sendReply } from './commands.ts'
import { findMark, findReplyToSend, type ReplyToSend } from './ending.queries.ts'
import { UntranslatedList } from './relay-section.tsx'

/** The consolidated reply, read word for word before it goes out; what has changed since is shown again. */
export function addEndingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/expectations/:slug/relay/closing'
  pages.get(place, loadEndingRequest, (visit) => show(visit))
  addNetworkAction(pages, place, {
    open: loadEndingRequest,
    sending: { ...noStore, ...limits.mailing },
    schema: z.object({ mark: z.string().default('') }),
    again: show,
    save: async (visit, { mark }) => {
      const { reader, network, expectation, involvement } = visit
      const outcome = await sendReply(visit, expectation, { mark, isAdviser: involvement.isAdviser })
      if (outcome === 'done') return paths.after(reader, network.slug, expectation.slug, 'replied')
      const isUnread = outcome === 'changed' && mark === ''
      return isUnread ? [fieldError('', 'partners.error.replyUnread')] : { status: 409 }
    },
  })
}

async function loadEndingRequest(visit: Visit): Promise<ExpectationRequest | null> {
  const loaded = await loadAskerRequest(visit)
  if (loaded.expectation.relay !== null) return loaded
  leadBack(loaded)
  return null
}

// A colleague ended it, the last answer or its day did, or the press came twice.
function leadBack({ reply, reader, network, expectation, requests }: ExpectationRequest) {
  if (!requests.some(({ relay }) => relay !== null)) return notFound('relay')
  return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'repliedBefore'), 303)
}

function instantOf(text: string): Date | null {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}

async function show(visit: ExpectationRequest, form?: FormState): Promise<FastifyReply> {
  const { writing, reader, network, expectation, requests, involvement } = visit
  const { isAdviser } = involvement
  // Before what it marks is read: what comes after that counts as new.
  const since = writing.clock.now().toString()
  const toSend = isAdviser ? await findReplyToSend(visit, expectation) : null
  return renderNetworkPage(visit, {
    title: reader.t('partners.ending.title'),
    description: reader.t('partners.expectations.lead'),
    path: `/expectations/${expectation.slug}/relay/closing`,
    noindex: true,
    children: (
      <EndingPage
        network={network.slug}
        expectation={expectation}
        requests={requests}
        toSend={toSend}
        mark={toSend?.mark ?? (await findMark(visit, expectation, false))}
        since={since}
        met={metBy(form)}
      />
    ),
  })
}

/** Why nothing was sent: the reply had not been read, or has changed since. */
type Met = { what: 'unread' } | { what: 'changed'; since: Date | null }

function metBy(form: FormState | undefined): Met | null {
  if (form?.isMet) return { what: 'changed', since: instantOf(typedValue(form.values, 'since')) }
  return form ? { what: 'unread' } : null
}

interface EndingPageProps {
  network: string
  expectation: Expectation
  requests: readonly MemberRequest[]
  /** Null for people who speak for the asker: they read it once it has come. */
  toSend: ReplyToSend | null
  mark: string
  since: string
  met: Met | null
}

/** What would go out, to which recipients and in which words, before the press that sends it. */
function EndingPage(props: EndingPageProps) {
  const reader = useReader()
  const { network, expectation, toSend, met } = props
  const { t } = reader
  const page = paths.one(reader, network, expectation.slug)
  return (
    <>
      <PageHeading
        kicker={
          <a href={page}>
            <Passage text={expectation.title} as="span" tags={false} />
          </a>
        }
        lead={t(toSend === null ? 'partners.ending.leadAsker' : 'partners.ending.lead')}
      >
        {t('partners.ending.title')}
      </PageHeading>
      {met === null ? null : <MetNotice {...props} met={met} />}
      <FactList facts={factsOf(props)} />
      {toSend === null ? null : <Reply {...props} toSend={toSend} />}
      <form method="post" action={paths.ending({ ...reader, now: null }, network, expectation.slug)}>
        <input type="hidden" name="mark" value={props.mark} />
        <input type="hidden" name="since" value={props.since} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t(toSend === null ? 'partners.ending.title' : 'partners.relay.end')}
          </button>{' '}
          <a class="button" href={page}>
            {t('partners.ending.back')}
          </a>
        </p>
      </form>
    </>
  )
}

function MetNotice({ requests, toSend, met }: EndingPageProps & { met: Met }) {
  const reader = useReader()
  const { t } = reader
  const since = met.what === 'changed' ? met.since : null
  const newer =
    since === null || toSend === null
      ? []
      : requests.filter(({ answeredAt }) => answeredAt !== null && answeredAt > since)
  return (
    <Notice kind="warning" live>
      <p>{t(met.what === 'unread' ? 'partners.error.replyUnread' : 'partners.error.replyChanged')}</p>
      {newer.length === 0 ? null : (
        <p>{t('partners.ending.newer', { names: namesOf(reader, newer), count: newer.length })}</p>
      )}
    </Notice>
  )
}

function factsOf({ expectation, requests, toSend }: EndingPageProps): Fact[] {
  const reader = useReader()
  const { t } = reader
  const silent = requests.filter(({ answer }) => answer === null)
  const counts = { answered: expectation.answeredCount, asked: expectation.askedCount }
  return [
    ...(toSend === null
      ? []
      : [{ term: t('partners.ending.to'), detail: recipients(reader, expectation, toSend) }]),
    {
      term: t('partners.answer.all'),
      detail: [
        t('partners.answer.counts', counts),
        ...(silent.length === 0
          ? []
          : [
              toSend === null
                ? t('partners.ending.awaited', { count: silent.length })
                : t('partners.ending.silent', { count: silent.length, names: namesOf(reader, silent) }),
            ]),
      ],
    },
  ]
}

function recipients(reader: Reader, { asker }: Expectation, { mails, copies }: ReplyToSend): string[] {
  const { t } = reader
  const organisation = chooseName(shortNames(asker), reader.language).text
  const named = mails.flatMap(({ mail, to }) =>
    to.map(({ name, personId }) =>
      t(personId === null ? 'partners.ending.byLink' : 'partners.ending.byMail', {
        who: name === '' ? organisation : `${name} (${organisation})`,
        language: languageInWords(reader, mail.language),
      }),
    ),
  )
  return [
    ...(named.length > 0 ? named : [t('partners.ending.unreachable', { asker: organisation })]),
    t('partners.ending.copies', { count: copies }),
  ]
}

function Reply({ network, expectation, toSend }: EndingPageProps & { toSend: ReplyToSend }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <UntranslatedList network={network} expectation={expectation} untranslated={toSend.untranslated} />
      {toSend.mails.map(({ mail, to }, index) => (
        <Section
          key={index}
          id={`mail-${index + 1}`}
          title={t(to.length === 0 ? 'partners.ending.onPage' : 'partners.ending.mail', {
            language: languageInWords(reader, mail.language),
          })}
        >
          <p>
            {t('partners.ending.subject')}{' '}
            <strong class="mail-words" {...languageAttributes(reader, mail.language)}>
              {mail.subject}
            </strong>
          </p>
          <MailBody language={mail.language} body={mail.body} isPreview />
        </Section>
      ))}
    </>
  )
}

function namesOf(reader: Reader, requests: readonly MemberRequest[]): string {
  return requests
    .map(({ organisation }) => chooseName(shortNames(organisation), reader.language).text)
    .join(', ')
}
