import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf } from '../../../../../platform/records/record-part.ts'
import { Choice, ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { stateOf } from '../../introduction.ts'
import type { TalksPageProps } from './talks-page.tsx'

/** Where one side says that the partnership is made: how firm it is, and whether the wish is answered by it. */
export function PartnershipForm({ reader, network, introduction, speaking, address, typed }: TalksPageProps) {
  const { t } = reader
  const shown = typed?.form === 'partnership' ? typed : { values: {}, errors: [] }
  const isReviewed = network.publication === 'after_review' && !speaking.adviser
  return (
    <details
      class="talks-partnership"
      open={stateOf(introduction) === 'claimed' || typed?.form === 'partnership'}
    >
      <summary>{t('partners.introduction.partnership')}</summary>
      <form method="post" action={`${address}/partnership`} class="form" novalidate>
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        <p>
          {t(
            isReviewed
              ? 'partners.introduction.partnershipReviewed'
              : 'partners.introduction.partnershipOpens',
          )}
        </p>
        <ChoiceField
          reader={reader}
          name="status"
          label={t('partners.introduction.status')}
          options={(['in_talks', 'prospective'] as const).map((value) => ({
            value,
            label: t(`ui.status.${value}`),
            hint: t(`partners.introduction.statusHint.${value}`),
          }))}
          chosen={[typedValue(shown.values, 'status') || 'in_talks']}
          error={errorOf(reader, shown, 'status')}
          required
        />
        {speaking.wish || speaking.adviser ? (
          <Choice
            name="found"
            option={{ value: 'yes', label: t('partners.introduction.closeWish') }}
            type="checkbox"
            isChosen={typedValue(shown.values, 'found') !== ''}
          />
        ) : null}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.introduction.make')}
          </button>
        </p>
      </form>
    </details>
  )
}
