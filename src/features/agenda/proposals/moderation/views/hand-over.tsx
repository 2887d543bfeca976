import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'

/** Where a proposal is handed to somebody else who coordinates. */
export function HandOver({ reader, others, action, ...shown }: ProposalPageProps & { action: string }) {
  const { t } = reader
  return (
    <Section id="assignment" title={t('agenda.proposals.handOver')}>
      {others.length === 0 ? (
        <p class="quiet">{t('agenda.proposals.nobodyElse')}</p>
      ) : (
        <form method="post" action={action} class="form" novalidate>
          <ChoiceField
            reader={reader}
            name="person"
            label={t('agenda.proposals.person')}
            options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
            chosen={[typedValue(shown.values, 'person')]}
            error={errorOf(reader, shown, 'person')}
            isFolded
            required
          />
          <p class="form-end">
            <button type="submit" class="button">
              {t('agenda.proposals.hand')}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}
