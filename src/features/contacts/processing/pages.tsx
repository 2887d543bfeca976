import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { Choice, ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { countryName, shortNames } from '../../directory/index.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { type Network, renderNetworkPage } from '../../networks/index.ts'
import { legalBases } from '../legal.ts'
import { sidesFirst } from '../list/contacts-page.tsx'
import { paths } from '../paths.ts'
import { mayManageContacts } from '../policy.ts'
import { type ContactsRequest, loadContactsRequest, noStoreForContacts } from '../request.ts'
import { describeProcessing } from './commands.ts'
import { findProcessing, listRecipients, type Processing } from './queries.ts'
import { longestPurpose, processingForm } from './schema.ts'

/** The record of processing of a network’s contacts (GDPR art. 30), and its form. */
export function addProcessingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForContacts)
  pages.get('/:language/:network/contacts/processing', loadContactsRequest, async (visit) => {
    const { context, reader, network, viewer } = visit
    return renderNetworkPage(visit, {
      title: reader.t('contacts.processing.title'),
      description: reader.t('contacts.processing.lead'),
      path: '/contacts/processing',
      width: 'reading',
      noindex: true,
      children: (
        <ProcessingPage
          network={network}
          processing={await findProcessing(context, network.id)}
          recipients={await listRecipients(context, network.id)}
          rightsContact={application.settings.legal.privacy}
          hosting={application.settings.legal.hosting}
          mayEdit={mayManageContacts(viewer.actor, network.id)}
        />
      ),
    })
  })

  addNetworkForm(pages, '/:language/:network/contacts/processing/edit', {
    open: loadManagedRequest,
    title: 'contacts.processing.edit',
    lead: 'contacts.processing.editLead',
    description: 'contacts.processing.lead',
    path: '/contacts/processing/edit',
    back: ({ reader, network }) => ({
      href: paths.processing(reader, network.slug),
      label: reader.t('contacts.processing.title'),
    }),
    action: ({ reader, network }) => paths.editProcessing(reader, network.slug),
    submit: 'contacts.action.save',
    values: ({ processing }) => ({
      controller: processing.controller,
      legalBasis: processing.legalBasis,
      retentionMonths: String(processing.retentionMonths),
      showsFunctions: processing.showsFunctions ? 'yes' : '',
    }),
    schema: processingForm,
    fields: ({ network, processing }, form) => (
      <ProcessingFields languages={network.languages} processing={processing} form={form} />
    ),
    save: async ({ context, network, reader }, typed) => {
      await describeProcessing(context, network.id, typed)
      return paths.processing(reader, network.slug)
    },
  })
}

interface ManagedProcessing extends ContactsRequest {
  processing: Processing
}

async function loadManagedRequest(visit: Visit): Promise<ManagedProcessing> {
  const loaded = await loadContactsRequest(visit)
  if (!mayManageContacts(loaded.viewer.actor, loaded.network.id)) notFound('processing')
  return { ...loaded, processing: await findProcessing(loaded.context, loaded.network.id) }
}

interface ProcessingFieldsProps {
  languages: readonly string[]
  /** The present description. */
  processing: Processing
  form: FormState
}

/** The controller of a network’s contacts, the purpose, and how long they are kept. */
function ProcessingFields({ languages, processing, form: { values } }: ProcessingFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <Field
        name="controller"
        label={t('contacts.processing.controller')}
        hint={t('contacts.processing.controllerHint')}
        required
      />
      <LocalizedField
        name="purpose"
        label={t('contacts.processing.purpose')}
        hint={t('contacts.processing.usualPurpose')}
        languages={languages}
        text={processing.purpose}
        max={longestPurpose}
        required
      />
      <ChoiceField
        name="legalBasis"
        label={t('contacts.field.legalBasis')}
        options={legalBases.map((each) => ({ value: each, label: t(`contacts.legalBasis.${each}`) }))}
        required
      />
      <Field
        name="retentionMonths"
        type="number"
        label={t('contacts.processing.months')}
        hint={t('contacts.processing.monthsHint')}
        required
      />
      <LocalizedField
        name="recipients"
        label={t('contacts.processing.others')}
        hint={t('contacts.processing.othersHint')}
        languages={languages}
        text={processing.recipients}
        max={longestPurpose}
      />
      <div class="field">
        <Choice
          name="showsFunctions"
          type="checkbox"
          isChosen={typedValue(values, 'showsFunctions') === 'yes'}
          option={{ value: 'yes', label: t('contacts.processing.showFunctions') }}
        />
      </div>
    </>
  )
}

interface ProcessingPageProps {
  network: Network
  processing: Processing
  recipients: Awaited<ReturnType<typeof listRecipients>>
  /** Where requests about one’s rights go; null if the server does not say. */
  rightsContact: string | null
  hosting: string | null
  mayEdit: boolean
}

/** How a network keeps its contacts: what a data protection officer of either country asks first. */
function ProcessingPage(props: ProcessingPageProps) {
  const reader = useReader()
  const { network, processing, mayEdit } = props
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug)}>{t('contacts.page.title')}</a>}
        lead={t('contacts.processing.lead')}
        actions={
          <>
            {mayEdit ? (
              <a class="button" href={paths.editProcessing(reader, network.slug)}>
                {t('contacts.processing.edit')}
              </a>
            ) : null}
            <PrintButton />
          </>
        }
      >
        {t('contacts.processing.title')}
      </PageHeading>
      <FactList
        facts={[
          {
            term: t('contacts.processing.controller'),
            detail: processing.controller || t('contacts.processing.unsaid'),
          },
          {
            term: t('contacts.processing.purpose'),
            detail:
              chooseText(processing.purpose, reader.language)?.text ?? t('contacts.processing.usualPurpose'),
          },
          { term: t('contacts.processing.data'), detail: t('contacts.processing.dataAre') },
          {
            term: t('contacts.field.legalBasis'),
            detail: t(`contacts.legalBasis.${processing.legalBasis}`),
          },
          {
            term: t('contacts.processing.retention'),
            detail: t('contacts.processing.retentionIs', { months: processing.retentionMonths }),
          },
          {
            term: t('contacts.processing.public'),
            detail: t(
              processing.showsFunctions
                ? 'contacts.processing.publicFunctions'
                : 'contacts.processing.publicNothing',
            ),
          },
          { term: t('contacts.processing.security'), detail: t('contacts.processing.securityIs') },
          {
            term: t('contacts.processing.rights'),
            detail: [
              t('contacts.processing.rightsAre'),
              props.rightsContact ?? t('contacts.processing.noRightsContact'),
            ],
          },
        ]}
      />
      <Section id="recipients" title={t('contacts.processing.recipients')}>
        <FactList facts={recipientFacts(props)} />
      </Section>
      <Section id="transfers" title={t('contacts.processing.transfers')}>
        <FactList
          facts={[
            { term: t('contacts.processing.toKorea'), detail: t('contacts.processing.toKoreaIs') },
            { term: t('contacts.processing.fromKorea'), detail: t('contacts.processing.fromKoreaIs') },
          ]}
        />
      </Section>
    </>
  )
}

function recipientFacts({ network, recipients, processing, hosting }: ProcessingPageProps) {
  const reader = useReader()
  const { t } = reader
  const others = chooseText(processing.recipients, reader.language)?.text
  const countries = [...new Set([...network.countries, ...recipients.map(({ country }) => country)])]
  return [
    ...sidesFirst(reader, countries).map((country) => {
      const names = recipients
        .filter((each) => each.country === country)
        .map((each) => chooseName(shortNames(each), reader.language).text)
      return {
        term: countryName(reader, country),
        detail: names.length > 0 ? names.join(', ') : t('contacts.processing.nobodyThere'),
      }
    }),
    ...(others ? [{ term: t('contacts.processing.others'), detail: others }] : []),
    { term: t('contacts.processing.hosting'), detail: hosting ?? t('contacts.processing.unsaid') },
  ]
}
