import type { FieldError, FormValues } from '../../../../../platform/input/form.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { OrganisationRef } from '../../../../directory/index.ts'
import { AuthorityField } from '../../../authorities/authority-field.tsx'
import { paths as eventPaths } from '../../../events/paths.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import type { MissionSeats } from '../../document/schema.ts'
import { paths } from '../../paths.ts'
import type { Sheet } from '../../sheet/queries.ts'
import { OfferFacts } from './offer-facts.tsx'

interface SeatsFormProps {
  network: string
  event: AgendaEvent
  sheet: Sheet
  offer: MissionSeats
  left: number
  isOpen: boolean
  /** For which the reader may ask. */
  authorities: OrganisationRef[]
  values: FormValues
  errors: FieldError[]
}

/** Where a member asks for seats on the mission of others. */
export function SeatsForm(props: SeatsFormProps) {
  const reader = useReader()
  const { network, event, sheet, offer, left, isOpen, authorities, values, errors } = props
  const { t } = reader
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message(t)
  return (
    <>
      <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network, event.slug)}>{eventTitle(reader, event)}</a>}
        lead={t('agenda.seats.askLead')}
      >
        {t('agenda.seats.ask')}
      </PageHeading>
      <OfferFacts sheet={sheet} offer={offer} left={left} />
      {isOpen ? (
        <Form
          action={paths.seats(reader, network, event.slug, offer.id).split('?')[0]}
          form={{ values, errors }}
        >
          <AuthorityField authorities={authorities} values={values} error={errorOf('authority')} />
          <Field name="count" type="number" label={t('agenda.mission.seatsHowMany')} required />
          <TextAreaField
            name="words"
            label={t('agenda.seats.words')}
            hint={t('agenda.seats.wordsHint')}
            max={1000}
          />
          <p class="form-end">
            <button type="submit" class="button primary">
              {t('agenda.seats.send')}
            </button>
          </p>
        </Form>
      ) : (
        <Notice>{t('agenda.error.seatsClosed')}</Notice>
      )}
    </>
  )
}
