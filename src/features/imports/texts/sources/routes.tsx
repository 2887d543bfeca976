import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readForm } from '../../../../platform/input/form.ts'
import { dateToType } from '../../../../ui/text/understood-date.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { readTextRequest, type TextRequest } from '../call.ts'
import { sourceForm } from '../schema.ts'
import { describeSource } from './commands.ts'
import { SourceFormPage } from './views/source-form-page.tsx'

/** What the source of a text is called, who publishes it and when: proposed from the text, and changed here. */
export function addSourceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports/:id/source'
  pages.get(place, readTextRequest, (asked) => {
    return show(asked, { values: valuesOf(asked), errors: [] })
  })
  pages.post(place, readTextRequest, async (asked) => {
    const { request, reply, reader, network, text, writing } = asked
    const form = readForm(sourceForm(reader.interfaceLanguage), request.body)
    if (!form.valid) return show(withStatus(asked, 422), form)
    await describeSource(writing, text, form.data)
    return reply.redirect(paths.text(reader, network.slug, text.id), 303)
  })
}

function valuesOf({ reader, text }: TextRequest): FormValues {
  return {
    title: text.title,
    language: text.language ?? '',
    kind: text.kind,
    publisher: text.publisher,
    published: text.published === null ? '' : dateToType(reader, text.published, null),
    url: text.url ?? '',
  }
}

function show(asked: TextRequest, shown: { values: FormValues; errors: FieldError[] }): FastifyReply {
  const { reader, network, text } = asked
  return drawNetworkPage(asked, {
    title: reader.t('imports.text.source.title'),
    description: reader.t('imports.text.source.lead'),
    path: `/imports/${text.id}/source`,
    noindex: true,
    children: <SourceFormPage network={network} text={text} {...shown} />,
  })
}
