import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { AuthorityField } from '../../authorities/authority-field.tsx'
import { paths as eventPaths } from '../../events/paths.ts'
import type { AgendaEvent } from '../../events/row/queries.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { paths } from '../paths.ts'
import type { Asking, Commitment } from '../queries.ts'
import { longestWord } from '../schema.ts'
import { MassFacts } from './mass-facts.tsx'

interface CommitmentPageProps {
  network: Network
  event: AgendaEvent
  asking: Asking
  /** Those of the authorities for which the reader speaks. */
  own: readonly Commitment[]
  /** Those that have not committed themselves yet. */
  authorities: readonly OrganisationRef[]
  values: FormValues
  errors: FieldError[]
}

/** Where a member commits an authority to come to an event, sees what it has committed itself to, and withdraws. */
export function CommitmentPage(props: CommitmentPageProps) {
  const reader = useReader()
  const { network, event, asking, own, authorities, errors } = props
  const { t } = reader
  const isOpen = event.commitments?.isOpen === true
  return (
    <>
      <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        lead={t('agenda.commitments.commitLead')}
      >
        {t('agenda.commitments.commit')}
      </PageHeading>
      <MassFacts network={network} event={event} asking={asking} />
      {own.map((commitment) => (
        <Own key={commitment.id} {...props} commitment={commitment} isOpen={isOpen} />
      ))}
      {isOpen ? null : <Notice>{t('agenda.error.commitmentsClosed')}</Notice>}
      {isOpen && authorities.length > 0 ? <CommitmentForm {...props} /> : null}
    </>
  )
}

function Own({
  network,
  event,
  commitment,
  isOpen,
}: CommitmentPageProps & { commitment: Commitment; isOpen: boolean }) {
  const reader = useReader()
  const { t } = reader
  const address = paths.commitment(reader, network.slug, event.slug).split('?')[0] ?? ''
  const { organisation, people, words } = commitment
  return (
    <div class="commitments-own">
      <Notice kind="done">
        <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
        {` · ${t('agenda.commitments.hasCommitted')} · ${t('agenda.mission.people', { count: people })}`}
        {words === '' ? null : <p {...languageAttributes(reader, commitment.language)}>{words}</p>}
      </Notice>
      {isOpen ? (
        <form method="post" action={`${address}/${commitment.id}/withdrawal`} class="form">
          <p class="form-end">
            <button type="submit" class="button">
              {t('agenda.commitments.withdraw')}
            </button>
          </p>
        </form>
      ) : null}
    </div>
  )
}

function CommitmentForm({ network, event, authorities, values, errors }: CommitmentPageProps) {
  const reader = useReader()
  const { t } = reader
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message(t)
  return (
    <Form action={paths.commitment(reader, network.slug, event.slug).split('?')[0]} form={{ values, errors }}>
      <AuthorityField authorities={authorities} values={values} error={errorOf('authority')} />
      <Field name="people" type="number" label={t('agenda.mission.count')} required />
      <TextAreaField
        name="words"
        label={t('agenda.commitments.words')}
        hint={t('agenda.commitments.wordsHint')}
        max={longestWord}
      />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('agenda.commitments.send')}
        </button>
      </p>
    </Form>
  )
}
