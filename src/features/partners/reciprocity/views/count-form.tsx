import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { Visit } from '../visit.ts'

interface CountFormProps {
  visits: readonly Visit[]
  action: string
  form: FormState
}

/** Saying that an event stands for several visits, as its source says. */
export function CountForm({ visits, action, form }: CountFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="count" title={t('partners.reciprocity.setCount')}>
      <Form action={action} form={form}>
        <ChoiceField
          name="event"
          label={t('partners.reciprocity.event')}
          options={visits.map(({ id, title, slug }) => ({
            value: id,
            label: chooseText(title, reader.language)?.text ?? slug,
          }))}
          isFolded
          required
        />
        <Field
          name="visits"
          label={t('partners.reciprocity.visitsCount')}
          hint={t('partners.reciprocity.setCountHint')}
          type="number"
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('partners.reciprocity.save')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
