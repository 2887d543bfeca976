import type { FastifyReply } from 'fastify'
import { type FieldError, type FormState, type FormValues, typedValue } from '../../../platform/input/form.ts'
import { textValues } from '../../../platform/input/text-input.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useForm } from '../../../ui/form/filled.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { GivenFilesFields } from '../../../ui/form/given-files.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { sizeInWords } from '../../../ui/text/size-in-words.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { meetingPath, paths } from '../paths.ts'
import type { MeetingRequest } from '../request.ts'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { listResources } from './queries.ts'
import { longestLabel, type Resource, resourceKinds } from './resource.ts'

/** The form values of a meeting’s resources before anybody types. */
export function storedValues(resources: readonly Resource[]): FormValues {
  return Object.assign(
    {},
    ...resources.map((resource, index) => ({
      [`resources.${index}.id`]: resource.id,
      [`resources.${index}.kind`]: resource.kind,
      [`resources.${index}.language`]: resource.language,
      [`resources.${index}.url`]: resource.url ?? '',
      [`resources.${index}.copyWords`]: resource.copyWords,
      ...textValues(`resources.${index}.label`, resource.label),
    })),
  )
}

/** Draws the form of a meeting’s resources. */
export async function renderResources(visit: MeetingRequest, form: FormState): Promise<FastifyReply> {
  const { application, writing, reader, network, meeting } = visit
  const title = reader.t('minutes.work.resources')
  return renderNetworkPage(visit, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'resources'),
    noindex: true,
    children: (
      <>
        <ErrorList form={form} />
        <WorkHeading
          back={meetingBack(reader, network.slug, meeting)}
          lead={<a href="#files-to-keep">{reader.t('ui.file.add')}</a>}
        >
          {title}
        </WorkHeading>
        <Form action={paths.step(reader, network.slug, meeting.slug, 'resources')} form={form}>
          <ResourceFields
            languages={network.languages}
            resources={await listResources(writing, meeting.id)}
            fileOf={(id) => paths.step(reader, network.slug, meeting.slug, 'resources', id, 'file')}
          />
        </Form>
        <FilesForm
          languages={network.languages}
          action={paths.step(reader, network.slug, meeting.slug, 'resources', 'files')}
          mostBytes={application.settings.uploadMegabytes * 1e6}
          errors={form.errors}
        />
      </>
    ),
  })
}

interface ResourceFieldsProps {
  languages: readonly string[]
  resources: readonly Resource[]
  /** The address of a resource’s file. */
  fileOf: (resourceId: string) => string
}

/** The resources of a meeting, one after another. */
function ResourceFields({ languages, resources, fileOf }: ResourceFieldsProps) {
  const reader = useReader()
  const { values } = useForm()
  const { t } = reader
  return (
    <>
      <UsualSubmit value="save" />
      <RepeatedParts
        name="resources"
        label={<span class="visually-hidden">{t('minutes.resource.title')}</span>}
        titleOf={(index) => t('minutes.resource.one', { number: index + 1 })}
        addLabel={t('minutes.resource.add')}
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
    </>
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

interface FilesFormProps {
  languages: readonly string[]
  action: string
  mostBytes: number
  errors: readonly FieldError[]
}

/** Uploads files to a meeting. They are kept at once, and described in the list above. */
function FilesForm({ languages, action, mostBytes, errors }: FilesFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="files-to-keep" title={t('ui.file.add')}>
      <p>{t('minutes.resource.filesLead')}</p>
      <Form action={action} form={{ values: {}, errors }} takesFiles>
        <GivenFilesFields languages={languages} mostBytes={mostBytes} />
        <p class="form-end">
          <button class="button" type="submit">
            {t('ui.file.keep')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
