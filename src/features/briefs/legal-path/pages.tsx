import type { FastifyInstance } from 'fastify'
import type { Passage } from '../../../platform/documents/sheet.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Passage as StoredText } from '../../../ui/text/passage.tsx'
import { Phrases } from '../../../ui/text/phrases.tsx'
import { OrganisationPicker } from '../../directory/index.ts'
import { cachedByNetwork, renderNetworkPage } from '../../networks/index.ts'
import { registryPaths } from '../../registry/index.ts'
import { BriefTabs } from '../drawing/brief-page.tsx'
import { typesetter } from '../drawing/drawing.ts'
import { paths } from '../paths.ts'
import { loadPathRequest, type PathRequest, partyFields, readParameters } from './frame.tsx'
import type { TieAct } from './path.queries.ts'
import { actName, type PathWords, pathTitle, renderPathSheets, sayPath } from './path-words.ts'
import { acts, circumstances } from './rules.ts'

/** The legal path of an act: the page where it is described and read, and its sheet as PDF. */
export function addLegalPathRoutes(app: FastifyInstance, application: Application): void {
  // There are more acts than a cache has room for.
  const kept = { ...cachedByNetwork(readParameters), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })

  pages.get('/:language/:network/brief/legal-path', loadPathRequest, async (visit) => {
    const { reader, reply, network, form, path, address, isPicked } = visit
    if (isPicked) return reply.redirect(paths.legalPath(reader, network.slug, address))
    return renderNetworkPage(visit, {
      status: form.errors.length > 0 ? 400 : 200,
      title: path ? pathTitle(reader, path) : reader.t('briefs.path.title'),
      description: reader.t('briefs.path.lead'),
      path: '/brief/legal-path',
      width: 'wide',
      noindex: true,
      children: <LegalPathPage visit={visit} />,
    })
  })

  pages.get('/:language/:network/brief/legal-path.pdf', loadPathRequest, async (visit) => {
    const { reader, reply, network, path, tie, address } = visit
    if (path === null) return notFound('legal-path')
    const url = application.settings.baseUrl + paths.legalPath(reader, network.slug, address)
    const { bytes } = await typesetter.render('pdf', renderPathSheets(reader, { network, path, tie, url }))
    const name = [...path.sides.map(({ party }) => party.slug), path.on].join('-')
    return sendFile(reply.header('cache-control', 'no-cache'), `${name}.pdf`, bytes)
  })
}

/** Describes an act, then says what each side does for it, step beside step. */
function LegalPathPage({ visit }: { visit: PathRequest }) {
  const reader = useReader()
  const { t } = reader
  const { network, form, path, tie, address } = visit
  const actions = path ? (
    <>
      <a class="button" href={paths.legalPathFile(reader, network.slug, address)}>
        {t('briefs.path.pdf')}
      </a>{' '}
      <PrintButton />
    </>
  ) : undefined
  return (
    <>
      <ErrorList form={form} />
      <PageHeading lead={t('briefs.path.lead')} actions={actions}>
        {path ? pathTitle(reader, path) : t('briefs.path.title')}
      </PageHeading>
      <BriefTabs network={network} here={paths.legalPath(reader, network.slug)} />
      {tie ? <OfTie tie={tie} href={registryPaths.cooperation(reader, network.slug, tie.slug)} /> : null}
      {path ? <Steps said={sayPath(reader, path, tie)} /> : null}
      {path || form.errors.length > 0 ? null : (
        <EmptyState title={t('briefs.path.empty')} why={t('briefs.path.emptyWhy')} />
      )}
      <Section id="act" title={t('briefs.path.act')}>
        <ActForm visit={visit} />
      </Section>
    </>
  )
}

/** Which agreement it is, and where its sources are. */
function OfTie({ tie, href }: { tie: TieAct; href: string }) {
  const { t } = useReader()
  return (
    <p>
      {tie.title ? <StoredText text={tie.title} as="span" /> : t('briefs.path.noAgreement')}
      {' · '}
      <a href={href}>{t('briefs.path.sources')}</a>
    </p>
  )
}

function Steps({ said: { parties, steps, cautions, laws } }: { said: PathWords }) {
  const { t } = useReader()
  return (
    <Section id="steps" title={t('briefs.path.steps')}>
      {steps.length === 0 ? null : (
        <DataTable
          caption={t('briefs.path.steps')}
          captionHidden
          rows={steps}
          rowKey={({ label }) => label}
          columns={[
            {
              key: 'step',
              label: t('briefs.path.step'),
              header: true,
              cell: ({ label }) => <strong>{label}</strong>,
            },
            ...parties.map((label, index) => ({
              key: String(index),
              label,
              cell: ({ cells }: (typeof steps)[number]) => <Lines lines={cells[index] ?? []} />,
            })),
          ]}
        />
      )}
      <Lines lines={cautions} isCaution />
      <Lines lines={laws} />
      <p class="quiet">{t('briefs.path.disclaimer')}</p>
    </Section>
  )
}

function Lines({ lines, isCaution }: { lines: readonly Passage[]; isCaution?: boolean }) {
  return (
    <div>
      {lines.map((line, index) => (
        <p key={index} class={isCaution ? 'attention' : undefined}>
          <Phrases passage={line} />
        </p>
      ))}
    </div>
  )
}

function ActForm({ visit: { network, form, choices } }: { visit: PathRequest }) {
  const reader = useReader()
  const { t } = reader
  const options = circumstances.map((value) => ({ value, label: t(`briefs.circumstance.${value}`) }))
  return (
    <form class="form" method="get" action={paths.legalPath(reader, network.slug).split('?')[0]} novalidate>
      {reader.now ? <input type="hidden" name="now" value={reader.now} /> : null}
      <FormFields form={form}>
        <ChoiceField
          name="kind"
          label={t('briefs.path.kind')}
          options={acts.map((value) => ({ value, label: actName(reader, value) }))}
          required
        />
        {partyFields.map((field) => (
          <OrganisationPicker
            key={field}
            name={field}
            label={t(`briefs.party.${field}`)}
            picked={choices.get(field) ?? { state: 'empty' }}
            required
          />
        ))}
        <DayField name="on" label={t('briefs.path.on')} required />
        <ChoiceField name="with" label={t('briefs.path.with')} options={options} multiple />
      </FormFields>
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('briefs.path.submit')}
        </button>
      </p>
    </form>
  )
}
