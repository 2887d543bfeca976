import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import type { AgendaEvent } from '../../events/row/queries.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { paths } from '../paths.ts'
import type { Asking } from '../queries.ts'
import { longestWord } from '../schema.ts'
import { MassFacts } from './mass-facts.tsx'

interface ProlongationPageProps {
  network: Network
  event: AgendaEvent
  asking: Asking
  values: FormValues
  errors: FieldError[]
}

/** Where those who hold an event give more time once too few have committed themselves. */
export function ProlongationPage(props: ProlongationPageProps) {
  const reader = useReader()
  const { network, event, asking, values, errors } = props
  const { t } = reader
  return (
    <>
      <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        lead={t('agenda.commitments.prolongLead')}
      >
        {t('agenda.commitments.prolong')}
      </PageHeading>
      <MassFacts network={network} event={event} asking={asking} />
      <Form
        action={paths.prolongation(reader, network.slug, event.slug).split('?')[0]}
        form={{ values, errors }}
      >
        <Field name="until" type="date" label={t('agenda.commitments.newUntil')} required />
        <TextAreaField
          name="word"
          label={t('agenda.commitments.word')}
          hint={t('agenda.commitments.wordHint')}
          max={longestWord}
          required
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.commitments.prolong')}
          </button>
        </p>
      </Form>
    </>
  )
}
