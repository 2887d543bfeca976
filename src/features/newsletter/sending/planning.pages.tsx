import type { FastifyInstance, FastifyReply } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { type FormState, readForm, readValues, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Passage } from '../../../ui/text/passage.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import {
  type Network,
  type NetworkRequest,
  redirectAfterPost,
  renderNetworkPage,
} from '../../networks/index.ts'
import type { Issue } from '../issues/issue.ts'
import { letterOf } from '../issues/letter.ts'
import { paths as issuePaths } from '../issues/paths.ts'
import { findPublished, lookUpDraft } from '../issues/queries.ts'
import { paths as subscriberPaths } from '../subscribers/paths.ts'
import { lettersIn } from '../subscribers/request.ts'
import { orderSending } from './commands.ts'
import type { Forecast } from './forecast/forecast.ts'
import { LanguageTable, MorningTable } from './forecast/forecast-tables.tsx'
import { findForecast } from './forecast/queries.ts'
import { paths } from './paths.ts'
import { renderEdition } from './preparing/editions.ts'
import { lookUpSendingOf } from './queries.ts'
import { loadSenderRequest } from './request.ts'
import { startForm } from './schema.ts'
import { NoServer } from './sending-page.tsx'

/** How an approved or published letter is sent, after a look at who would get it and when. */
export function addPlanningRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  for (const letter of ['draft', ':number'] as const) {
    const place = `/:language/:network/newsletter/${letter}/sending`
    pages.get(place, async (visit) => {
      const { reply } = visit
      const back = letter === 'draft' ? await lookUpWayBack(visit) : null
      if (back) return redirectAfterPost(reply, back)
      const loaded = await loadPlanRequest(visit)
      const { reader, network, writing, issue } = loaded
      const sending = await lookUpSendingOf(writing, issue.id)
      if (sending) return redirectAfterPost(reply, paths.sending(reader, network.slug, sending.id))
      return show(loaded)
    })
    addNetworkAction(pages, place, {
      open: loadPressedRequest,
      schema: ({ application: { clock } }) => startForm(dayOf(clock)),
      save: async ({ reply, writing, reader, network, issue }, typed) => {
        // The draft is now another letter than the one on the page.
        const isLate = typed.issue !== issue.id
        const id = isLate ? null : await orderSending(application, writing, issue, typed.from)
        reply.header('referrer-policy', 'no-referrer')
        return id === null
          ? `${issuePaths.draft(reader, network.slug)}?done=late`
          : paths.sending(reader, network.slug, id, { done: 'ordered' })
      },
      again: show,
    })
  }
}

/** The letter to be sent. Pressing the button twice leads to the sending that the first press ordered. */
async function loadPressedRequest(visit: Visit): Promise<PlanRequest | null> {
  const before = await lookUpPressed(visit)
  const asked =
    before ??
    (await loadPlanRequest(visit).catch(async (error: unknown) => {
      // The other press was faster, by less than the time of this check.
      const since = await lookUpPressed(visit)
      if (since) return since
      throw error
    }))
  if (typeof asked !== 'string') return asked
  redirectAfterPost(visit.reply, asked)
  return null
}

/** The sending that an earlier press of the button ordered, if there is one. */
async function lookUpPressed(visit: Visit): Promise<string | null> {
  const { request } = visit
  const { reader, network, writing } = await loadSenderRequest(visit)
  const id = typedValue(readValues(request.body), 'issue')
  const sending = isId(id) ? await lookUpSendingOf(writing, id) : null
  return sending?.networkId === network.id ? paths.sending(reader, network.slug, sending.id) : null
}

/** Where an editor is led when the letter was sent or reopened since; null while it can still be planned. */
async function lookUpWayBack(visit: Visit): Promise<string | null> {
  const { reader, network, writing } = await loadSenderRequest(visit)
  const issue = await lookUpDraft(writing, network.id)
  return issue?.state === 'approved' ? null : issuePaths.draft(reader, network.slug)
}

interface PlanRequest extends NetworkRequest {
  issue: Issue
  /** How its address names it. */
  letter: 'draft' | number
}

async function loadPlanRequest(visit: Visit): Promise<PlanRequest> {
  const { request } = visit
  const loaded = await loadSenderRequest(visit)
  const { writing, network } = loaded
  const number = parameterOf(request.params, 'number')
  if (number !== undefined) {
    const issue = await findPublished(writing, network.id, number)
    return issue.state === 'published' ? { ...loaded, issue, letter: issue.number } : notFound(number)
  }
  const issue = await lookUpDraft(writing, network.id)
  return issue?.state === 'approved' ? { ...loaded, issue, letter: 'draft' } : notFound('draft')
}

async function show(
  visit: PlanRequest,
  typed: FormState = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { application, request, reader, network, writing, issue } = visit
  const today = dayOf(application.clock)
  const looked = readForm(startForm(today), { from: parameterOf(request.query, 'from') ?? today })
  const isTyped = typed.errors.length > 0
  const form = isTyped ? typed : looked.valid ? { values: looked.values, errors: [] } : looked
  const startsOn = !isTyped && looked.valid ? looked.data.from : today
  const forecast = await findForecast(
    writing,
    { kind: 'issue', networkId: network.id, issueId: issue.id },
    startsOn,
  )
  const languages = lettersIn(network)
  return renderNetworkPage(visit, {
    title: reader.t('newsletter.sending.plan'),
    description: reader.t('newsletter.sending.plan'),
    path: `/newsletter/${visit.letter}/sending`,
    noindex: true,
    children: (
      <PlanPage
        network={network}
        issue={issue}
        letter={visit.letter}
        languages={languages}
        startsOn={startsOn}
        form={form}
        forecast={forecast}
        hasServer={application.settings.smtpUrl !== null}
        tooLarge={await listTooLarge(application, visit, languages)}
      />
    ),
  })
}

/** The languages in which the letter cannot be drawn, or is too large for mail programs to show whole. */
async function listTooLarge(
  application: Application,
  { reader, network, issue }: PlanRequest,
  languages: readonly InterfaceLanguage[],
): Promise<InterfaceLanguage[]> {
  const { baseUrl } = application.settings
  const found: InterfaceLanguage[] = []
  for (const language of languages) {
    const t = application.translate(language)
    const letter = letterOf(issue, { baseUrl, t, network, language, today: reader.today })
    const isDrawn = await renderEdition(application, { key: language, language }, letter).then(
      () => true,
      () => false,
    )
    if (!isDrawn) found.push(language)
  }
  return found
}

interface PlanPageProps {
  network: Network
  issue: Issue
  letter: 'draft' | number
  languages: readonly InterfaceLanguage[]
  startsOn: string
  /** The form with the first day of the sending. */
  form: FormState
  forecast: Forecast
  hasServer: boolean
  /** Languages in which its mail is larger than mail programs show. */
  tooLarge: readonly InterfaceLanguage[]
}

/** Who would get a letter and when, what they would miss, and the button that sends it. */
function PlanPage(props: PlanPageProps) {
  const reader = useReader()
  const { network, issue, letter, forecast, tooLarge } = props
  const { t } = reader
  const total = forecast.rows.reduce((all, { count }) => all + count, 0)
  const back =
    letter === 'draft'
      ? issuePaths.draft(reader, network.slug)
      : issuePaths.issue(reader, network.slug, letter)
  return (
    <>
      <PageHeading
        kicker={
          <a href={back}>
            <Passage text={issue.title} as="span" tags={false} />
          </a>
        }
        lead={t('newsletter.sending.planLead')}
      >
        {t('newsletter.sending.plan')}
      </PageHeading>
      {props.hasServer ? null : <NoServer />}
      {tooLarge.length > 0 ? (
        <Notice kind="warning">
          {t('newsletter.sending.tooLarge', {
            languages: tooLarge.map((language) => languageInWords(reader, language)).join(', '),
          })}
        </Notice>
      ) : null}
      <DayForm {...props} />
      {total === 0 ? (
        <EmptyState
          title={t('newsletter.sending.nobody')}
          why={t('newsletter.sending.nobodyWhy')}
          next={<a href={subscriberPaths.list(reader, network.slug)}>{t('newsletter.subscribers.list')}</a>}
        />
      ) : (
        <>
          <Section id="mornings" title={t('newsletter.sending.mornings')}>
            <MorningTable forecast={forecast} />
          </Section>
          <Section id="languages" title={t('newsletter.sending.languages')}>
            <LanguageTable issue={issue} languages={props.languages} forecast={forecast} />
          </Section>
          {tooLarge.length > 0 ? null : <SendForm {...props} total={total} />}
        </>
      )}
    </>
  )
}

function DayForm({ network, letter, form }: PlanPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="day" title={t('newsletter.sending.day')}>
      <form method="get" action={paths.plan(reader, network.slug, letter)} class="form" novalidate>
        <FormFields form={form}>
          <ErrorList form={form} />
          <DayField
            name="from"
            label={t('newsletter.sending.from')}
            hint={t('newsletter.sending.fromHint')}
            required
          />
          <button type="submit" class="button">
            {t('newsletter.sending.foresee')}
          </button>
        </FormFields>
      </form>
    </Section>
  )
}

function SendForm({ network, issue, letter, startsOn, total }: PlanPageProps & { total: number }) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="send" title={capitalized(t('newsletter.sending.send'), reader.interfaceLanguage)}>
      <p>
        {t(letter === 'draft' ? 'newsletter.sending.sendLeadDraft' : 'newsletter.sending.sendLead')}{' '}
        {t('newsletter.sending.fixedLead')}
      </p>
      <form method="post" action={paths.plan(reader, network.slug, letter)} class="form">
        <input type="hidden" name="from" value={startsOn} />
        <input type="hidden" name="issue" value={issue.id} />
        <button type="submit" class="button primary">
          {t('newsletter.sending.sendButton', { count: total })}
        </button>
      </form>
    </Section>
  )
}
