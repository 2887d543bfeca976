import type { Shown } from '../../../../../platform/records/record-part.ts'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { Section } from '../../../../../ui/text/headings.tsx'
import type { SessionRequest } from '../../call.ts'
import { MeetingsHeading } from '../../views/meetings-heading.tsx'
import { troublesOf } from '../trouble.ts'
import { KnownRule } from './known-rule.tsx'
import { RuleForm } from './rule-form.tsx'

export interface RulesPageProps {
  asked: SessionRequest
  shown: Shown
}

/** The pairs that are fixed or forbidden, and one more. */
export function RulesPage({ asked, shown }: RulesPageProps) {
  const { reader, ground } = asked
  const { t } = reader
  const troubles = new Map(troublesOf(ground).map(({ rule, kind }) => [rule, kind]))
  return (
    <>
      <MeetingsHeading asked={asked} lead={t('partners.assignment.rulesLead')}>
        {t('partners.assignment.rules')}
      </MeetingsHeading>
      <FormErrors errors={sayErrors(reader, shown.errors).list} />
      <Section id="set" title={t('partners.assignment.rulesSet')}>
        {ground.rules.length === 0 ? (
          <p>{t('partners.assignment.noRules')}</p>
        ) : (
          <ul class="rules">
            {ground.rules.map((rule) => (
              <li key={`${rule.firstId} ${rule.secondId}`}>
                <KnownRule asked={asked} rule={rule} trouble={troubles.get(rule) ?? null} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="new" title={t('partners.assignment.newRule')}>
        <RuleForm asked={asked} shown={shown} />
      </Section>
    </>
  )
}
