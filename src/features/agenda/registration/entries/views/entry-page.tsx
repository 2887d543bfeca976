import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { paths } from '../../paths.ts'
import type { Registration } from '../../registration.ts'
import type { Terms } from '../../terms.ts'
import { EntryFacts } from '../../views/entry-facts.tsx'
import { EntryFields } from '../../views/entry-fields.tsx'

export interface EntryPageShown {
  correction: Shown
  withdrawal: Shown
}

interface EntryPageProps {
  network: Network
  event: AgendaEvent
  terms: Terms
  registration: Registration
  shown: EntryPageShown
}

/** What somebody said of themselves, for those who hold the event: to correct it, or to take them off the list with a word. */
export function EntryPage(props: EntryPageProps) {
  const reader = useReader()
  const { network, event, terms, registration, shown } = props
  const { t } = reader
  const address = paths.one(reader, network.slug, event.slug, registration.id).split('?')[0]
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={paths.list(reader, network.slug, event.slug)}>{t('agenda.registration.list')}</a>
            {' · '}
            {t(`agenda.registration.state.${registration.state}`)}
          </>
        }
      >
        <bdi>{registration.name}</bdi>
      </PageHeading>
      {registration.state === 'withdrawn' ? (
        <>
          {registration.withdrawalWord ? <blockquote>{registration.withdrawalWord}</blockquote> : null}
          <EntryFacts questions={terms.questions} registration={registration} />
        </>
      ) : (
        <>
          <Form action={address} form={shown.correction}>
            <FormErrors
              errors={sayErrors(reader, [...shown.correction.errors, ...shown.withdrawal.errors]).list}
            />
            <EntryFields
              network={network}
              event={event}
              terms={terms}
              shown={shown.correction}
              isAddressOptional
            />
            <p class="form-end">
              <button type="submit" class="button primary">
                {t('agenda.registration.save')}
              </button>
            </p>
          </Form>
          <Section id="withdrawal" title={t('agenda.registration.remove')}>
            <Form action={`${address}/withdrawal`} form={shown.withdrawal}>
              <TextAreaField
                name="word"
                label={t('agenda.registration.word')}
                hint={t('agenda.registration.wordHint')}
                max={1000}
                rows={3}
                required
              />
              <p class="form-end">
                <button type="submit" class="button">
                  {t('agenda.registration.removeButton')}
                </button>
              </p>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}
