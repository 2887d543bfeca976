import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { EntryFields } from '../../views/entry-fields.tsx'
import type { OwnRequest } from '../call.ts'

interface ChangePageProps
  extends Pick<OwnRequest, 'network' | 'event' | 'terms' | 'registration' | 'address'> {
  shown: Shown
}

/** Where somebody changes what they said when they registered. */
export function ChangePage({ network, event, terms, registration, address, shown }: ChangePageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading kicker={<a href={address}>{t('agenda.registration.yourRegistration')}</a>}>
        {t('agenda.registration.change')}
      </PageHeading>
      <Form action={`${address}/change`} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <EntryFields
          network={network}
          event={event}
          terms={terms}
          shown={shown}
          address={registration.address}
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.registration.save')}
          </button>
        </p>
      </Form>
    </>
  )
}
