import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { paths } from '../../paths.ts'
import { EntryFields, type EntryFieldsProps } from '../../views/entry-fields.tsx'

interface AddPageProps extends Pick<EntryFieldsProps, 'terms' | 'shown'> {
  network: Network
  event: AgendaEvent
}

/** Where those who hold an event add somebody who wrote or called. */
export function AddPage({ network, event, terms, shown }: AddPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug, event.slug)}>{t('agenda.registration.list')}</a>}
        lead={t('agenda.registration.addLead')}
      >
        {t('agenda.registration.add')}
      </PageHeading>
      <Form action={paths.add(reader, network.slug, event.slug).split('?')[0]} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <EntryFields network={network} event={event} terms={terms} shown={shown} isAddressOptional />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.registration.add')}
          </button>
        </p>
      </Form>
    </>
  )
}
