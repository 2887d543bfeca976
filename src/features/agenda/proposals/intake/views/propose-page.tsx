import type { ComponentChildren } from 'preact'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { SpamTrap } from '../../../../../ui/form/spam-trap.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'

interface ProposePageProps {
  action: string
  /** Where a lost link is asked for. */
  renewal: string
  /** What is proposed. */
  fields: ComponentChildren
  shown: Shown
  begun: string
}

/** Where anybody proposes an event: what it is, and who proposes it. */
export function ProposePage({ action, renewal, fields, shown, begun }: ProposePageProps) {
  const reader = useReader()
  const { t } = reader
  const said = sayErrors(reader, shown.errors)
  return (
    <>
      <PageHeading
        lead={t('agenda.proposal.lead')}
        actions={<a href={renewal}>{t('agenda.proposal.lost')}</a>}
      >
        {t('agenda.proposal.propose')}
      </PageHeading>
      <Form action={action} form={shown}>
        <FormErrors errors={said.list} />
        {fields}
        <Section id="sender" title={t('agenda.proposal.sender')}>
          <Field
            name="body"
            label={t('agenda.proposal.body')}
            hint={t('agenda.proposal.bodyHint')}
            error={said.byField.body}
            autocomplete="organization"
            required
          />
          <Field
            name="sender"
            label={t('agenda.proposal.name')}
            hint={t('agenda.proposal.nameHint')}
            error={said.byField.sender}
            autocomplete="name"
          />
          <Field
            name="address"
            type="email"
            label={t('agenda.proposal.address')}
            hint={t('agenda.proposal.addressHint')}
            error={said.byField.address}
            autocomplete="email"
            required
          />
        </Section>
        <SpamTrap begun={begun} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.proposal.send')}
          </button>
        </p>
        <p class="form-note">{t('agenda.proposal.note')}</p>
      </Form>
    </>
  )
}
