import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { dayOf } from '../../../platform/context/clock.ts'
import { hourTrouble, instantOf, zonesFor } from '../../../platform/dates/index.ts'
import { listEditions } from '../../../platform/editions/editions.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { toldDayInput } from '../../../platform/input/date-input.ts'
import { type FormState, fieldError, says } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EditionLine, editionName } from '../../../ui/blocks/edition-line.tsx'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { listFiles } from '../files/queries.ts'
import { paths } from '../paths.ts'
import { mayPrepareReports } from '../policy.ts'
import {
  freezeReport,
  gatherReport,
  planReport,
  publishReport,
  removeReport,
  signReport,
  type Trouble,
  thawReport,
  unsignReport,
} from './commands.ts'
import { DraftPage, type DraftPageProps, Seen } from './draft-page.tsx'
import { addErrataRoutes } from './errata.pages.tsx'
import { addFeedRoutes, feedLink } from './feed.pages.tsx'
import { askAuthorities } from './lines.commands.ts'
import { addLineRoutes } from './lines.pages.tsx'
import {
  findNextStart,
  listLines,
  listPeriods,
  listSignatures,
  listSigners,
  lookUpDraft,
  lookUpLast,
  lookUpLater,
} from './queries.ts'
import { seenOf, seriesOf } from './report.ts'

/** The list of reports, and how one is prepared: gathered, asked about, frozen, signed by each side, published. */
export function addReportRoutes(app: FastifyInstance, application: Application): void {
  const kept = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  kept.get('/:language/:network/reports', loadNetworkRequest, showList)
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/reports/draft'
  pages.get(place, loadDraftRequest, (visit) => show(visit))

  /** A form of one step; what hinders it is said above the page as it is by then. */
  const addStep = <T,>(
    step: string,
    schema: (visit: NetworkRequest) => z.ZodType<T>,
    take: (visit: NetworkRequest, typed: T) => Promise<Trouble | null | { number: number }>,
    isOnce = false,
  ) =>
    addNetworkAction(pages, `${place}/${step}`, {
      open: loadDraftRequest,
      schema,
      isOnce,
      again: show,
      save: async (visit, typed) => {
        const outcome = await take(visit, typed)
        if (typeof outcome === 'string') return [troubleError(outcome)]
        const { reader, network } = visit
        if (outcome) return paths.report(reader, network.slug, outcome.number)
        return `${paths.draft(reader, network.slug)}#${step}`
      },
    })
  const plain = () => seen

  addStep('gather', periodForm, ({ writing, network }, typed) =>
    gatherReport(writing, network, typed.seen, typed),
  )
  addStep('ask', untilForm, (visit, typed) => askAuthorities(visit, typed.seen, typed.until), true)
  addStep('freeze', plain, ({ writing, network }, typed) =>
    freezeReport(writing, application, network, typed.seen),
  )
  for (const [step, take] of Object.entries({
    sign: signReport,
    unsign: unsignReport,
    publish: publishReport,
  }))
    addStep(step, plain, ({ writing, network }, typed) => take(writing, network, typed.seen))
  addStep('plan', planForm, ({ writing, network }, typed) =>
    planReport(writing, network, typed.seen, instantOf(typed.on, typed.time, typed.zone)),
  )
  addStep('unplan', plain, ({ writing, network }, typed) => planReport(writing, network, typed.seen, null))

  // What undoes the work of others is asked about first, with what goes.
  for (const [step, undo] of [
    ['thaw', thawReport],
    ['removal', removeReport],
  ] as const)
    addNetworkForm(pages, `${place}/${step}`, {
      open: loadDraftRequest,
      title: `reports.draft.${step}`,
      lead: `reports.draft.${step}Lead`,
      path: `/reports/draft/${step}`,
      submit: `reports.draft.${step}`,
      width: 'reading',
      back: ({ reader, network }) => ({
        href: paths.draft(reader, network.slug),
        label: reader.t('reports.draft.title'),
      }),
      schema: seen,
      fields: async ({ writing, network }, form) => {
        const report = (await lookUpDraft(writing, network.id)) ?? notFound('draft')
        const signatures = await listSignatures(writing, report.id)
        return <Undone seen={String(form.values.seen ?? seenOf(report))} signed={signatures.length} />
      },
      save: async ({ writing, reader, network }, typed) => {
        const trouble = await undo(writing, network, typed.seen)
        return trouble === null ? paths.draft(reader, network.slug) : [troubleError(trouble)]
      },
    })
  addLineRoutes(app, application)
  addErrataRoutes(app, application)
  addFeedRoutes(app, application)
}

const troubleError = (trouble: Trouble) => fieldError('', `reports.draft.error.${trouble}`)

const seen = z.object({ seen: z.string().max(120) })

/** A period that has gone by, or ends today. */
const periodForm = ({ writing }: NetworkRequest) =>
  seen
    .extend({ from: toldDayInput(), to: toldDayInput() })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: says('reports.draft.error.order') })
    .refine(({ to }) => to <= writing.today, { path: ['to'], error: says('reports.draft.error.future') })

/** Answers have a day at least, and are not waited for longer than half a year. */
const untilForm = ({ application: { clock } }: NetworkRequest) => {
  const today = Temporal.PlainDate.from(dayOf(clock))
  const [first, last] = [{ days: 1 }, { days: 183 }].map((more) => today.add(more).toString())
  return seen.extend({
    until: toldDayInput().refine(
      (day) => day >= String(first) && day <= String(last),
      says('reports.draft.error.until'),
    ),
  })
}

const planForm = ({ application: { clock }, network }: NetworkRequest) =>
  seen
    .extend({
      on: toldDayInput(),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, says('reports.draft.error.time')),
      zone: z.enum(zonesFor(network.countries)),
    })
    .superRefine(({ on, time, zone }, check) => {
      const trouble = hourTrouble(on, time, zone)
      const isPast = () => Temporal.Instant.compare(instantOf(on, time, zone), clock.now()) <= 0
      const message = trouble ?? (isPast() ? 'reports.draft.error.past' : null)
      if (message) check.addIssue({ code: 'custom', path: ['time'], message: says(message) })
    })

function Undone({ seen: value, signed }: { seen: string; signed: number }) {
  const { t } = useReader()
  return (
    <>
      <Seen value={value} />
      {signed > 0 ? <p>{t('reports.draft.undone', { count: signed })}</p> : null}
    </>
  )
}

async function loadDraftRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return mayPrepareReports(loaded.writing.actor, loaded.network.id) ? loaded : notFound('draft')
}

async function show(visit: NetworkRequest, typed?: FormState): Promise<FastifyReply> {
  const { writing, reader, network } = visit
  const report = await lookUpDraft(writing, network.id)
  const answers = Temporal.PlainDate.from(dayOf(writing.clock)).add({ days: 21 }).toString()
  const props: DraftPageProps = {
    network,
    report,
    lines: report ? await listLines(writing, report.id) : [],
    signatures: report ? await listSignatures(writing, report.id) : [],
    signers: await listSigners(writing, network.id),
    files: report ? (await listFiles(writing, report.id)).map(({ name }) => name) : [],
    former: await lookUpLast(writing, network.id),
    actor: writing.actor,
    clock: writing.clock,
    form: {
      errors: typed?.errors ?? [],
      values: {
        from: report?.from ?? (await findNextStart(writing, network.id)),
        to: report?.to ?? writing.today,
        until: report?.answersUntil ?? answers,
        ...typed?.values,
      },
    },
  }
  return renderNetworkPage(visit, {
    title: reader.t('reports.draft.title'),
    description: reader.t('reports.draft.lead'),
    path: '/reports/draft',
    noindex: true,
    isNeverKept: true,
    children: <DraftPage {...props} />,
  })
}

async function showList(visit: NetworkRequest): Promise<FastifyReply> {
  const { context, writing, reader, network } = visit
  const { t } = reader
  const editions = await listEditions(context, seriesOf(network.id))
  const periods = await listPeriods(context, network.id)
  const draft = mayPrepareReports(writing.actor, network.id) ? (
    <p>
      <a class="button" href={paths.draft(reader, network.slug)}>
        {t((await lookUpDraft(writing, network.id)) ? 'reports.list.goOn' : 'reports.list.begin')}
      </a>
    </p>
  ) : null
  const metaOf = (edition: (typeof editions)[number]) => {
    const period = periods.get(edition.id)
    const later = lookUpLater(editions, edition.number)
    const words = [
      period &&
        t('reports.list.period', { from: dayWords(reader, period.from), to: dayWords(reader, period.to) }),
      edition.withdrawnAt && t('reports.list.withdrawn'),
      later && t('reports.list.supersededBy', { number: String(later.number) }),
    ]
    return words.filter(Boolean).join(' · ')
  }
  return renderNetworkPage(visit, {
    title: t('reports.reports.title'),
    description: t('reports.list.lead'),
    path: '/reports',
    feeds: [feedLink(reader, network)],
    children: (
      <>
        <PageHeading lead={t('reports.list.lead')}>{t('reports.reports.title')}</PageHeading>
        {editions.length === 0 ? (
          <EmptyState title={t('reports.list.none')} why={t('reports.list.noneWhy')} next={draft} />
        ) : (
          <>
            {draft}
            <EntryList
              entries={editions.map((edition) => ({
                key: edition.id,
                href: paths.report(reader, network.slug, edition.number),
                title: editionName(reader, edition),
                meta: metaOf(edition),
                body: (
                  <EditionLine
                    frozenAt={edition.madeAt}
                    digest={edition.digest}
                    erasedAt={edition.erasedAt}
                  />
                ),
              }))}
            />
          </>
        )}
      </>
    ),
  })
}
