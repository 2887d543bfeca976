import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { isCode } from '../../../platform/input/code.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type Entry, EntryList } from '../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { FewWords } from '../../../ui/table/few-words.tsx'
import { addListPage } from '../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { trades } from '../../contacts/index.ts'
import { addLink, amendRecord, EditLink, RecordFoot } from '../../contributions/index.ts'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { cachedByNetwork, loadNetworkRequest, renderNetworkPage, themes } from '../../networks/index.ts'
import { PracticesTabs } from '../frame.tsx'
import { paths } from '../paths.ts'
import { maySpeakFor } from '../policy.ts'
import { AskedSection, ToldSection } from '../proposals/proposal-sections.tsx'
import { listIntentions, listToldEvidence, maySeeProposals } from '../proposals/queries.ts'
import { listReviews } from '../reviews/queries.ts'
import { ReviewsSection } from '../reviews/reviews-section.tsx'
import { listUses } from '../uses/queries.ts'
import { UsesSection } from '../uses/uses-section.tsx'
import { confirmLook } from './commands.ts'
import { practiceDocument } from './fields.ts'
import { countPractices, listPractices } from './list.queries.ts'
import { ageOf, ages, publications } from './practice.ts'
import { having, listStates, practiceFilter } from './practice-filter.ts'
import { HolderName, PracticePage, PracticeTags } from './practice-page.tsx'
import { practiceRecord } from './practice-record.ts'
import { practiceTitle } from './practice-title.ts'
import { findPractice, type Practice } from './queries.ts'

const doneWords = [...publications, 'looked', 'ended'] as const

/** The sheets of a network, each on its page, and the look at one that is due. */
export function addSheetRoutes(app: FastifyInstance, application: Application): void {
  addSheetList(app, application)
  const kept = pagesOf(app, application, { config: { kept: cachedByNetwork(['now', 'done']) } })
  kept.get('/:language/:network/practices/:slug', loadPracticeRequest, showPractice)
  addNetworkAction(pagesOf(app, application, noStore), '/:language/:network/practices/:slug/look', {
    open: async (visit) => {
      const loaded = await loadPracticeRequest(visit)
      const { writing, network, practice } = loaded
      const isTheirs = maySpeakFor(writing.actor, {
        networkId: network.id,
        organisationId: practice.holder.id,
      })
      return isTheirs && practice.publication === 'published' ? loaded : notFound('look')
    },
    schema: () => z.object({ said: z.enum(['true', 'ended']) }),
    again: (visit) => showPractice(visit),
    save: async (visit, { said }) => {
      const { writing, reader, network, practice } = visit
      const { id, slug, holder } = practice
      await inTransaction(writing, async (inside) => {
        if (said === 'true') {
          await confirmLook(inside, id)
          const activity = { networkId: network.id, subjectKind: 'practice', subjectId: id }
          return recordActivity(inside, { ...activity, verb: 'confirmed' })
        }
        const head = { id, slug, title: plainText(practice.title), organisationIds: [holder.id] }
        const reason = reader.t('practices.look.ended')
        const amending = { network, kind: practiceRecord, head, reason, language: reader.interfaceLanguage }
        await amendRecord(
          inside,
          { ...amending, organisationId: holder.id, origin: 'edit' as const },
          (stored) => ({
            ...practiceDocument.parse(stored),
            endedOn: inside.today,
          }),
        )
      })
      const place = paths.practice({ ...reader, now: null }, network.slug, slug)
      return `${place}?done=${said === 'true' ? 'looked' : 'ended'}`
    },
  })
}

async function loadPracticeRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  const practice = await findPractice(context, network.id, parameterOf(visit.request.params, 'slug') ?? '')
  return { ...loaded, practice }
}

async function showPractice(visit: Awaited<ReturnType<typeof loadPracticeRequest>>) {
  const { request, application, context, reader, network, practice } = visit
  const { actor } = context
  const uses = await listUses(context, practice.id)
  const reviews = await listReviews(context, practice.id)
  const told = await listToldEvidence(context, { sheetId: practice.id })
  const speaksFor = maySpeakFor(actor, { networkId: network.id, organisationId: practice.holder.id })
  const done = parameterOf(request.query, 'done') ?? ''
  const title = practiceTitle(reader, practice)
  const links = { reader, actor, network, kind: practiceRecord, slug: practice.slug }
  return renderNetworkPage(visit, {
    title,
    description: chooseText(practice.problem, reader.language)?.text.slice(0, 300) ?? title,
    path: `/practices/${practice.slug}`,
    noindex: practice.publication !== 'published' || reader.now !== null,
    children: (
      <PracticePage
        network={network}
        practice={practice}
        address={application.settings.baseUrl + paths.practice(reader, network.slug, practice.slug)}
        speaksFor={speaksFor}
        done={isCode(doneWords, done) ? done : null}
        actions={<EditLink {...links} organisationIds={[practice.holder.id]} />}
        uses={<UsesSection network={network} context={context} practice={practice} uses={uses} />}
        reviews={<ReviewsSection network={network} context={context} practice={practice} reviews={reviews} />}
        told={
          <ToldSection network={network.slug} practice={practice} evidence={told} speaksFor={speaksFor} />
        }
        foot={<RecordFoot {...links} />}
      />
    ),
  })
}

/** A sheet as lists show it. */
export function practiceEntry(reader: Reader, network: string, practice: Practice): Entry {
  return {
    key: practice.id,
    href: paths.practice(reader, network, practice.slug),
    title: <Passage text={practice.title} as="span" tags={false} />,
    meta: (
      <>
        <HolderName practice={practice} />
        <PracticeTags practice={practice} age={ageOf(practice, reader.today)} />
      </>
    ),
    body: <FewWords words={practice.themes.map((theme) => reader.t(`networks.theme.${theme}`))} />,
  }
}

function addSheetList(app: FastifyInstance, application: Application): void {
  const config = { kept: cachedByNetwork([...practiceFilter.names, 'page', 'now']) }
  addListPage(pagesOf(app, application, { config }), '/:language/:network/practices', {
    open: loadNetworkRequest,
    filter: practiceFilter,
    rowsAPage: 30,
    countedAtMost: 1000,
    find: async ({ context, network }, filter, { most, ...slice }) => {
      const [total, rows, intentions] = await Promise.all([
        countPractices(context, network.id, filter, most),
        listPractices(context, network.id, filter, slice),
        listIntentions(context, network.id),
      ])
      return { total, rows, intentions }
    },
    send: renderNetworkPage,
    head: ({ reader, filter }) => ({
      title: reader.t('practices.list.title'),
      description: reader.t('practices.list.lead'),
      path: '/practices',
      searched: filter.q,
    }),
    address: ({ reader, network }, parameters) => paths.list(reader, network.slug, parameters),
    filters: ({ reader, network, parameters: { organisation } }) => {
      const { t } = reader
      return {
        action: `/${reader.language}/${network.slug}/practices`,
        kept: { organisation, now: reader.now ?? undefined },
        clearHref: paths.list(reader, network.slug),
        told: ['q', 'theme', 'trade', 'country', 'organisation', 'state', 'age', 'has'],
        fields: [
          { name: 'q', label: t('practices.filter.text') },
          {
            name: 'theme',
            label: t('practices.field.themes'),
            codes: themes,
            word: (code) => t(`networks.theme.${code}`),
            hasCapital: true,
            isSorted: true,
          },
          {
            name: 'has',
            label: t('practices.filter.has'),
            codes: having,
            word: (code) => t(`practices.filter.has.${code}`),
          },
          {
            name: 'trade',
            place: 'more',
            label: t('practices.field.trades'),
            codes: trades,
            word: (code) => t(`contacts.trade.${code}`),
            hasCapital: true,
            isSorted: true,
          },
          {
            name: 'country',
            place: 'more',
            label: t('practices.filter.country'),
            codes: byOwnSide(reader, network.countries),
            word: (code) => countryName(reader, code),
          },
          {
            name: 'age',
            place: 'more',
            label: t('practices.filter.age'),
            codes: ages,
            word: (code) => t(`practices.age.${code}`),
          },
          {
            name: 'state',
            place: 'more',
            label: t('practices.field.publication'),
            codes: listStates.filter((code) => code !== 'published'),
            word: (code) => t(code === 'all' ? 'practices.filter.all' : `practices.publication.${code}`),
            any: t('practices.publication.published'),
          },
          { name: 'organisation', place: 'told', label: t('practices.field.holder') },
        ],
      }
    },
    rows: ({ reader, network, rows }) => (
      <EntryList entries={rows.map((practice) => practiceEntry(reader, network.slug, practice))} />
    ),
    empty: ({ reader, network, context }, isNarrowed) => ({
      title: reader.t(isNarrowed ? 'practices.list.emptyFiltered' : 'practices.list.empty'),
      why: reader.t(isNarrowed ? 'practices.list.emptyFilteredWhy' : 'practices.list.emptyWhy'),
      next: isNarrowed ? (
        <a href={paths.list(reader, network.slug)}>{reader.t('practices.list.clear')}</a>
      ) : maySeeProposals(context.actor, network.id) ? (
        <a href={paths.list(reader, network.slug, { state: 'proposed' })}>
          {reader.t('practices.list.seeProposed')}
        </a>
      ) : null,
    }),
    render: ({ reader, context, network, intentions }, filters, results) => (
      <>
        <PageHeading
          lead={reader.t('practices.list.lead')}
          actions={
            <>
              {addLink({
                reader,
                actor: context.actor,
                network,
                kind: practiceRecord,
                label: reader.t('practices.form.new'),
              })}{' '}
              <PrintButton />
            </>
          }
        >
          {reader.t('practices.list.title')}
        </PageHeading>
        <PracticesTabs network={network.slug} here="/practices" />
        {filters}
        {results}
        <AskedSection network={network.slug} intentions={intentions} />
      </>
    ),
  })
}
