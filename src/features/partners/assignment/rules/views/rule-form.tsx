import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
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
      name={name}
      label={sideName(reader, network, ground.session, side)}
      options={here
        .filter((each) => each.side === side)
        .map((each) => ({ value: each.id, label: participantName(reader, each) }))}
      isFolded
      required
    />
  )
  return (
    <Form action={paths.rules(reader, network.slug, event.slug)} form={shown}>
      {pick('first', 1)}
      {pick('second', 2)}
      <ChoiceField
        name="kind"
        label={t('partners.assignment.ruleKind')}
        options={ruleKinds.map((value) => ({
          value,
          label: capitalized(t(`partners.assignment.rule.${value}`), reader.interfaceLanguage),
          hint: t(`partners.assignment.ruleHint.${value}`),
        }))}
        required
      />
      <ChoiceField
        name="slot"
        label={t('partners.assignment.ruleSlot')}
        hint={t('partners.assignment.ruleSlotHint')}
        options={[
          { value: '', label: t('partners.assignment.anySlot') },
          ...ground.session.slots.map((slot) => ({ value: slot.id, label: slotWords(asked, slot) })),
        ]}
        isFolded
      />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('partners.assignment.addRule')}
        </button>
      </p>
    </Form>
  )
}
