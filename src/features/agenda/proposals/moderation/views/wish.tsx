import { typedValue } from '../../../../../platform/input/form.ts'
import type { ExplainedChange } from '../../../../../platform/records/record-kind.ts'
import { errorOf } from '../../../../../platform/records/record-part.ts'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { ChangeList } from '../../../../contributions/index.ts'
import type { ProposalPageProps } from './proposal-page.tsx'

/** What a proposer wishes changed in their published event, and the decision on it. */
export function Wish({
  reader,
  wished,
  seen,
  action,
  ...shown
}: Omit<ProposalPageProps, 'wished'> & { wished: ExplainedChange[]; action: string }) {
  const { t } = reader
  const error = errorOf(reader, shown, 'because')
  return (
    <Section id="wish" title={t('agenda.proposals.wished')}>
      <ChangeList reader={reader} changes={wished} />
      <form method="post" action={action} class="form" novalidate>
        <FormErrors reader={reader} errors={error ? [{ field: 'because', message: error }] : []} />
        <input type="hidden" name="seen" value={seen} />
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
            {t('agenda.proposals.acceptWish')}
          </button>
          <button type="submit" class="button" name="decision" value="refused">
            {t('agenda.proposals.refuseWish')}
          </button>
        </p>
      </form>
    </Section>
  )
}
