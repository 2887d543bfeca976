import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { participantName } from '../../participants/views/participant-name.tsx'
import { paths } from '../../paths.ts'
import { present, ruleKinds } from '../../session.ts'
import { sideName } from '../../views/side-name.ts'
import type { RulesPageProps } from './rules-page.tsx'
import { slotWords } from './slot-words.ts'

/** One more pair to fix or forbid. */
export function RuleForm({ asked, shown }: RulesPageProps) {
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
          label: capitalized(t(`partners.assignment.rule.${value}`), reader.interfaceLanguage),
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
