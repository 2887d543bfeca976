import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Edition, findEdition, listEditions } from '../../../platform/editions/editions.ts'
import { type Erratum, listErrata } from '../../../platform/editions/errata.ts'
import { digestOf } from '../../../platform/editions/frozen-facts.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FieldError, type FormState, fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EditionLine, ErrataList } from '../../../ui/blocks/edition-line.tsx'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { MaybeFolded } from '../../../ui/blocks/maybe-folded.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Passage } from '../../../ui/text/passage.tsx'
import { ChangeList } from '../../contributions/index.ts'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { BriefTables, BriefTabs } from '../drawing/brief-page.tsx'
import { drawBrief, groupDrawing } from '../drawing/drawing.ts'
import { paths } from '../paths.ts'
import { mayPublishBriefs } from '../policy.ts'
import { correctBriefs, type Hindrance, publishBriefs, withdrawBriefs } from './commands.ts'
import { type BriefDifference, compareBriefs, type FrozenBriefs } from './frozen-briefs.ts'
import { findBriefs, findFrozenBriefs } from './queries.ts'

/** The editions of the briefs of a group: their list with the next one, and each with its files, what changed, errata, withdrawal. */
export function addEditionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })

  pages.get('/:language/:network/brief/editions', loadNetworkRequest, (visit) => showList(visit))
  addNetworkAction(pages, '/:language/:network/brief/editions', {
    open: loadPublisherRequest,
    schema: z.object({ digest: z.string().max(64) }),
    save: async (visit, { digest }) => {
      const { writing, reader, network } = visit
      const outcome = await publishBriefs(writing, network, digest, application.translate)
      return 'number' in outcome
        ? paths.edition(reader, network.slug, outcome.number)
        : [hindranceError(visit, outcome)]
    },
    again: showList,
  })

  pages.get('/:language/:network/brief/editions/:number', loadEditionRequest, (visit) => showEdition(visit))
  for (const format of ['pdf', 'docx'] as const)
    pages.get(
      `/:language/:network/brief/editions/:number/:slug.${format}`,
      loadEditionRequest,
      async (visit) => {
        const { request, reply, reader, network, edition, facts } = visit
        const slug = parameterOf(request.params, 'slug') ?? ''
        const brief = facts.briefs.find(({ country }) => country.toLowerCase() === slug) ?? notFound(slug)
        const { group } = groupDrawing(reader, network, brief.country, application.settings.baseUrl)
        const address = application.settings.baseUrl + paths.edition(reader, network.slug, edition.number)
        const named = reader.t('ui.edition.named', {
          number: String(edition.number),
          day: dayWords(reader, edition.day),
        })
        const bytes = await drawBrief(format, reader, brief, {
          address,
          group,
          edition: `${named} · SHA-256 ${edition.digest}`,
        })
        const name = `brief-${slug}-${edition.number}-${reader.language}` as const
        return sendFile(reply.header('cache-control', 'no-cache'), `${name}.${format}`, bytes)
      },
    )
  addNetworkAction(pages, '/:language/:network/brief/editions/:number/errata', {
    open: loadOwnEditionRequest,
    schema: z.object({ text: typedText({ max: 1000, isRequired: true }) }),
    save: async ({ writing, reader, network, edition }, { text }) => {
      await correctBriefs(writing, network, String(edition.number), text)
      return paths.edition(reader, network.slug, edition.number)
    },
    again: showEdition,
  })
  addNetworkAction(pages, '/:language/:network/brief/editions/:number/withdrawal', {
    open: loadOwnEditionRequest,
    schema: z.object({ reason: typedText({ max: 1000, isRequired: true }) }),
    save: async ({ writing, reader, network, edition }, { reason }) => {
      await withdrawBriefs(writing, network, String(edition.number), reason)
      return paths.edition(reader, network.slug, edition.number)
    },
    again: showEdition,
  })
}

async function loadPublisherRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  if (!mayPublishBriefs(loaded.writing.actor, loaded.network.id)) notFound('publication')
  return loaded
}

interface EditionRequest extends NetworkRequest {
  edition: Edition
  facts: FrozenBriefs
  /** The edition before, where there is one, with its facts. */
  former: { number: number; facts: FrozenBriefs } | null
  errata: Erratum[]
}

async function loadEditionRequest(visit: Visit): Promise<EditionRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  const series = { networkId: network.id, kind: 'brief' as const }
  const edition = await findEdition(context, series, parameterOf(visit.request.params, 'number') ?? '')
  const before = (await listEditions(context, series)).find(({ number }) => number < edition.number)
  const [facts, former, errata] = await Promise.all([
    findFrozenBriefs(context, edition.id),
    before ? findFrozenBriefs(context, before.id) : null,
    listErrata(context, { kind: 'brief', id: edition.id }),
  ])
  return {
    ...loaded,
    edition,
    facts,
    former: before && former ? { number: before.number, facts: former } : null,
    errata,
  }
}

async function loadOwnEditionRequest(visit: Visit): Promise<EditionRequest> {
  await loadPublisherRequest(visit)
  return loadEditionRequest(visit)
}

function hindranceError({ reader }: NetworkRequest, hindrance: Hindrance): FieldError {
  if (hindrance.kind !== 'full')
    return fieldError('digest', hindrance.kind === 'second' ? 'briefs.error.second' : 'briefs.error.changed')
  const languages = hindrance.fillings.map(({ language }) => languageInWords(reader, language)).join(', ')
  const lines = Math.max(...hindrance.fillings.map(({ linesLeft }) => -linesLeft))
  return { field: 'digest', message: (t) => t('briefs.error.full', { language: languages, lines }) }
}

async function showList(visit: NetworkRequest, typed?: FormState): Promise<FastifyReply> {
  const { context, writing, reader, network } = visit
  const editions = await listEditions(context, { networkId: network.id, kind: 'brief' })
  const mayPublish = mayPublishBriefs(writing.actor, network.id)
  const digest = mayPublish ? digestOf(await findBriefs(writing, network)) : null
  return renderNetworkPage(visit, {
    title: reader.t('briefs.editions.title'),
    description: reader.t('briefs.editions.lead'),
    path: '/brief/editions',
    children: (
      <ListPage
        network={network.slug}
        countries={network.countries}
        editions={editions}
        digest={digest}
        form={typed ?? { values: {}, errors: [] }}
      />
    ),
  })
}

interface ListPageProps {
  network: string
  countries: readonly string[]
  editions: readonly Edition[]
  /** Of what would be published now; null for those who do not publish. */
  digest: string | null
  form: FormState
}

function ListPage({ network, countries, editions, digest, form }: ListPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ErrorList form={form} />
      <PageHeading lead={t('briefs.editions.lead')}>{t('briefs.editions.title')}</PageHeading>
      <BriefTabs network={network} countries={countries} here={paths.editions(reader, network)} />
      {editions.length === 0 ? (
        <EmptyState title={t('briefs.editions.none')} why={t('briefs.editions.noneWhy')} />
      ) : (
        <EntryList
          entries={editions.map(({ number, day, digest: sum, madeAt, withdrawnAt }) => ({
            key: String(number),
            title: (
              <a href={paths.edition(reader, network, number)}>
                {t('ui.edition.named', { number: String(number), day: dayWords(reader, day) })}
              </a>
            ),
            meta: withdrawnAt ? (
              t('briefs.editions.withdrawn')
            ) : (
              <EditionLine frozenAt={madeAt} digest={sum} />
            ),
          }))}
        />
      )}
      {digest === null ? null : (
        <Section id="publish" title={t('briefs.editions.publish')}>
          <p>{t('briefs.editions.publishLead')}</p>
          <Form action={paths.editions(reader, network)} form={form}>
            <input type="hidden" name="digest" value={digest} />
            <button type="submit" class="button primary">
              {t('briefs.editions.publish')}
            </button>
          </Form>
        </Section>
      )}
    </>
  )
}

function showEdition(visit: EditionRequest, typed?: FormState): FastifyReply {
  const { writing, reader, network, edition } = visit
  return renderNetworkPage(visit, {
    title: `${reader.t('briefs.brief.title')} – ${reader.t('ui.edition.named', { number: String(edition.number), day: dayWords(reader, edition.day) })}`,
    description: reader.t('briefs.brief.kicker'),
    path: `/brief/editions/${edition.number}`,
    noindex: edition.withdrawnAt !== null,
    children: (
      <EditionPage
        {...visit}
        mayPublish={mayPublishBriefs(writing.actor, network.id)}
        form={typed ?? { values: {}, errors: [] }}
      />
    ),
  })
}

type EditionPageProps = Pick<EditionRequest, 'network' | 'edition' | 'facts' | 'former' | 'errata'> & {
  mayPublish: boolean
  form: FormState
}

function EditionPage({ network, edition, facts, former, errata, mayPublish, form }: EditionPageProps) {
  const reader = useReader()
  const { t } = reader
  const countries = byOwnSide(
    reader,
    facts.briefs.map(({ country }) => country),
  )
  const briefs = countries.flatMap((country) => facts.briefs.find((each) => each.country === country) ?? [])
  return (
    <>
      <ErrorList form={form} />
      <PageHeading kicker={<a href={paths.editions(reader, network.slug)}>{t('briefs.editions.title')}</a>}>
        {t('ui.edition.named', { number: String(edition.number), day: dayWords(reader, edition.day) })}
      </PageHeading>
      <BriefTabs network={network.slug} countries={network.countries} />
      <EditionLine frozenAt={edition.madeAt} digest={edition.digest} erasedAt={edition.erasedAt} />
      {edition.withdrawnAt ? (
        <Notice kind="warning">
          {t('briefs.editions.withdrawn')} <Passage text={edition.withdrawnReason ?? {}} as="span" />
        </Notice>
      ) : null}
      <ErrataList errata={errata} level={2} />
      <p>
        {briefs.flatMap(({ country }) =>
          (['pdf', 'docx'] as const).map((ending) => (
            <>
              <a
                class="button"
                href={paths.editionFile(reader, network.slug, edition.number, country, ending)}
              >
                {countryName(reader, country)} – {t(`briefs.file.${ending}`)}
              </a>{' '}
            </>
          )),
        )}
      </p>
      {former ? (
        <Differences
          title={t('briefs.difference.title', { number: String(former.number) })}
          differences={compareBriefs(former.facts, facts)}
        />
      ) : null}
      <BriefTables briefs={briefs} />
      {mayPublish ? (
        <>
          <WordsSection network={network} edition={edition} step="errata" name="text" form={form} />
          {edition.withdrawnAt ? null : (
            <WordsSection network={network} edition={edition} step="withdrawal" name="reason" form={form} />
          )}
        </>
      ) : null}
    </>
  )
}

interface WordsSectionProps extends Pick<EditionPageProps, 'network' | 'edition' | 'form'> {
  step: 'errata' | 'withdrawal'
  name: 'text' | 'reason'
}

/** What is added to an edition: words in the languages of the group. */
function WordsSection({ network, edition, step, name, form }: WordsSectionProps) {
  const reader = useReader()
  const title = reader.t(`briefs.editions.${step}`)
  return (
    <Section id={step} title={title}>
      <Form
        action={`${paths.edition({ ...reader, now: null }, network.slug, edition.number)}/${step}`}
        form={form}
        asksFirst
      >
        <LocalizedField
          name={name}
          label={reader.t(`briefs.editions.${name}`)}
          languages={network.languages}
          text={{}}
          max={1000}
          rows={2}
          required
        />
        <button type="submit" class="button">
          {title}
        </button>
      </Form>
    </Section>
  )
}

// Who came for the brief does not scroll through them.
const mostAtOnce = 12

/** What differs between two editions, a line a change. */
function Differences({ title, differences }: { title: string; differences: readonly BriefDifference[] }) {
  const reader = useReader()
  const { t } = reader
  const changes = differences.map(({ country, key, change, before, after }) => {
    const [was, is] = [before, after].map((text) => chooseText(text, reader.language))
    const language = (is ?? was)?.language
    return {
      label: [
        `${countryName(reader, country)} · ${t(`briefs.item.${key}`)} · ${t(`briefs.difference.${change}`)}`,
      ],
      before: was?.text ?? null,
      after: is?.text ?? null,
      language: !language || language === reader.language ? null : language,
    }
  })
  return (
    <Section id="difference" title={title}>
      <MaybeFolded
        isFolded={changes.length > mostAtOnce}
        words={t('briefs.difference.count', { count: changes.length })}
      >
        <ChangeList changes={changes} />
      </MaybeFolded>
    </Section>
  )
}
