import type { FastifyReply } from 'fastify'
import type { FieldError, FormValues } from '../../../platform/input/form.ts'
import { textValues } from '../../../platform/input/text-values.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import type { MeetingRequest } from '../call.ts'
import { meetingPath, paths } from '../paths.ts'
import { FormPage } from '../views/form-page.tsx'
import { meetingBack } from '../views/meeting-back.tsx'
import { FilesForm } from './files/views/files-form.tsx'
import { listResources } from './queries.ts'
import type { Resource } from './resource.ts'
import { ResourcesForm } from './views/resources-form.tsx'

/** The resources of a meeting as its form has them before anybody types. */
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

interface Shown {
  values: FormValues
  errors?: FieldError[]
  focus?: number
}

/** Draws the page on which the resources of a meeting are written down. */
export async function drawResources(
  asked: MeetingRequest,
  { values, errors = [], focus }: Shown,
): Promise<FastifyReply> {
  const { application, writing, reader, network, meeting } = asked
  const title = reader.t('minutes.work.resources')
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'resources'),
    noindex: true,
    children: (
      <FormPage
        title={title}
        back={meetingBack(reader, network.slug, meeting)}
        errors={errors}
        lead={<a href="#files-to-keep">{reader.t('minutes.resource.files')}</a>}
      >
        <ResourcesForm
          languages={network.languages}
          action={paths.step(reader, network.slug, meeting.slug, 'resources')}
          resources={await listResources(writing, meeting.id)}
          values={values}
          errors={errors}
          focus={focus ?? null}
          fileOf={(id) => paths.step(reader, network.slug, meeting.slug, 'resources', id, 'file')}
        />
        <FilesForm
          languages={network.languages}
          action={paths.step(reader, network.slug, meeting.slug, 'resources', 'files')}
          mostBytes={application.settings.uploadMegabytes * 1e6}
          errors={errors}
        />
      </FormPage>
    ),
  })
}
