import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { describeDate } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import { loadPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { sitePage } from '../../../ui/shell/site-page.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { countryName, shortNames } from '../../directory/index.ts'
import { consentVersion } from '../legal.ts'
import { paths } from '../paths.ts'
import { findProcessing, listRecipients, type Processing } from '../processing/queries.ts'
import { PersonName } from '../views/person-name.tsx'
import { decideConsent } from './commands.ts'
import { type AskedConsent, lookUpConsent } from './queries.ts'

/** The page on which the person who is asked answers: the link is all they need. */
export function addConsentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/consent/:token', show)

  pages.post('/:language/consent/:token', async (visit) => {
    const { request } = visit
    const { context, reader } = loadPageRequest(visit)
    const answer = parameterOf(request.body, 'answer')
    const decision = answer === 'accepted' || answer === 'refused' ? answer : null
    if (decision === null) return show(visit)
    try {
      const decided = { decision, language: reader.interfaceLanguage } as const
      const consent = await decideConsent(context, tokenOf(request), decided)
      return send(visit, { ...consent, state: 'decided', decision, decidedAt: null })
    } catch (error) {
      if (!(error instanceof Refusal && error.reason === 'tooLate')) throw error
      return show(visit)
    }
  })
}

async function show(visit: Visit) {
  const { request, reply } = visit
  const { context } = loadPageRequest(visit)
  const consent = (await lookUpConsent(context, tokenOf(request))) ?? notFound('consent')
  if (consent.state !== 'open') reply.code(410)
  return send(visit, consent)
}

async function send(visit: Visit, consent: AskedConsent): Promise<FastifyReply> {
  const { application, request, reply } = visit
  const { context, reader } = loadPageRequest(visit)
  const isOpen = consent.state === 'open'
  const html = sitePage(application, reader, {
    title: reader.t(isOpen ? 'contacts.consent.title' : 'contacts.consent.answered'),
    description: reader.t('contacts.consent.lead'),
    path: `/consent/${tokenOf(request)}`,
    isSecret: true,
    noindex: true,
    width: 'reading',
    children: isOpen ? (
      <ConsentPage
        consent={consent}
        token={tokenOf(request)}
        processing={await findProcessing(context, consent.networkId)}
        recipients={await listRecipients(context, consent.networkId)}
        rightsContact={application.settings.legal.privacy}
      />
    ) : (
      <AnsweredPage consent={consent} />
    ),
  })
  return (
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      // The address gives the right to answer: no other page may learn it.
      .header('referrer-policy', 'no-referrer')
      .send(html)
  )
}

function tokenOf(request: FastifyRequest): string {
  return parameterOf(request.params, 'token') ?? ''
}

/** Shows the answer, or that the link has expired. */
function AnsweredPage({ consent }: { consent: AskedConsent }) {
  const { t } = useReader()
  return (
    <>
      <PageHeading>
        {t(consent.decision === null ? 'contacts.consent.lapsedTitle' : 'contacts.consent.answered')}
      </PageHeading>
      <Notice kind={consent.decision === null ? 'information' : 'done'} live>
        <p>
          {consent.decision === null
            ? t('contacts.consent.lapsed')
            : t(`contacts.consent.${consent.decision}`)}
        </p>
      </Notice>
      {consent.decision === null ? null : <p>{t('contacts.consent.withdrawal')}</p>}
    </>
  )
}

interface ConsentPageProps {
  consent: AskedConsent
  token: string
  processing: Processing
  recipients: Awaited<ReturnType<typeof listRecipients>>
  /** Where requests about one’s rights go; null if the server does not say. */
  rightsContact: string | null
}

/** Everything that a consent must rest on, apart from any other text, and two answers of equal weight. */
function ConsentPage(props: ConsentPageProps) {
  const reader = useReader()
  const { consent, token } = props
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('contacts.consent.lead')}>{t('contacts.consent.title')}</PageHeading>
      <p>
        {t('contacts.consent.whom', {
          organisation: chooseName(consent.organisation, reader.language).text,
          network: chooseName(consent.networkName, reader.language).text,
        })}
      </p>
      <Section id="notice" title={t('contacts.consent.notice')}>
        <FactList facts={noticeFacts(props)} />
      </Section>
      <Section id="refusal" title={t('contacts.consent.mayRefuse')}>
        <p>{t('contacts.consent.refusal')}</p>
        <p>{t('contacts.consent.withdrawal')}</p>
      </Section>
      <Section id="answer" title={t('contacts.consent.answer')}>
        <form class="form" method="post" action={paths.consent(reader.interfaceLanguage, token)}>
          <p class="form-end">
            <button class="button" type="submit" name="answer" value="accepted">
              {t('contacts.consent.accept')}
            </button>
            <button class="button" type="submit" name="answer" value="refused">
              {t('contacts.consent.refuse')}
            </button>
          </p>
        </form>
        <p class="form-note">{t('contacts.consent.version', { version: consentVersion })}</p>
      </Section>
    </>
  )
}

function noticeFacts({ consent, processing, recipients, rightsContact }: ConsentPageProps) {
  const reader = useReader()
  const { t } = reader
  const abroad = consent.networkCountries.filter((country) => country !== consent.residence)
  const purpose = chooseText(processing.purpose, reader.language)?.text
  const readers = recipients
    .filter(({ country }) => country !== consent.residence)
    .map((each) => chooseName(shortNames(each), reader.language).text)
  return [
    {
      term: t('contacts.consent.stored'),
      detail: [
        <PersonName key="name" name={consent.name} />,
        [
          chooseName(consent.organisation, reader.language).text,
          chooseText(consent.function, reader.language)?.text ?? '',
        ].join(' – '),
        ...(consent.email ? [consent.email] : []),
        ...(consent.telephone ? [consent.telephone] : []),
      ],
    },
    { term: t('contacts.consent.from'), detail: t(`contacts.provenance.${consent.provenance}`) },
    { term: t('contacts.consent.purpose'), detail: purpose ?? t('contacts.processing.usualPurpose') },
    {
      term: t('contacts.consent.countries'),
      detail: abroad.map((country) => countryName(reader, country)).join(', '),
    },
    {
      term: t('contacts.consent.recipients'),
      detail:
        readers.length > 0
          ? [
              t('contacts.consent.recipientsAre'),
              t('contacts.consent.recipientBodies', { names: readers.join(', ') }),
            ]
          : t('contacts.consent.recipientsAre'),
    },
    { term: t('contacts.consent.how'), detail: t('contacts.consent.howIs') },
    {
      term: t('contacts.consent.until'),
      detail: describeDate(consent.retentionUntil, reader.interfaceLanguage),
    },
    { term: t('contacts.consent.rights'), detail: rightsContact ?? t('contacts.processing.noRightsContact') },
  ]
}
