import { typedValue } from '../../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { countryName } from '../../../../directory/index.ts'
import { proposers } from '../../solving/problem.ts'
import { TypedField } from '../../views/typed-field.tsx'
import type { SetupPageProps } from './setup-page.tsx'

/** Who stands on which side, how many meetings each takes, and whose wishes come first. */
export function MatchingFields({ asked: { reader, ground }, shown, countries }: SetupPageProps) {
  const { t } = reader
  return (
    <Section id="matching" title={t('partners.assignment.matching')}>
      <ChoiceField
        name="firstSide"
        label={t('partners.assignment.firstSide')}
        hint={t('partners.assignment.firstSideHint')}
        options={countries.map((country) => ({ value: country, label: countryName(reader, country) }))}
        multiple
        required
      />
      <TypedField
        shown={shown}
        name="usualQuota"
        type="number"
        label={t('partners.assignment.usualQuota')}
        hint={t('partners.assignment.usualQuotaHint')}
      />
      <ChoiceField
        name="proposing"
        label={t('partners.assignment.proposing')}
        hint={t('partners.assignment.proposingHint')}
        options={proposers.map((value) => ({ value, label: t(`partners.assignment.proposing.${value}`) }))}
        required
      />
      <div class="field">
        <Choice
          name="takesRequests"
          option={{
            value: 'yes',
            label: t('partners.assignment.takesRequests'),
            hint: t(
              ground?.session.publishedAt
                ? 'partners.assignment.takesRequestsPublished'
                : 'partners.assignment.takesRequestsHint',
            ),
          }}
          type="checkbox"
          isChosen={typedValue(shown.values, 'takesRequests') !== ''}
        />
      </div>
    </Section>
  )
}
