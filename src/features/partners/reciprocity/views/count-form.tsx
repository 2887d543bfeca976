import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { Visit } from '../visit.ts'

interface CountFormProps {
  reader: Reader
  visits: readonly Visit[]
  action: string
  shown: Shown
}

/** Saying that an event stands for several visits, as its source says. */
export function CountForm({ reader, visits, action, shown }: CountFormProps) {
  const { t } = reader
  return (
    <Section id="count" title={t('partners.reciprocity.setCount')}>
      <form method="post" action={action} class="form" novalidate>
        <ChoiceField
          reader={reader}
          name="event"
          label={t('partners.reciprocity.event')}
          options={visits.map(({ id, title, slug }) => ({
            value: id,
            label: chooseText(title, reader.language)?.text ?? slug,
          }))}
          chosen={[typedValue(shown.values, 'event')]}
          error={errorOf(reader, shown, 'event')}
          isFolded
          required
        />
        <Field
          reader={reader}
          name="visits"
          label={t('partners.reciprocity.visitsCount')}
          hint={t('partners.reciprocity.setCountHint')}
          type="number"
          value={typedValue(shown.values, 'visits')}
          error={errorOf(reader, shown, 'visits')}
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('partners.reciprocity.save')}
          </button>
        </p>
      </form>
    </Section>
  )
}
