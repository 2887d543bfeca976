import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormState, says } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { languageOfLetters } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { addLinkAction, addNetworkAction } from '../../directory/picking/index.ts'
import {
  addErasure,
  loadLinkRequest,
  loadNetworkRequest,
  type NetworkRequest,
  renderEnded,
  renderNetworkPage,
  renderSecretPage,
} from '../../networks/index.ts'
import type { ReportFacts } from '../facts.ts'
import { paths } from '../paths.ts'
import { mayAnswerLines, mayPrepareReports } from '../policy.ts'
import { answerLine, forgetAddress } from './lines.commands.ts'
import { OwnLines } from './own-lines.tsx'
import { findFacts, listLines, lookUpDraft, lookUpLinkedLine } from './queries.ts'
import { isOpen, type Line, type Report, stances } from './report.ts'

/** What a report would say of one authority, for it to confirm, dispute or add to: by the link in a mail, or with an account. */
export function addLineRoutes(app: FastifyInstance, application: Application): void {
  const byLink = '/:language/:network/reports/lines/:token'
  const byAccount = '/:language/:network/reports/draft/lines/:organisation'
  const pages = pagesOf(app, application, noStore)
  const mailed = pagesOf(app, application, { ...noStore, ...limits.mail })
  pages.get(byLink, openOnly(loadLinkedRequest), (visit) => show(visit))
  pages.get(byAccount, openOnly(loadReaderRequest), (visit) => show(visit))
  const answering = { schema: answerForm, again: show, save: answer }
  addLinkAction(mailed, `${byLink}/answer`, { ...answering, open: openOnly(loadLinkedRequest) })
  addNetworkAction(pages, `${byAccount}/answer`, { ...answering, open: openOnly(loadSpeakerRequest) })
  addErasure(mailed, byLink, {
    open: async (visit) => ({ ...(await loadLinkRequest(visit)), ...(await loadLinkedRequest(visit)) }),
    goes: 'reports.line.erasure.goes',
    stays: 'reports.line.erasure.stays',
    erase: ({ writing, line }) => forgetAddress(writing, line),
    erased: (visit) => ({ title: titleOf(visit), text: visit.reader.t('reports.line.erased') }),
  })
}

/** An answer; one that does not confirm has words. */
const answerForm = z
  .object({
    stance: z.enum(stances),
    words: z.string().trim().max(2000).default(''),
    said_as: z.string().trim().max(200).default(''),
  })
  .refine(({ stance, words }) => stance === 'confirmed' || words.length >= 3, {
    path: ['words'],
    error: says('reports.line.error.words'),
  })

interface LineRequest extends NetworkRequest {
  report: Report
  line: Line
  /** The address of the page, without the suffixes of its forms. */
  address: string
  isByLink: boolean
  /** Whether the reader answers for the authority, or reads alone. */
  mayAnswer: boolean
}

async function loadLinkedRequest(visit: Visit): Promise<LineRequest> {
  const loaded = await loadLinkRequest(visit)
  const found =
    (await lookUpLinkedLine(loaded.writing, loaded.network.id, loaded.token)) ?? notFound('report')
  return { ...loaded, ...found, isByLink: true, mayAnswer: true }
}

/** For members who speak for the authority, and those who prepare the report; 404 for others. */
async function loadReaderRequest(visit: Visit): Promise<LineRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network, reader } = loaded
  const report = (await lookUpDraft(writing, network.id)) ?? notFound('draft')
  const slug = parameterOf(visit.request.params, 'organisation') ?? ''
  const line = (await listLines(writing, report.id)).find((each) => each.slug === slug) ?? notFound(slug)
  const { organisationId } = line
  const mayAnswer = mayAnswerLines(writing.actor, { networkId: network.id, organisationId })
  if (!mayAnswer && !mayPrepareReports(writing.actor, network.id)) notFound(slug)
  const address = paths.lines(reader, network.slug, line.slug)
  return { ...loaded, report, line, mayAnswer, address, isByLink: false }
}

async function loadSpeakerRequest(visit: Visit): Promise<LineRequest> {
  const loaded = await loadReaderRequest(visit)
  return loaded.mayAnswer ? loaded : notFound('draft')
}

/** An authority that cannot answer any more gets a page that says so; who prepares the report reads on. */
function openOnly(load: (visit: Visit) => Promise<LineRequest>) {
  return async (visit: Visit): Promise<LineRequest | null> => {
    const loaded = await load(visit)
    if (!loaded.mayAnswer || isOpen(loaded.report, loaded.writing)) return loaded
    renderClosed(loaded)
    return null
  }
}

function renderClosed(visit: LineRequest): FastifyReply {
  const { reader, network, report, line, address, isByLink } = visit
  const { t } = reader
  const day = dayWords(reader, report.answersUntil ?? report.day)
  return renderEnded(visit, {
    status: 410,
    title: titleOf(visit),
    text: t(line.stance ? 'reports.line.closed.answered' : 'reports.line.closed.silent', { day }),
    next: { href: paths.all({ ...reader, now: null }, network.slug), label: t('reports.reports.title') },
    children: isByLink ? <AddressKept address={address} /> : null,
  })
}

async function answer(visit: LineRequest, typed: z.output<typeof answerForm>): Promise<string | null> {
  const { writing, reader, network, line, address } = visit
  const { stance, words, said_as: saidAs } = typed
  const language = languageOfLetters(words, network.languages) ?? reader.interfaceLanguage
  const isTaken = await inTransaction(writing, (inside) =>
    answerLine(inside, network.id, line.id, { stance, words, language, saidAs }),
  )
  if (isTaken) return `${address}?done=said`
  renderClosed(visit)
  return null
}

function titleOf({ reader, line }: LineRequest): string {
  return reader.t('reports.line.title', { name: chooseName(line.name, reader.language).text })
}

async function show(visit: LineRequest, form: FormState = { values: {}, errors: [] }): Promise<FastifyReply> {
  const { application, writing, reader, network, report, line } = visit
  const facts = await findFacts(writing, application, network, { ...report, lines: [line] })
  const rendered = {
    title: titleOf(visit),
    description: reader.t('reports.reports.title'),
    children: <LinePage visit={visit} form={form} facts={facts} />,
  }
  if (visit.isByLink) return renderSecretPage(visit, rendered)
  const path = `/reports/draft/lines/${line.slug}`
  return renderNetworkPage(visit, { ...rendered, path, noindex: true, isNeverKept: true })
}

interface LinePageProps {
  visit: LineRequest
  form: FormState
  facts: ReportFacts
}

function LinePage({ visit, form, facts }: LinePageProps) {
  const reader = useReader()
  const { t } = reader
  const { request, network, report, line, address, isByLink, mayAnswer } = visit
  const isSaid = parameterOf(request.query, 'done') === 'said' && form.errors.length === 0
  const day = (at: Date) => dayWords(reader, at.toISOString().slice(0, 10))
  return (
    <>
      <ErrorList form={form} />
      {isByLink ? (
        <LanguageLinks
          addressIn={(language) =>
            paths.linesByLink(language, network.slug, parameterOf(request.params, 'token') ?? '')
          }
        />
      ) : null}
      <PageHeading
        kicker={t('reports.reports.title')}
        lead={t('reports.line.lead', {
          network: chooseName(network.name, reader.language).text,
          from: dayWords(reader, report.from),
          day: dayWords(reader, report.answersUntil ?? report.day),
        })}
      >
        {titleOf(visit)}
      </PageHeading>
      {line.stance && line.saidAt ? (
        <Notice kind="done" live={isSaid}>
          <p>{t(`reports.draft.said.${line.stance}`, { day: day(line.saidAt) })}</p>
          {line.words === '' ? null : (
            <p class="as-written" lang={line.wordsLanguage ?? undefined}>
              {line.words}
            </p>
          )}
          {mayAnswer ? <p>{t('reports.line.mayChange')}</p> : null}
        </Notice>
      ) : null}
      <OwnLines facts={facts} bodyId={line.organisationId} />
      {mayAnswer ? (
        <Section id="answer" title={t('reports.line.question')}>
          <form method="post" action={`${address}/answer`} class="form-actions">
            <button class="button primary" type="submit" name="stance" value="confirmed">
              {t('reports.line.confirm')}
            </button>
          </form>
          <Form action={`${address}/answer`} form={form} submit={t('reports.line.send')}>
            <ChoiceField
              name="stance"
              label={t('reports.line.otherwise')}
              options={[
                { value: 'disputed', label: t('reports.line.dispute') },
                { value: 'added', label: t('reports.line.add') },
              ]}
              required
            />
            <TextAreaField
              name="words"
              label={t('reports.line.words')}
              hint={t('reports.line.wordsHint')}
              max={2000}
              rows={4}
              required
            />
            <Field name="said_as" label={t('reports.line.saidAs')} hint={t('reports.line.saidAsHint')} />
          </Form>
        </Section>
      ) : null}
      {isByLink ? <AddressKept address={address} /> : null}
    </>
  )
}

/** What is kept about the post that was written to, how long, and how to have it erased before. */
function AddressKept({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <ErasureSection title={t('reports.line.data')} label={t('reports.line.erase')} address={address}>
      <p>{t('reports.line.dataKept')}</p>
    </ErasureSection>
  )
}
