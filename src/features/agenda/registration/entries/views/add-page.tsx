import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { paths } from '../../paths.ts'
import { EntryFields, type EntryFieldsProps } from '../../views/entry-fields.tsx'

interface AddPageProps extends Pick<EntryFieldsProps, 'reader' | 'terms' | 'shown'> {
  network: Network
  event: AgendaEvent
}

/** Where those who hold an event add somebody who wrote or called. */
export function AddPage({ reader, network, event, terms, shown }: AddPageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug, event.slug)}>{t('agenda.registration.list')}</a>}
        lead={t('agenda.registration.addLead')}
      >
        {t('agenda.registration.add')}
      </PageHeading>
      <form
        method="post"
        action={paths.add(reader, network.slug, event.slug).split('?')[0]}
        class="form"
        novalidate
      >
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        <EntryFields
          reader={reader}
          network={network}
          event={event}
          terms={terms}
          shown={shown}
          isAddressOptional
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.registration.add')}
          </button>
        </p>
      </form>
    </>
  )
}
