import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'

/** Where a proposal is handed to somebody else who coordinates. */
export function HandOver({ others, action, ...shown }: ProposalPageProps & { action: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="assignment" title={t('agenda.proposals.handOver')}>
      {others.length === 0 ? (
        <p class="quiet">{t('agenda.proposals.nobodyElse')}</p>
      ) : (
        <Form action={action} form={shown}>
          <ChoiceField
            name="person"
            label={t('agenda.proposals.person')}
            options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
            isFolded
            required
          />
          <p class="form-end">
            <button type="submit" class="button">
              {t('agenda.proposals.hand')}
            </button>
          </p>
        </Form>
      )}
    </Section>
  )
}
