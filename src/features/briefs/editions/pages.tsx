import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { findEdition, listEditions } from '../../../platform/editions/editions.ts'
import { listErrata } from '../../../platform/editions/errata.ts'
import { digestOf } from '../../../platform/editions/frozen-facts.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FieldError, type FormState, fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EditionLine, ErrataList, editionName, WithdrawnNotice } from '../../../ui/blocks/edition-line.tsx'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { MaybeFolded } from '../../../ui/blocks/maybe-folded.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
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
import { correctBriefs, type Hindrance, publishBriefs, seriesOf, withdrawBriefs } from './commands.ts'
import { type BriefDifference, compareBriefs } from './frozen-briefs.ts'
import { findBriefs, findFrozenBriefs } from './queries.ts'

/** The editions of the briefs of a group: their list with the next one, and each with its files, what changed, errata, withdrawal. */
export function addEditionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  const list = '/:language/:network/brief/editions'
  const place = `${list}/:number`

  pages.get(list, loadNetworkRequest, (visit) => showList(visit))
  addNetworkAction(pages, list, {
    open: loadPublisherRequest,
    schema: z.object({ digest: z.string().max(64) }),
    again: showList,
    save: async (visit, { digest }) => {
      const { writing, reader, network } = visit
      const outcome = await publishBriefs(writing, network, digest, application.translate)
      return 'number' in outcome
        ? paths.edition(reader, network.slug, outcome.number)
        : [hindranceError(visit, outcome)]
    },
  })

  pages.get(place, loadEditionRequest, (visit) => showEdition(visit))
  for (const format of ['pdf', 'docx'] as const)
    pages.get(`${place}/:slug.${format}`, loadEditionRequest, (visit) => sendEdition(visit, format))

  const words = typedText({ max: 1000, isRequired: true })
  addNetworkAction(pages, `${place}/errata`, {
    open: loadOwnEditionRequest,
    schema: z.object({ text: words }),
    again: showEdition,
    save: async ({ writing, reader, network, edition }, { text }) => {
      await correctBriefs(writing, network, edition.number, text)
      return paths.edition(reader, network.slug, edition.number)
    },
  })
  addNetworkAction(pages, `${place}/withdrawal`, {
    open: loadOwnEditionRequest,
    schema: z.object({ reason: words }),
    again: showEdition,
    save: async ({ writing, reader, network, edition }, { reason }) => {
      await withdrawBriefs(writing, network, edition.number, reason)
      return paths.edition(reader, network.slug, edition.number)
    },
  })
}

async function loadPublisherRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return mayPublishBriefs(loaded.writing.actor, loaded.network.id) ? loaded : notFound('publication')
}

type EditionRequest = Awaited<ReturnType<typeof loadEditionRequest>>

/** An edition with its facts and errata, and the edition before, where there is one. */
async function loadEditionRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  const edition = await findEdition(
    context,
    seriesOf(network),
    parameterOf(visit.request.params, 'number') ?? '',
  )
  const former = (await listEditions(context, seriesOf(network))).find(
    ({ number }) => number < edition.number,
  )
  const [facts, before, errata] = await Promise.all([
    findFrozenBriefs(context, edition.id),
    former ? findFrozenBriefs(context, former.id) : null,
    listErrata(context, { kind: 'brief', id: edition.id }),
  ])
  return {
    ...loaded,
    edition,
    facts,
    former: former && before && { number: former.number, facts: before },
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
  const language = hindrance.fillings.map((filling) => languageInWords(reader, filling.language)).join(', ')
  const lines = Math.max(...hindrance.fillings.map(({ linesLeft }) => -linesLeft))
  return { field: 'digest', message: (t) => t('briefs.error.full', { language, lines }) }
}

/** The brief of a country as it was frozen, drawn with the number, day and digest of its edition. */
async function sendEdition(visit: EditionRequest, format: 'pdf' | 'docx'): Promise<FastifyReply> {
  const { request, reply, reader, network, edition, facts, application } = visit
  const { baseUrl } = application.settings
  const slug = parameterOf(request.params, 'slug') ?? ''
  const brief = facts.briefs.find(({ country }) => country.toLowerCase() === slug) ?? notFound(slug)
  const bytes = await drawBrief(format, reader, brief, {
    ...groupDrawing(reader, network, brief.country, baseUrl),
    address: baseUrl + paths.edition(reader, network.slug, edition.number),
    edition: `${editionName(reader, edition)} · SHA-256 ${edition.digest}`,
  })
  const name = `brief-${slug}-${edition.number}-${reader.language}` as const
  return sendFile(reply.header('cache-control', 'no-cache'), `${name}.${format}`, bytes)
}

const unsent: FormState = { values: {}, errors: [] }

async function showList(visit: NetworkRequest, form = unsent): Promise<FastifyReply> {
  const { context, writing, reader, network } = visit
  const { t } = reader
  const editions = await listEditions(context, seriesOf(network))
  const mayPublish = mayPublishBriefs(writing.actor, network.id)
  return renderNetworkPage(visit, {
    title: t('briefs.editions.title'),
    description: t('briefs.editions.lead'),
    path: '/brief/editions',
    children: (
      <>
        <ErrorList form={form} />
        <PageHeading lead={t('briefs.editions.lead')}>{t('briefs.editions.title')}</PageHeading>
        <BriefTabs network={network} here={paths.editions(reader, network.slug)} />
        {editions.length === 0 ? (
          <EmptyState title={t('briefs.editions.none')} why={t('briefs.editions.noneWhy')} />
        ) : (
          <EntryList
            entries={editions.map((edition) => ({
              key: edition.id,
              href: paths.edition(reader, network.slug, edition.number),
              title: editionName(reader, edition),
              meta: edition.withdrawnAt ? (
                t('briefs.editions.withdrawn')
              ) : (
                <EditionLine frozenAt={edition.madeAt} digest={edition.digest} />
              ),
            }))}
          />
        )}
        {mayPublish ? (
          <Section id="publish" title={t('briefs.editions.publish')}>
            <p>{t('briefs.editions.publishLead')}</p>
            <Form action={paths.editions(reader, network.slug)} form={form}>
              <input type="hidden" name="digest" value={digestOf(await findBriefs(writing, network))} />
              <button type="submit" class="button primary">
                {t('briefs.editions.publish')}
              </button>
            </Form>
          </Section>
        ) : null}
      </>
    ),
  })
}

function showEdition(visit: EditionRequest, form = unsent): FastifyReply {
  const { writing, reader, network, edition, facts, former, errata } = visit
  const { t } = reader
  const { slug, countries } = network
  const briefs = byOwnSide(reader, countries).flatMap(
    (own) => facts.briefs.find(({ country }) => country === own) ?? [],
  )
  return renderNetworkPage(visit, {
    title: `${t('briefs.brief.title')} – ${editionName(reader, edition)}`,
    description: t('briefs.brief.kicker'),
    path: `/brief/editions/${edition.number}`,
    noindex: edition.withdrawnAt !== null,
    children: (
      <>
        <ErrorList form={form} />
        <PageHeading kicker={<a href={paths.editions(reader, slug)}>{t('briefs.editions.title')}</a>}>
          {editionName(reader, edition)}
        </PageHeading>
        <BriefTabs network={network} />
        <EditionLine frozenAt={edition.madeAt} digest={edition.digest} erasedAt={edition.erasedAt} />
        <WithdrawnNotice edition={edition} words={t('briefs.editions.withdrawn')} />
        <ErrataList errata={errata} level={2} />
        <p>
          {briefs.flatMap(({ country }) =>
            (['pdf', 'docx'] as const).map((ending) => (
              <>
                <a class="button" href={paths.editionFile(reader, slug, edition.number, country, ending)}>
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
        {mayPublishBriefs(writing.actor, network.id) ? (
          <>
            <WordsSection {...visit} step="errata" name="text" form={form} />
            {edition.withdrawnAt ? null : (
              <WordsSection {...visit} step="withdrawal" name="reason" form={form} />
            )}
          </>
        ) : null}
      </>
    ),
  })
}

interface WordsSectionProps extends Pick<EditionRequest, 'network' | 'edition'> {
  step: 'errata' | 'withdrawal'
  name: 'text' | 'reason'
  form: FormState
}

/** What is added to an edition: words in the languages of the group. */
function WordsSection({ network, edition, step, name, form }: WordsSectionProps) {
  const reader = useReader()
  const title = reader.t(`briefs.editions.${step}`)
  const place = paths.edition({ ...reader, now: null }, network.slug, edition.number)
  return (
    <Section id={step} title={title}>
      <Form action={`${place}/${step}`} form={form} asksFirst>
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
