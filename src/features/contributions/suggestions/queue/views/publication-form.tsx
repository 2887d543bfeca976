import type { FormState } from '../../../../../platform/input/form.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { publications } from '../../../../networks/index.ts'
import { paths } from '../../../paths.ts'

interface PublicationFormProps {
  network: string
  /** As the group has it now. */
  publication: string
  isChosen: boolean
  form: FormState | undefined
}

/** Where those in charge of a group say whether its members publish what they change themselves, or after review. */
export function PublicationForm({ network, publication, isChosen, form }: PublicationFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="publication" title={t('contributions.publication.title')}>
      {isChosen ? (
        <Notice kind="done" live>
          {t('contributions.publication.chosen')}
        </Notice>
      ) : null}
      <Form action={paths.publication(reader, network)} form={form}>
        <ChoiceField
          name="publication"
          label={t('contributions.publication.label')}
          hint={t('contributions.publication.hint')}
          options={publications.map((value) => ({
            value,
            label: t(`contributions.publication.${value}`),
            hint: t(`contributions.publication.hint.${value}`),
          }))}
          chosen={[publication]}
          required
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('contributions.publication.choose')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
