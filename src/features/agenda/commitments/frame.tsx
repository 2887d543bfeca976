import type { FastifyReply } from 'fastify'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Name } from '../../../ui/text/name.tsx'
import { shortNames } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { AuthorityField } from '../authority-field.tsx'
import { paths as eventPaths } from '../events/paths.ts'
import { eventTitle } from '../events/views/event-page.tsx'
import { MassFacts } from './mass-facts.tsx'
import { paths } from './paths.ts'
import type { Commitment } from './queries.ts'
import type { CommitmentRequest } from './request.ts'
import { longestWord } from './schema.ts'

/** Where a member commits an authority to come to an event, sees what it has committed itself to, and withdraws. */
export async function renderCommitments(
  visit: CommitmentRequest,
  form: FormState = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { reader, network, event, own, writing, asking } = visit
  const { t } = reader
  const commitments = asking.commitments.filter(({ organisation }) => own.includes(organisation.id))
  const free = own.filter((id) => !commitments.some(({ organisation }) => organisation.id === id))
  const authorities = await listOrganisationRefs(writing, free)
  const isOpen = event.commitments?.isOpen === true
  const action = paths.commitment(reader, network.slug, event.slug).split('?')[0] ?? ''
  return renderNetworkPage(visit, {
    title: `${t('agenda.commitments.commit')} · ${eventTitle(reader, event)}`,
    description: t('agenda.commitments.commitLead'),
    path: `/agenda/${event.slug}/commitment`,
    noindex: true,
    width: 'reading',
    children: (
      <>
        <ErrorList form={form} />
        <PageHeading
          kicker={
            <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
          }
          lead={t('agenda.commitments.commitLead')}
        >
          {t('agenda.commitments.commit')}
        </PageHeading>
        <MassFacts network={network} event={event} asking={asking} />
        {commitments.map((commitment) => (
          <OwnCommitment
            key={commitment.id}
            commitment={commitment}
            withdrawal={isOpen ? `${action}/${commitment.id}/withdrawal` : null}
          />
        ))}
        {isOpen ? null : <Notice>{t('agenda.error.commitmentsClosed')}</Notice>}
        {isOpen && authorities.size > 0 ? (
          <Form action={action} form={form} submit={t('agenda.commitments.send')}>
            <AuthorityField authorities={[...authorities.values()]} />
            <Field name="people" type="number" label={t('agenda.mission.count')} required />
            <TextAreaField
              name="words"
              label={t('agenda.commitments.words')}
              hint={t('agenda.commitments.wordsHint')}
              max={longestWord}
            />
          </Form>
        ) : null}
      </>
    ),
  })
}

interface OwnCommitmentProps {
  commitment: Commitment
  /** The address for withdrawing it; null once it cannot be withdrawn. */
  withdrawal: string | null
}

function OwnCommitment({ commitment, withdrawal }: OwnCommitmentProps) {
  const reader = useReader()
  const { t } = reader
  const { organisation, people, words, language } = commitment
  return (
    <div class="commitments-own">
      <Notice kind="done">
        <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
        {` · ${t('agenda.commitments.hasCommitted')} · ${t('agenda.mission.people', { count: people })}`}
        {words === '' ? null : <p {...languageAttributes(reader, language)}>{words}</p>}
      </Notice>
      {withdrawal === null ? null : (
        <form method="post" action={withdrawal} class="form">
          <p class="form-end">
            <button type="submit" class="button">
              {t('agenda.commitments.withdraw')}
            </button>
          </p>
        </form>
      )}
    </div>
  )
}
