import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { Choice, ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type ContactsRequest, neverKept, readContactsRequest } from '../call.ts'
import { legalBases } from '../legal.ts'
import { paths } from '../paths.ts'
import { mayManageContacts } from '../policy.ts'
import { describeProcessing } from './commands.ts'
import { findProcessing, listRecipients, type Processing } from './queries.ts'
import { longestPurpose, processingForm } from './schema.ts'
import { ProcessingPage } from './views/processing-page.tsx'

/** The record of processing of a network’s contacts (GDPR art. 30), and its form. */
export function addProcessingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/contacts/processing', readContactsRequest, async (asked) => {
    const { context, reader, network, sight } = asked
    return drawNetworkPage(asked, {
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
          mayEdit={mayManageContacts(sight.actor, network.id)}
        />
      ),
    })
  })

  addNetworkForm(pages, '/:language/:network/contacts/processing/edit', {
    open: readManaged,
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

async function readManaged(visit: Visit): Promise<ManagedProcessing> {
  const asked = await readContactsRequest(visit)
  if (!mayManageContacts(asked.sight.actor, asked.network.id)) notFound('processing')
  return { ...asked, processing: await findProcessing(asked.context, asked.network.id) }
}

interface ProcessingFieldsProps {
  languages: readonly string[]
  /** As it stands. */
  processing: Processing
  form: FormState
}

/** Who answers for the contacts of a network, what for, and how long they are kept. */
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
