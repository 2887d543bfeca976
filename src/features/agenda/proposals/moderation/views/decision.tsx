import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf } from '../../../../../platform/records/record-part.ts'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'

/** The decision on a proposal: publish it as it stands, or refuse it and say why; let it through where it was held. */
export function Decision({ reader, proposal, action, ...shown }: ProposalPageProps & { action: string }) {
  const { t } = reader
  const error = errorOf(reader, shown, 'because')
  return (
    <Section id="decision" title={t('agenda.proposals.decision')}>
      <form method="post" action={action} class="form" novalidate>
        <FormErrors reader={reader} errors={error ? [{ field: 'because', message: error }] : []} />
        <TextAreaField
          reader={reader}
          name="because"
          label={t('agenda.proposals.because')}
          hint={t('agenda.proposals.becauseHint')}
          value={typedValue(shown.values, 'because')}
          max={2000}
          rows={3}
          error={error}
        />
        <p class="form-end">
          <button type="submit" class="button primary" name="decision" value="accepted">
            {t('agenda.proposals.accept')}
          </button>
          <button type="submit" class="button" name="decision" value="refused">
            {t('agenda.proposals.refuse')}
          </button>
          {proposal.heldFor === null ? null : (
            <button type="submit" class="button" name="decision" value="released">
              {t('agenda.proposals.release')}
            </button>
          )}
        </p>
      </form>
    </Section>
  )
}
