import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { sizeInWords } from '../files/size-in-words.ts'
import { type Resource, resourceKinds } from '../resource.ts'
import { longestLabel } from '../schema.ts'

interface ResourcesFormProps {
  languages: readonly string[]
  action: string
  resources: readonly Resource[]
  values: FormValues
  errors: readonly FieldError[]
  focus: number | null
  /** Where the file of a resource is had. */
  fileOf: (resourceId: string) => string
}

/** What was shown or handed out at a meeting, one after another. */
export function ResourcesForm({
  languages,
  action,
  resources,
  values,
  errors,
  focus,
  fileOf,
}: ResourcesFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Form action={action} form={{ values, errors }}>
      <UsualSubmit value="save" />
      <RepeatedParts
        name="resources"
        label={<span class="visually-hidden">{t('minutes.resource.title')}</span>}
        titleOf={(index) => t('minutes.resource.one', { number: index + 1 })}
        addLabel={t('minutes.resource.add')}
        focus={focus}
        isOrdered
      >
        {(prefix) => (
          <>
            <LocalizedField
              name={`${prefix}.label`}
              label={t('minutes.resource.label')}
              languages={languages}
              text={resources.find(({ id }) => id === typedValue(values, `${prefix}.id`))?.label ?? {}}
              max={longestLabel}
              rows={1}
              required
            />
            <ChoiceField
              name={`${prefix}.kind`}
              label={t('minutes.resource.kind')}
              options={resourceKinds.map((kind) => ({
                value: kind,
                label: t(`minutes.resourceKind.${kind}`),
              }))}
              chosen={[typedValue(values, `${prefix}.kind`) || 'document']}
              isFolded
              required
            />
            <ChoiceField
              name={`${prefix}.language`}
              label={t('minutes.resource.language')}
              options={languages.map((language) => ({
                value: language,
                label: languageInWords(reader, language),
              }))}
              chosen={[typedValue(values, `${prefix}.language`) || reader.language]}
              isFolded
              required
            />
            <KeptFile
              resource={resources.find(({ id }) => id === typedValue(values, `${prefix}.id`))}
              href={fileOf(typedValue(values, `${prefix}.id`))}
            />
            <Field
              name={`${prefix}.url`}
              type="url"
              label={t('minutes.resource.url')}
              hint={t('minutes.resource.urlHint')}
            />
            <Field
              name={`${prefix}.copyWords`}
              label={t('minutes.resource.copyLabel')}
              hint={t('minutes.resource.copyHint')}
            />
            <input type="hidden" name={`${prefix}.id`} value={typedValue(values, `${prefix}.id`)} />
          </>
        )}
      </RepeatedParts>
      <p class="form-end">
        <button class="button primary" type="submit" name="action" value="save">
          {t('minutes.action.save')}
        </button>
      </p>
    </Form>
  )
}

function KeptFile({ resource, href }: { resource: Resource | undefined; href: string }) {
  const reader = useReader()
  if (!resource?.file) return null
  return (
    <p>
      {reader.t('minutes.resource.file')}{' '}
      <a href={href} download>
        {resource.file.name}
      </a>{' '}
      <span class="quiet">{sizeInWords(reader, resource.file.sizeBytes)}</span>
    </p>
  )
}
