import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { SpamTrap } from '../../../../../ui/form/spam-trap.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'

interface ProposePageProps {
  reader: Reader
  action: string
  /** Where a lost link is asked for. */
  renewal: string
  /** What is proposed. */
  fields: ComponentChildren
  shown: Shown
  begun: string
}

/** Where anybody proposes an event: what it is, and who proposes it. */
export function ProposePage({ reader, action, renewal, fields, shown, begun }: ProposePageProps) {
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
      <form method="post" action={action} class="form" novalidate>
        <FormErrors reader={reader} errors={said.list} />
        {fields}
        <Section id="sender" title={t('agenda.proposal.sender')}>
          <Field
            reader={reader}
            name="body"
            label={t('agenda.proposal.body')}
            hint={t('agenda.proposal.bodyHint')}
            value={typedValue(shown.values, 'body')}
            error={said.byField.body}
            autocomplete="organization"
            required
          />
          <Field
            reader={reader}
            name="sender"
            label={t('agenda.proposal.name')}
            hint={t('agenda.proposal.nameHint')}
            value={typedValue(shown.values, 'sender')}
            error={said.byField.sender}
            autocomplete="name"
          />
          <Field
            reader={reader}
            name="address"
            type="email"
            label={t('agenda.proposal.address')}
            hint={t('agenda.proposal.addressHint')}
            value={typedValue(shown.values, 'address')}
            error={said.byField.address}
            autocomplete="email"
            required
          />
        </Section>
        <SpamTrap reader={reader} begun={begun} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.proposal.send')}
          </button>
        </p>
        <p class="form-note">{t('agenda.proposal.note')}</p>
      </form>
    </>
  )
}
