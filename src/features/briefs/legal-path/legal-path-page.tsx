import type { Passage } from '../../../platform/documents/sheet.ts'
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
import { registryPaths } from '../../registry/index.ts'
import { BriefTabs } from '../drawing/brief-page.tsx'
import { paths } from '../paths.ts'
import { type PathRequest, partyFields } from './frame.tsx'
import type { KnownPath } from './known-path.ts'
import type { TieAct } from './path.queries.ts'
import { actName, cautionsOf, lawNotes, partyName, pathTitle, stepLines, stepsOf } from './path-words.ts'
import { acts, circumstances, type StepKey } from './rules.ts'

/** Describes an act, then says what each side does for it, step beside step. */
export function LegalPathPage({ visit }: { visit: PathRequest }) {
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
      {path ? <Steps path={path} tie={tie} /> : null}
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

function Steps({ path, tie }: { path: KnownPath; tie: TieAct | null }) {
  const reader = useReader()
  const { t } = reader
  const shown = stepsOf(path)
  return (
    <Section id="steps" title={t('briefs.path.steps')}>
      {shown.length === 0 ? null : (
        <DataTable
          caption={t('briefs.path.steps')}
          captionHidden
          rows={shown}
          rowKey={(key) => key}
          columns={[
            {
              key: 'step',
              label: t('briefs.path.step'),
              header: true,
              cell: (key) => <strong>{t(`briefs.step.${key}`)}</strong>,
            },
            ...path.sides.map((side, index) => ({
              key: String(index),
              label: partyName(reader, side.party),
              cell: (key: StepKey) => <Lines lines={stepLines(reader, side, key, { tie })} />,
            })),
          ]}
        />
      )}
      <Lines lines={cautionsOf(reader, path, tie)} isCaution />
      <Lines lines={lawNotes(reader, path)} />
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
