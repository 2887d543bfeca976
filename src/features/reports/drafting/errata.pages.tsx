import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Edition, findEdition, readFacts } from '../../../platform/editions/editions.ts'
import { listErrata } from '../../../platform/editions/errata.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { editionName, WithdrawnNotice } from '../../../ui/blocks/edition-line.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { type ReportFacts, reportFacts } from '../facts.ts'
import { paths } from '../paths.ts'
import { mayPrepareReports } from '../policy.ts'
import { EditionErrata, tieNames } from './edition-parts.tsx'
import { correctReport, withdrawReport } from './errata.commands.ts'
import { seriesOf } from './report.ts'

/** The errata of an edition, which stay with it for ever, and its withdrawal: its bytes stay as they were. */
export function addErrataRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  const place = '/:language/:network/reports/:number'
  pages.get(`${place}/errata`, loadEditionRequest, (visit) => show(visit))
  addNetworkAction(pages, `${place}/errata`, {
    open: loadOwnEditionRequest,
    schema: z.object({
      said: typedText({ max: 1000, isRequired: true }),
      right: typedText({ max: 1000, isRequired: true }),
      word: z.string().trim().min(2).max(200),
      about: z.union([z.literal(''), z.uuid()]).default(''),
    }),
    again: show,
    save: async (visit, { about, ...erratum }) => {
      const { writing, network, edition, facts } = visit
      const isTie = facts.ties.some(({ id }) => id === about)
      await correctReport(writing, network, edition.number, { ...erratum, about: isTie ? about : null })
      return errataOf(visit)
    },
  })
  addNetworkAction(pages, `${place}/withdrawal`, {
    open: loadOwnEditionRequest,
    schema: z.object({ reason: typedText({ max: 1000, isRequired: true }) }),
    again: show,
    save: async (visit, { reason }) => {
      const { writing, network, edition } = visit
      await withdrawReport(writing, network, edition.number, reason)
      return errataOf(visit)
    },
  })
}

const errataOf = ({ reader, network, edition }: EditionRequest) =>
  paths.errata({ ...reader, now: null }, network.slug, edition.number)

interface EditionRequest extends NetworkRequest {
  edition: Edition
  facts: ReportFacts
}

async function loadEditionRequest(visit: Visit): Promise<EditionRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  const number = parameterOf(visit.request.params, 'number') ?? ''
  const edition = await findEdition(context, seriesOf(network.id), number)
  return { ...loaded, edition, facts: reportFacts.parse(await readFacts(context, edition.id)) }
}

async function loadOwnEditionRequest(visit: Visit): Promise<EditionRequest> {
  const loaded = await loadEditionRequest(visit)
  return mayPrepareReports(loaded.writing.actor, loaded.network.id) ? loaded : notFound('errata')
}

async function show(
  visit: EditionRequest,
  form: FormState = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { context, writing, reader, network, edition } = visit
  const title = reader.t('reports.errata.title', { number: String(edition.number) })
  const errata = await listErrata(context, { kind: 'report', id: edition.id })
  return renderNetworkPage(visit, {
    title,
    description: reader.t('reports.errata.lead'),
    path: `/reports/${edition.number}/errata`,
    noindex: edition.withdrawnAt !== null,
    children: (
      <>
        <ErrorList form={form} />
        <PageHeading
          kicker={
            <a href={paths.report(reader, network.slug, edition.number)}>{editionName(reader, edition)}</a>
          }
          lead={reader.t('reports.errata.lead')}
        >
          {title}
        </PageHeading>
        <WithdrawnNotice edition={edition} words={reader.t('reports.list.withdrawn')} />
        {errata.length === 0 ? <p>{reader.t('reports.errata.none')}</p> : null}
        <EditionErrata errata={errata} facts={visit.facts} />
        {mayPrepareReports(writing.actor, network.id) ? <Corrections {...visit} form={form} /> : null}
      </>
    ),
  })
}

function Corrections({ network, edition, facts, form }: EditionRequest & { form: FormState }) {
  const reader = useReader()
  const { t } = reader
  const place = paths.report({ ...reader, now: null }, network.slug, edition.number)
  const words = (name: 'said' | 'right' | 'reason') => (
    <LocalizedField
      name={name}
      label={t(`reports.errata.${name}`)}
      languages={network.languages}
      text={{}}
      max={1000}
      rows={2}
      required
    />
  )
  return (
    <>
      <Section id="add" title={t('reports.errata.add')}>
        <Form action={`${place}/errata`} form={form} submit={t('reports.errata.add')}>
          {words('said')}
          {words('right')}
          <Field name="word" label={t('reports.errata.word')} hint={t('reports.errata.wordHint')} required />
          <ChoiceField
            name="about"
            label={t('reports.errata.about')}
            options={[
              { value: '', label: t('reports.errata.aboutNone') },
              ...[...tieNames(reader, facts)].map(([value, label]) => ({ value, label })),
            ]}
            isFolded
          />
        </Form>
      </Section>
      {edition.withdrawnAt ? null : (
        <Section id="withdrawal" title={t('reports.errata.withdraw')}>
          <p>{t('reports.errata.withdrawLead')}</p>
          <Form action={`${place}/withdrawal`} form={form} submit={t('reports.errata.withdraw')}>
            {words('reason')}
          </Form>
        </Section>
      )}
    </>
  )
}
