import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { clockWords } from '../../../../../ui/text/clock-lines.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { byOwnSide } from '../../../../directory/index.ts'
import type { SessionRequest } from '../../call.ts'
import { participantName } from '../../participants/views/participant-name.tsx'
import { paths } from '../../paths.ts'
import { present, type Rule, ruleKinds, type Slot } from '../../session.ts'
import { MeetingsHeading } from '../../views/meetings-heading.tsx'
import { sideName } from '../../views/side-name.ts'

interface RulesPageProps {
  asked: SessionRequest
  shown: Shown
}

/** The pairs that are fixed or forbidden, and one more. */
export function RulesPage({ asked, shown }: RulesPageProps) {
  const { reader, ground } = asked
  const { t } = reader
  return (
    <>
      <MeetingsHeading asked={asked} lead={t('partners.assignment.rulesLead')}>
        {t('partners.assignment.rules')}
      </MeetingsHeading>
      <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
      <Section id="set" title={t('partners.assignment.rulesSet')}>
        {ground.rules.length === 0 ? (
          <p>{t('partners.assignment.noRules')}</p>
        ) : (
          <ul class="rules">
            {ground.rules.map((rule) => (
              <li key={`${rule.firstId} ${rule.secondId}`}>
                <Known asked={asked} rule={rule} />
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

function Known({ asked, rule }: { asked: SessionRequest; rule: Rule }) {
  const { reader, network, event, ground } = asked
  const { t } = reader
  const name = (id: string) => {
    const found = ground.participants.find((each) => each.id === id)
    return found ? participantName(reader, found) : ''
  }
  const pair = `${name(rule.firstId)} – ${name(rule.secondId)}`
  const slot = ground.session.slots.find(({ id }) => id === rule.slotId)
  return (
    <form method="post" action={`${withoutQuery(paths.rules(reader, network.slug, event.slug))}/removal`}>
      <input type="hidden" name="first" value={rule.firstId} />
      <input type="hidden" name="second" value={rule.secondId} />
      <p class="rule-line">
        <strong>{pair}</strong> · {t(`partners.assignment.rule.${rule.kind}`)}
        {slot ? ` · ${slotWords(asked, slot)}` : ''}{' '}
        <button type="submit" class="button">
          {t('partners.assignment.removeRule')}
          <span class="visually-hidden"> ({pair})</span>
        </button>
      </p>
    </form>
  )
}

function RuleForm({ asked, shown }: RulesPageProps) {
  const { reader, network, event, ground } = asked
  const { t } = reader
  const here = present(ground.participants)
  const pick = (name: 'first' | 'second', side: 1 | 2) => (
    <ChoiceField
      reader={reader}
      name={name}
      label={sideName(reader, network, ground.session, side)}
      options={here
        .filter((each) => each.side === side)
        .map((each) => ({ value: each.id, label: participantName(reader, each) }))}
      chosen={[typedValue(shown.values, name)]}
      error={errorOf(reader, shown, name)}
      isFolded
      required
    />
  )
  return (
    <form method="post" action={paths.rules(reader, network.slug, event.slug)} class="form" novalidate>
      {pick('first', 1)}
      {pick('second', 2)}
      <ChoiceField
        reader={reader}
        name="kind"
        label={t('partners.assignment.ruleKind')}
        options={ruleKinds.map((value) => ({
          value,
          label: t(`partners.assignment.rule.${value}`),
          hint: t(`partners.assignment.ruleHint.${value}`),
        }))}
        chosen={[typedValue(shown.values, 'kind')]}
        error={errorOf(reader, shown, 'kind')}
        required
      />
      <ChoiceField
        reader={reader}
        name="slot"
        label={t('partners.assignment.ruleSlot')}
        hint={t('partners.assignment.ruleSlotHint')}
        options={[
          { value: '', label: t('partners.assignment.anySlot') },
          ...ground.session.slots.map((slot) => ({ value: slot.id, label: slotWords(asked, slot) })),
        ]}
        chosen={[typedValue(shown.values, 'slot')]}
        error={errorOf(reader, shown, 'slot')}
        isFolded
      />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('partners.assignment.addRule')}
        </button>
      </p>
    </form>
  )
}

function slotWords({ reader, network, ground }: SessionRequest, { startsAt, endsAt }: Slot): string {
  return clockWords(reader, {
    countries: byOwnSide(reader, network.countries),
    hours: { startsAt, endsAt, zone: ground.session.zone },
  })
}

const withoutQuery = (address: string) => address.split('?')[0] ?? address
